import { getTranslations } from 'next-intl/server'
import { publicOrigin } from '@/lib/platform/env'
import { myCalendar } from '@/lib/portal/calendar.queries'
import { clientHere } from '../../client-here'
import { closeCalendarAction, openCalendarAction } from '../actions'
import { BackHome } from '../back-home'
import { Message } from '../message'

type Props = { searchParams: Promise<{ done?: string; error?: string }> }

/** The secret address of due days, and the way to end it. */
export default async function CalendarPage({ searchParams }: Props) {
  const [actor, t] = [await clientHere(), await getTranslations('budget')]
  const { path } = await myCalendar(actor)
  return (
    <>
      <title>{t('calendar.title')}</title>
      <BackHome />
      <Message {...(await searchParams)} />
      <h1>{t('calendar.title')}</h1>
      <p className="lead">{t('calendar.lead')}</p>
      <section className="card">
        {path !== null && (
          <label className="field">
            {t('calendar.address')}
            <input type="text" readOnly value={`${publicOrigin()}${path}`} />
          </label>
        )}
        <form action={openCalendarAction}>
          <button className={path === null ? 'big' : 'alt'} type="submit">
            {t(path === null ? 'calendar.open' : 'calendar.renew')}
          </button>
        </form>
        {path !== null && (
          <form action={closeCalendarAction}>
            <button className="alt" type="submit">
              {t('calendar.close')}
            </button>
          </form>
        )}
      </section>
    </>
  )
}
