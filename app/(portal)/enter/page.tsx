import { getTranslations } from 'next-intl/server'
import { deviceHere } from '@/lib/core/session-client'
import { officeOfDevice } from '@/lib/invitations/link.queries'
import { now } from '@/lib/platform/clock'
import { LoneTools } from '../tools'
import { forgetAction, goOnAction } from './actions'

/** The door for those who came before: a remembered device goes on with one press. */
export default async function EnterPage() {
  const [t, portal, device] = [await getTranslations('entry'), await getTranslations('portal'), await deviceHere()]
  const office = device === undefined ? undefined : await officeOfDevice(device, now())
  return (
    <>
      <title>{t('title')}</title>
      <LoneTools back="/enter" />
      <h1>{t(office === undefined ? 'deviceNone' : 'deviceTitle')}</h1>
      <p className="lead">{office === undefined ? t('deviceNoneText') : `${office.organisation} · ${t('deviceText')}`}</p>
      {office !== undefined && (
        <div className="card">
          <form action={goOnAction}>
            <button className="big" type="submit">
              {t('deviceSubmit')}
            </button>
          </form>
          <form action={forgetAction}>
            <button className="alt" type="submit">
              {t('notMine')}
            </button>
          </form>
        </div>
      )}
      <p>
        <a href="/sign-in">{t('signIn')}</a>
      </p>
      <p className="safe">{portal('fraud')}</p>
    </>
  )
}
