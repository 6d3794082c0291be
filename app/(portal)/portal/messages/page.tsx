import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { orMissing } from '@/app/(portal)/missing'
import { myThreads } from '@/lib/messages/queries'
import { clientHere } from '../../client-here'
import { BackHome } from '../back-home'

/** One thread a case; with a single case, straight to it. */
export default async function ThreadsPage() {
  const [actor, t] = [await clientHere(), await getTranslations('thread')]
  const { threads } = await orMissing(myThreads(actor))
  const [only] = threads
  if (threads.length === 1 && only !== undefined) redirect(`/portal/messages/${only.caseId}`)
  return (
    <>
      <title>{t('title')}</title>
      <BackHome />
      <h1>{t('title')}</h1>
      {threads.length === 0 && <p className="lead">{t('empty')}</p>}
      <ul className="links card">
        {threads.map(({ caseId, number, product, unread }) => (
          <li key={caseId}>
            <a href={`/portal/messages/${caseId}`}>
              {t('about', { number, product })}
              {unread > 0 && <small>{t('unread', { many: unread })}</small>}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
