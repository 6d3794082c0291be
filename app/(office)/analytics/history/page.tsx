import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { civilDates } from '@/app/_parts/civil-dates'
import { dayOf } from '@/app/_parts/day-of'
import { orNotFound } from '@/app/_parts/or-not-found'
import { ButtonLink } from '@/app/_ui/button'
import { EmptyState } from '@/app/_ui/empty-state'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import type { Actor } from '@/lib/core/actor'
import { expectMay } from '@/lib/core/expect-may'
import { mayAsk } from '@/lib/core/permissions'
import { requireStaff } from '@/lib/core/session'
import { listHistory } from '@/lib/history/queries'
import { Workbench } from './workbench'

export const generateMetadata = async () => ({ title: (await getTranslations('history'))('title') })

/** A table of past outcomes on its way into the analytics, and the imports there were. */
export default async function HistoryPage() {
  const [actor, t] = [await requireStaff(), await getTranslations('history')]
  await orNotFound(expectMay(actor, 'history.start'))
  return (
    <>
      <PageHeader title={t('title')}>
        {mayAsk(actor, 'analytics.get') && <ButtonLink href="/analytics">{t('back')}</ButtonLink>}
      </PageHeader>
      <div className="grid gap-4 p-5">
        <p className="max-w-[60em] text-ink-2">{t('lead')}</p>
        <Workbench />
        <Previous actor={actor} />
      </div>
    </>
  )
}

async function Previous({ actor }: { actor: Actor }) {
  const [t, { imports }, civil] = [await getTranslations('history'), await listHistory(actor), civilDates(await getLocale())]
  return (
    <Panel title={t('previous')}>
      {imports.length === 0 ? (
        <EmptyState title={t('nonePrevious')} text={t('nonePreviousText')} />
      ) : (
        <ul className="grid gap-1">
          {imports.map(({ importId, at, by, fileName, imported, known, refused, undone, isUndone }) => (
            <li key={importId} className="flex flex-wrap items-baseline gap-x-3">
              <Link className="text-primary hover:underline" href={`/analytics/history/${importId}`}>
                {t('listed', { day: civil.inText(dayOf(at, actor.timeZone)), by, name: fileName })}
              </Link>
              <span className="text-dense text-muted">
                {isUndone ? t('undone', { undone }) : t('done', { imported, known, refused })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
