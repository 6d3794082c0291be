import { getTranslations } from 'next-intl/server'
import { CommandForm } from '@/app/_parts/form/command-form'
import { EmptyState } from '@/app/_ui/empty-state'
import { PageHeader } from '@/app/_ui/page-header'
import { requireStaff } from '@/lib/core/session'
import { inbox } from '@/lib/inbox/queries'
import { readAllNoticesAction } from './actions'
import { Digest } from './digest'
import { Lines } from './lines'

export const generateMetadata = async () => ({ title: (await getTranslations('inbox'))('title') })

/** What is new for somebody, each with its reason and the way to it. */
export default async function InboxPage() {
  const [actor, t] = [await requireStaff(), await getTranslations('inbox')]
  const { notices, unread, hasDigest } = await inbox(actor)
  const newest = notices[0]?.at
  return (
    <>
      <PageHeader title={t('title')} {...(unread > 0 && { note: t('unread', { count: unread }) })}>
        {unread > 0 && newest !== undefined && (
          <CommandForm
            action={readAllNoticesAction}
            labels={{}}
            hidden={{ until: newest }}
            submit={t('readAll')}
            look="secondary"
            className=""
            quiet
            keeps
          />
        )}
      </PageHeader>
      <div className="grid gap-4 p-5">
        <p className="max-w-[60em] text-ink-2">{t('lead')}</p>
        {notices.length === 0 ? (
          <EmptyState title={t('empty')} text={t('emptyText')} />
        ) : (
          <Lines notices={notices} timeZone={actor.timeZone} />
        )}
        <Digest isOn={hasDigest} />
      </div>
    </>
  )
}
