import { getTranslations } from 'next-intl/server'
import { dayFormat } from '@/app/_parts/day-format'
import { EmptyState } from '@/app/_ui/empty-state'
import { Panel } from '@/app/_ui/panel'
import { mayDo } from '@/lib/core/permissions'
import { requireStaff } from '@/lib/core/session'
import { listMessages } from '@/lib/messages/queries'
import { CaseFrame } from '../_frame/case-frame'
import { type CaseView, caseView } from '../_frame/case-view'
import { Circumstances } from './circumstances'
import { NotifyForm, WriteForm } from './write-form'

type Props = { params: Promise<{ caseId: string }> }

export async function generateMetadata() {
  return { title: (await getTranslations('thread'))('title') }
}

type Writer = { fromClient: boolean; author: string | null }

/** The thread with the client: apart from internal notes in place, colour and words. */
export default async function MessagesPage({ params }: Props) {
  const [actor, { caseId }, t] = [await requireStaff(), await params, await getTranslations('thread')]
  const [view, { messages }, format] = [await caseView(actor, caseId), await listMessages(actor, { caseId }), await dayFormat()]
  const whenOf = (at: string) =>
    format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'short', timeZone: actor.timeZone })
  const writerOf = ({ fromClient, author }: Writer) =>
    fromClient ? (author === null ? t('client') : t('helper', { name: author })) : author
  return (
    <CaseFrame view={view} tab="messages">
      <Circumstances actor={actor} caseId={caseId} />
      <Panel title={t('title')} id="messages">
        {messages.length === 0 && <EmptyState title={t('office.empty')} text={t('office.emptyText')} />}
        <ol className="grid gap-3">
          {messages.map(({ id, fromClient, author, at, body, file, isRead }) => (
            <li
              key={id}
              className={
                fromClient ? 'me-10 rounded-m bg-wait-bg px-3 py-2' : 'ms-10 rounded-m border border-line bg-surface px-3 py-2'
              }
            >
              <p className="text-dense text-muted">
                {writerOf({ fromClient, author })} · <time dateTime={at}>{whenOf(at)}</time>
                {!fromClient && ` · ${t(isRead ? 'read' : 'notRead')}`}
              </p>
              <p className="whitespace-pre-wrap break-words">{body}</p>
              {file !== null && (
                <a className="text-dense text-primary underline" href={`/cases/${caseId}/evidence`}>
                  {t('attached', { file })}
                </a>
              )}
            </li>
          ))}
        </ol>
        {mayDo(actor, 'message.write') && <WriteForm caseId={caseId} papers={papersOf(view)} />}
        {mayDo(actor, 'message.notify') && <NotifyForm caseId={caseId} />}
      </Panel>
    </CaseFrame>
  )
}

/** What may go along with a message: files the client's record holds. */
const papersOf = ({ evidence }: CaseView) =>
  evidence.items.flatMap(({ id, fileName }) => (fileName === '' ? [] : [{ value: id, label: fileName }]))
