import type { Metadata } from 'next'
import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { type ReactNode, Suspense } from 'react'
import { Document } from '@/app/_parts/document'
import { CurrentInView } from '@/app/_ui/current-in-view'
import { ToastRegion } from '@/app/_ui/toast'
import type { Actor } from '@/lib/core/actor'
import { mayAsk } from '@/lib/core/permissions'
import { requireStaff } from '@/lib/core/session'
import { isCovered } from '@/lib/core/session-preferences'
import { knownEntries } from './_palette/known'
import { OfficeKeys } from './_palette/office-keys'
import { Cover } from './_privacy/cover'
import { NavLinks } from './nav-links'
import { Preferences } from './preferences'
import { Unread } from './unread'
import '../globals.css'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('shell')
  return { title: { default: '协商台 Parley', template: `%s · ${t('product')}` } }
}

/** Navigation only. What may be seen is decided where it is read. */
export default async function OfficeLayout({ children }: { children: ReactNode }) {
  const [actor, t] = [await requireStaff(), await getTranslations('shell')]
  const known = knownEntries(actor, (await getLocale()) === 'en' ? 'en' : 'zh-CN')
  const unread = (
    <Suspense>
      <Unread actor={actor} />
    </Suspense>
  )
  return (
    <Document>
      <Cover initially={await isCovered()}>
        <a href="#main" className="absolute -top-20 left-2 z-50 rounded-m bg-surface px-3 py-2 focus:top-2">
          {t('skip')}
        </a>
        <ToastRegion label={t('saved')} closeLabel={t('close')}>
          <div className="min-h-dvh md:grid print:block md:grid-cols-[calc(208rem/14)_minmax(0,1fr)]">
            <nav
              aria-label={t('nav')}
              className="flex flex-col gap-1 border-line bg-paper p-2.5 md:sticky md:top-0 md:h-dvh md:overflow-y-auto md:border-r"
            >
              <Link
                href="/today"
                className="flex items-center gap-2 px-2 py-1 text-section font-semibold text-ink no-underline md:pb-3"
              >
                <span
                  aria-hidden="true"
                  className="grid size-6 place-items-center rounded-[5px] bg-primary text-body text-on-primary"
                >
                  商
                </span>
                {t('product')}
              </Link>
              <OfficeKeys known={known} who={actor.id} maySearch={mayAsk(actor, 'search')} />
              <div className="flex shrink-0 gap-0.5 overflow-x-auto md:flex-col">
                <NavLinks
                  links={linksFor(actor).map(({ href, key }) => ({
                    href,
                    text: t(key),
                    ...(key === 'inbox' && { badge: unread }),
                  }))}
                />
                <CurrentInView />
              </div>
              <div className="mt-auto hidden gap-1 md:grid">
                <p className="px-2 text-meta text-muted">
                  {actor.organisationName}
                  <br />
                  {actor.name}
                </p>
                <Suspense>
                  <Preferences />
                </Suspense>
              </div>
            </nav>
            <div className="flex min-w-0 flex-col">
              {actor.isDemo && (
                <aside aria-label={t('demo')} className="bg-wait-bg px-5 py-1 text-dense text-wait no-print">
                  {t('demo')}
                </aside>
              )}
              <main id="main" tabIndex={-1} className="flex min-w-0 flex-1 flex-col outline-none">
                {children}
              </main>
              <footer className="border-t border-line px-3 py-2 md:hidden">
                <Suspense>
                  <Preferences />
                </Suspense>
              </footer>
            </div>
          </div>
        </ToastRegion>
      </Cover>
    </Document>
  )
}

const links = [
  { href: '/today', key: 'today', query: 'today' },
  { href: '/inbox', key: 'inbox', query: 'inbox.list' },
  { href: '/board', key: 'board', query: 'board.window' },
  { href: '/cases', key: 'cases', query: 'case.list' },
  { href: '/clients', key: 'clients', query: 'client.list' },
  { href: '/creditors', key: 'creditors', query: 'creditor.list' },
  { href: '/analytics', key: 'analytics', query: 'analytics.get' },
  { href: '/reports', key: 'reports', query: 'report.get' },
  { href: '/settings', key: 'settings', query: 'member.list' },
] as const

const linksFor = (actor: Actor) => links.filter(({ query }) => mayAsk(actor, query))
