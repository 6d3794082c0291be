import { getLocale, getTranslations } from 'next-intl/server'
import type { Actor } from '@/lib/core/actor'
import { mayAsk } from '@/lib/core/permissions'
import { myNotices } from '@/lib/portal/notices.queries'
import { dayInWords } from '../day-in-words'

type Notice = Awaited<ReturnType<typeof myNotices>>['notices'][number]

/** A delegate is told nothing of it: it is about the client's own data. */
const noticesOf = async (actor: Actor): Promise<Notice[]> =>
  mayAsk(actor, 'portal.notices') ? (await myNotices(actor)).notices : []

/** On the first page while one was not opened: above everything there is to do, and without a button that competes with it. */
export async function NoticeCard({ actor }: { actor: Actor }) {
  const [t, notices] = [await getTranslations('notices'), await noticesOf(actor)]
  const next = notices.find(({ isRead }) => !isRead)
  if (next === undefined) return null
  return (
    <section className="card">
      <h2>{t('card')}</h2>
      <p>{t('cardText')}</p>
      <a className="alt" href={`/portal/notices/${next.incidentId}`}>
        {t('open')}
      </a>
    </section>
  )
}

/** All of them, where a client looks for what concerns their data. */
export async function NoticeList({ actor }: { actor: Actor }) {
  const [t, locale, notices] = [await getTranslations('notices'), await getLocale(), await noticesOf(actor)]
  if (notices.length === 0) return null
  return (
    <section className="card">
      <h2>{t('list')}</h2>
      {notices.map(({ incidentId, sentAt, isRead }) => (
        <p key={incidentId}>
          <a href={`/portal/notices/${incidentId}`}>{t('dated', { date: dayInWords(sentAt, locale, actor.timeZone) })}</a>
          {!isRead && ` · ${t('isNew')}`}
        </p>
      ))}
    </section>
  )
}
