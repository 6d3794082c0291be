import { getTranslations } from 'next-intl/server'
import { pageBack, wayIn } from '@/lib/core/way-in'
import { officeHere } from '../office-here'
import { Reach } from '../reach'
import { LoneTools } from '../tools'
import { forgetAction, goOnAction } from './actions'

/** The door for those who came before: a remembered device goes on with one press. */
export default async function EnterPage({ searchParams }: { searchParams: Promise<{ back?: string | string[] }> }) {
  const back = pageBack((await searchParams).back)
  const [t, portal, office] = [await getTranslations('entry'), await getTranslations('portal'), await officeHere()]
  return (
    <>
      <title>{t('title')}</title>
      <LoneTools back={wayIn('/enter', back)} />
      <h1>{t(office === undefined ? 'deviceNone' : 'deviceTitle')}</h1>
      <p className="lead">{office === undefined ? t('deviceNoneText') : `${office.organisation} · ${t('deviceText')}`}</p>
      <Reach office={office} />
      {office !== undefined && (
        <div className="card">
          {back !== '/' && <p role="status">{t('deviceEnded')}</p>}
          <form action={goOnAction}>
            <input type="hidden" name="back" value={back} />
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
        <a href={wayIn('/sign-in', back)}>{t('signIn')}</a>
      </p>
      <p className="safe">{portal('fraud')}</p>
    </>
  )
}
