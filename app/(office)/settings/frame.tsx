import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { EmptyState } from '@/app/_ui/empty-state'
import { LinkTabs } from '@/app/_ui/link-tabs'
import { PageHeader } from '@/app/_ui/page-header'
import type { Actor } from '@/lib/core/actor'
import { mayAsk, type QueryName } from '@/lib/core/permissions'

const tabs = [
  { key: 'people', href: '/settings', query: 'member.list' },
  { key: 'roles', href: '/settings/roles', query: 'member.list' },
  { key: 'evidence', href: '/settings/evidence', query: 'evidenceType.list' },
  { key: 'office', href: '/settings/office', query: 'organisation.get' },
  { key: 'audit', href: '/settings/audit', query: 'audit.list' },
  { key: 'access', href: '/settings/access', query: 'access.list' },
] as const satisfies readonly { key: string; href: string; query: QueryName }[]

export type Tab = (typeof tabs)[number]['key']

/** One part of the settings, with the way to those others the reader may see. */
export async function Settings({ actor, tab, children }: { actor: Actor; tab: Tab; children: ReactNode }) {
  const t = await getTranslations('settings')
  const mine = tabs.filter(({ query }) => mayAsk(actor, query))
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
