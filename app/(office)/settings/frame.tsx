import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { EmptyState } from '@/app/_ui/empty-state'
import { LinkTabs } from '@/app/_ui/link-tabs'
import { PageHeader } from '@/app/_ui/page-header'
import type { Actor } from '@/lib/core/actor'
import { mayAsk, mayDo } from '@/lib/core/permissions'

const tabs = [
  { key: 'people', href: '/settings', isOpen: (actor: Actor) => mayAsk(actor, 'member.list') },
  { key: 'roles', href: '/settings/roles', isOpen: (actor: Actor) => mayAsk(actor, 'member.list') },
  { key: 'evidence', href: '/settings/evidence', isOpen: (actor: Actor) => mayAsk(actor, 'evidenceType.list') },
  { key: 'templates', href: '/settings/templates', isOpen: (actor: Actor) => mayAsk(actor, 'template.list') },
  { key: 'office', href: '/settings/office', isOpen: (actor: Actor) => mayAsk(actor, 'organisation.get') },
  { key: 'audit', href: '/settings/audit', isOpen: (actor: Actor) => mayAsk(actor, 'audit.list') },
  { key: 'access', href: '/settings/access', isOpen: (actor: Actor) => mayAsk(actor, 'access.list') },
  { key: 'mails', href: '/settings/mails', isOpen: (actor: Actor) => mayAsk(actor, 'mail.undelivered') },
  { key: 'protection', href: '/settings/protection', isOpen: (actor: Actor) => mayAsk(actor, 'protection.list') },
  { key: 'demo', href: '/settings/demo', isOpen: (actor: Actor) => mayDo(actor, 'demo.clear') },
] as const

export type Tab = (typeof tabs)[number]['key']

/** One part of the settings, with the way to those others the reader may see. */
export async function Settings({ actor, tab, children }: { actor: Actor; tab: Tab; children: ReactNode }) {
  const t = await getTranslations('settings')
  const mine = tabs.filter(({ isOpen }) => isOpen(actor))
  return (
    <>
      <PageHeader title={`${t('title')} · ${t(`tab.${tab}`)}`} note={actor.organisationName} />
      <div className="grid gap-4 p-5">
        <LinkTabs
          label={t('tabs')}
          tabs={mine.map(({ key, href }) => ({ href, text: t(`tab.${key}`), isCurrent: key === tab }))}
        />
        {children}
      </div>
    </>
  )
}

/** The title of the window for one part. */
export const settingsTitle = async (tab: Tab) => {
  const t = await getTranslations('settings')
  return { title: `${t(`tab.${tab}`)} · ${t('title')}` }
}

/** What somebody sees whose role does not open a page: words, not an error. */
export async function NotYours() {
  const t = await getTranslations('settings')
  return <EmptyState title={t('notYours')} text={t('notYoursText')} />
}
