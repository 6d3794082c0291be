import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { orNotFound } from '@/app/_parts/or-not-found'
import { EmptyState } from '@/app/_ui/empty-state'
import { PageHeader } from '@/app/_ui/page-header'
import { search } from '@/lib/cases/search.queries'
import { expectMay } from '@/lib/core/expect-may'
import { requireStaff } from '@/lib/core/session'
import { now } from '@/lib/platform/clock'
import { civilDateIn } from '@/lib/platform/dates'
import { CaseTable } from '../cases/case-table'

type Props = { searchParams: Promise<{ q?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('search'))('title') }
}

/** Cases by name, pinyin, number, creditor or the end of a phone number; masked, within one's own scope. */
export default async function SearchPage({ searchParams }: Props) {
  const [actor, t, { q }] = [await requireStaff(), await getTranslations('search'), await searchParams]
  await orNotFound(expectMay(actor, 'search'))
  const asked = typeof q === 'string' ? q.trim().slice(0, 100) : ''
  const cases = asked === '' ? [] : (await search(actor, { q: asked })).cases
  const today = civilDateIn(now(), actor.timeZone)
  return (
    <>
      <PageHeader title={asked === '' ? t('title') : t('results', { q: asked })} />
      <div className="grid gap-3 p-5">
        {asked === '' && <p className="text-ink-2">{t('ask')}</p>}
        {asked !== '' && cases.length === 0 && <EmptyState title={t('none', { q: asked })} text={t('noneText')} />}
        {cases.length > 0 && <CaseTable cards={cases} now={{ today, timeZone: actor.timeZone }} />}
        {cases.length > 0 && <p className="text-dense text-muted">{t('most')}</p>}
      </div>
    </>
  )
}
