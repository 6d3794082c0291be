import { getTranslations } from 'next-intl/server'
import { CommandForm } from '@/app/_parts/form/command-form'
import { Pill } from '@/app/_ui/pill'
import { localOf } from '@/lib/contacts/local-instant'
import type { inbox } from '@/lib/inbox/queries'
import { jobWords } from '../reports/prepared/job-words'
import { readNoticeAction } from './actions'
import { placeOf } from './place-of'

export type Notice = Awaited<ReturnType<typeof inbox>>['notices'][number]
type Props = { notices: Notice[]; timeZone: string }

/** One line each: why somebody is told, about what, when; what is unread says so in words too, and is read once it was opened. */
export async function Lines({ notices, timeZone }: Props) {
  const [t, words] = [await getTranslations('inbox'), await jobWords()]
  const about = ({ case: kase, job }: Notice) => (kase === null ? job && words(job.spec) : `${kase.number} ${kase.name}`)
  return (
    <ul aria-label={t('title')} className="grid overflow-hidden rounded-m bg-surface shadow-1">
      {notices.map((notice) => (
        <li
          key={notice.noticeId}
          className={`flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-4 py-2.5 last:border-b-0 ${notice.isRead ? 'text-ink-2' : 'bg-primary-tint'}`}
        >
          <span className="grid w-full gap-0.5 sm:w-auto sm:min-w-[14em] sm:flex-1">
            <span className="flex flex-wrap items-center gap-2">
              <Way notice={notice} reason={t(`reason.${notice.reason}`)} />
              {!notice.isRead && <Pill tone="info">{t('isNew')}</Pill>}
            </span>
            <span className="text-dense text-muted">{about(notice)}</span>
          </span>
          <time className="text-dense whitespace-nowrap text-muted" dateTime={notice.at}>
            {localOf(new Date(notice.at), timeZone).replace('T', ' ')}
          </time>
          {!notice.isRead && (
            <CommandForm
              action={readNoticeAction}
              labels={{}}
              hidden={{ noticeId: notice.noticeId }}
              submit={t('read')}
              look="quiet"
              className="ml-auto sm:ml-0"
              quiet
              keeps
            />
          )}
        </li>
      ))}
    </ul>
  )
}

/** To what it tells of; where it is unread by way of marking it as read. */
function Way({ notice: { noticeId, reason: code, case: kase, isRead }, reason }: { notice: Notice; reason: string }) {
  return isRead ? (
    <a
      className="text-ink hover:underline"
      href={placeOf({ reason: code, caseId: kase?.id ?? null, clientId: kase?.clientId ?? null })}
    >
      {reason}
    </a>
  ) : (
    <a className="font-semibold text-ink hover:underline" href={`/inbox/${noticeId}`}>
      {reason}
    </a>
  )
}
