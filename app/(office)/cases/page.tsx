import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { orNotFound } from '@/app/_parts/or-not-found'
import { ButtonLink } from '@/app/_ui/button'
import { PageHeader } from '@/app/_ui/page-header'
import { caseStages } from '@/db/vocabulary'
import { cursor } from '@/lib/cases/board.queries'
import { filtersFrom } from '@/lib/cases/filters'
import { caseList } from '@/lib/cases/list.queries'
import { expectMay } from '@/lib/core/expect-may'
import { mayAsk, mayDo } from '@/lib/core/permissions'
import { requireStaff } from '@/lib/core/session'
import { KeepShown } from '../_shown/keep-shown'
import { lookingFrom } from '../board/_views/looking-from'
import { ViewBar } from '../board/_views/view-bar'
import { viewsOf } from '../board/_views/views-of'
import type { Page } from '../board/board-state'
import { FilterBar } from '../board/filter-bar'
import { filterChoices } from '../board/filter-choices'
import { NoCases } from '../board/no-cases'
import { withChanges } from '../board/query-of'
import { CaseTable } from './case-table'

type Given = Record<string, string | string[] | undefined>

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('board.list'))('title') }
}

/** Cases as a table, with the board's filters; one page after the other by due date. */
export default async function CasesPage({ searchParams }: { searchParams: Promise<Given> }) {
  const actor = await requireStaff()
  await orNotFound(expectMay(actor, 'case.list'))
  const given = await searchParams
  const [filters, stage, after] = [filtersFrom(given), stageIn(given), cursorIn(given)]
  const looking = lookingFrom(given, 'list')
  const [t, shell] = [await getTranslations('board.list'), await getTranslations('shell')]
  const [{ text }, choices, views] = await Promise.all([
    caseList(actor, { ...filters, stage, after }),
    filterChoices(actor),
    viewsOf(actor),
  ])
  const { today, cards, next }: Page & { today: string } = JSON.parse(text)
  const isFiltered = Object.keys({ ...filters, ...(stage && { stage }) }).length > 0
  return (
    <>
      <PageHeader title={t('title')}>
        <ViewBar looking={looking} {...views} viewId={looking.viewId} />
        {mayAsk(actor, 'letterBatch.candidates') && (
          <ButtonLink href="/letters">{(await getTranslations('letterBatches'))('title')}</ButtonLink>
        )}
        {mayDo(actor, 'case.open') && (
          <ButtonLink href="/cases/new" look="primary">
            {shell('newCase')}
          </ButtonLink>
        )}
      </PageHeader>
      <div className="flex flex-wrap items-center gap-2 px-5 py-2.5">
        <FilterBar {...choices} filters={{ ...filters, stage }} withStage />
      </div>
      {cards.length === 0 ? (
        <NoCases isFiltered={isFiltered} />
      ) : (
        <div className="grid gap-3 px-5 pb-6">
          <KeepShown place="list" href={`/cases?${searchOf(given)}`} ids={cards.map(({ id }) => id)} />
          <CaseTable cards={cards} now={{ today, timeZone: actor.timeZone }} />
          <Paging given={given} after={after} next={next} />
        </div>
      )}
    </>
  )
}

async function Paging({ given, after, next }: { given: Given; after: string | undefined; next: string | null }) {
  const t = await getTranslations('board.list')
  const now = searchOf(given)
  return (
    <nav aria-label={t('title')} className="flex gap-2">
      {after !== undefined && <ButtonLink href={`/cases?${withChanges(now, {})}`}>{t('firstPage')}</ButtonLink>}
      {next !== null && <ButtonLink href={`/cases?${withChanges(now, { after: [next] })}`}>{t('nextPage')}</ButtonLink>}
    </nav>
  )
}

const searchOf = (given: Given) =>
  new URLSearchParams(Object.entries(given).flatMap(([name, value]) => [value ?? []].flat().map((one) => [name, one])))

const stageIn = ({ stage }: Given) => caseStages.find((one) => one === stage)
const cursorIn = ({ after }: Given) => cursor.safeParse(after).data
