import { getTranslations } from 'next-intl/server'
import { dayFormat } from '@/app/_parts/day-format'
import { orMissing } from '@/app/(portal)/missing'
import { myThread } from '@/lib/messages/queries'
import { clientHere } from '../../../client-here'
import { BackHome } from '../../back-home'
import { FieldFault, faultOf, Message } from '../../message'

type Props = { params: Promise<{ caseId: string }>; searchParams: Promise<{ done?: string; error?: string }> }
type Thread = Awaited<ReturnType<typeof myThread>>

/** What my counsellor and I write to each other about one case. */
export default async function ThreadPage({ params, searchParams }: Props) {
  const [actor, t] = [await clientHere(), await getTranslations('thread')]
  const [thread, said] = [await orMissing(myThread(actor, await params)), await searchParams]
  return (
    <>
      <title>{t('title')}</title>
      <BackHome />
      <Message {...said} />
      <h1>{t('title')}</h1>
      {thread.messages.length === 0 && <p className="lead">{t('emptyText')}</p>}
      <ol className="talk">
        {thread.messages.map((message) => (
          <Said key={message.id} message={message} caseId={thread.caseId} zone={actor.timeZone} />
        ))}
      </ol>
      {thread.isClosed ? <p className="card">{t('closed')}</p> : <Write caseId={thread.caseId} error={said.error} />}
    </>
  )
}

type SaidProps = { message: Thread['messages'][number]; caseId: string; zone: string }

async function Said({ message, caseId, zone }: SaidProps) {
  const [t, format] = [await getTranslations('thread'), await dayFormat()]
  const { id, fromClient, author, isOwn, body, file, at, isRead } = message
  const when = format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'short', timeZone: zone })
  return (
    <li className={fromClient ? 'mine' : undefined}>
      <p className="note">
        {isOwn ? t('mine') : (author ?? t('themself'))} · <time dateTime={at}>{when}</time>
        {fromClient && ` · ${t(isRead ? 'read' : 'notRead')}`}
      </p>
      {body !== '' && <p className="words">{body}</p>}
      {file !== null && (
        <p>
          <a href={`/portal/messages/${caseId}/files/${id}`}>{t('attached', { file })}</a>
        </p>
      )}
    </li>
  )
}

async function Write({ caseId, error }: { caseId: string; error: string | undefined }) {
  const t = await getTranslations('thread')
  return (
    <form action={`/portal/messages/${caseId}/send`} method="post" encType="multipart/form-data" className="card">
      <label className="field">
        {t('write')}
        <textarea name="body" rows={4} {...faultOf('body', error)} aria-describedby="write-hint" />
      </label>
      <div id="write-hint">
        <FieldFault field="body" error={error} />
        <p className="note">{t('hint')}</p>
      </div>
      <label className="field">
        {t('file')}
        <input type="file" name="file" accept="image/*,application/pdf" />
      </label>
      <button className="big" type="submit">
        {t('send')}
      </button>
    </form>
  )
}
