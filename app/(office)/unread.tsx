import { getTranslations } from 'next-intl/server'
import type { Actor } from '@/lib/core/actor'
import { inboxCount } from '@/lib/inbox/queries'

/** How many lines of the inbox are unread, beside its link; nothing where all are read. */
export async function Unread({ actor }: { actor: Actor }) {
  const { unread } = await inboxCount(actor)
  if (unread === 0) return null
  const t = await getTranslations('inbox')
  return (
    <span className="ml-auto rounded-chip bg-primary px-1.5 text-meta font-semibold text-on-primary">
      <span aria-hidden="true">{unread > 99 ? '99+' : unread}</span>
      <span className="sr-only">{t('count', { count: unread })}</span>
    </span>
  )
}
