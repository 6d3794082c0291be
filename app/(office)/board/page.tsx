import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { orNotFound } from '@/app/_parts/or-not-found'
import { ButtonLink } from '@/app/_ui/button'
import { PageHeader } from '@/app/_ui/page-header'
import { boardWindow } from '@/lib/cases/board.queries'
import { filtersFrom } from '@/lib/cases/filters'
import { type Actor, hasRole, seesWholeOffice } from '@/lib/core/actor'
import { expectMay } from '@/lib/core/expect-may'
import { mayAsk, mayDo } from '@/lib/core/permissions'
import { requireStaff } from '@/lib/core/session'
import { addressOf } from './_views/looking'
import { asksNothing, lookingFrom } from './_views/looking-from'
import { ViewBar } from './_views/view-bar'
import { viewsOf } from './_views/views-of'
import type { Rights } from './around'
import { Board } from './board'
import { FilterBar } from './filter-bar'
import { filterChoices } from './filter-choices'
import { queryOf } from './query-of'

/** A screen is six cards high: the rest of a column comes when it is scrolled. */
const firstCards = 20

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('board'))('title') }
}

/** The heart of the product: every open case in its stage. Cards travel as data, not as rendered elements. */
export default async function BoardPage({ searchParams }: Props) {
  const actor = await requireStaff()
  await orNotFound(expectMay(actor, 'board.window'))
  const given = await searchParams
  const [filters, looking] = [filtersFrom(given), lookingFrom(given, 'board')]
  const [t, shell] = [await getTranslations('board'), await getTranslations('shell')]
  const [{ text }, choices, views] = await Promise.all([
    boardWindow(actor, { ...filters, perColumn: firstCards }),
    filterChoices(actor),
    viewsOf(actor),
  ])
  if (asksNothing(given)) openChosen(views)
  const query = queryOf(filters)
  return (
    <div className={`flex min-h-0 flex-col ${actor.isDemo ? 'md:h-[calc(100dvh-2rem)]' : 'md:h-dvh'}`}>
      <PageHeader title={seesWholeOffice(actor) && filters.owner === undefined ? t('all') : t('mine')}>
        <ViewBar looking={looking} {...views} viewId={looking.viewId} />
        {mayDo(actor, 'case.open') && (
          <ButtonLink href="/cases/new" look="primary">
            {shell('newCase')}
          </ButtonLink>
        )}
      </PageHeader>
      <Board
        key={`${query} ${looking.density}`}
        text={text}
        locale={await getLocale()}
        timeZone={actor.timeZone}
        query={query}
        density={looking.density}
        isOnePerson={filters.owner !== undefined || (!seesWholeOffice(actor) && actor.teams.length === 0)}
        rights={rightsOf(actor)}
        people={choices.people}
        me={actor.id}
        bar={<FilterBar key="filters" {...choices} filters={filters} />}
      />
    </div>
  )
}

/** The board opens with the view that was chosen for it, at an address of its own. */
function openChosen({ views, chosen }: Awaited<ReturnType<typeof viewsOf>>) {
  const view = views.find(({ id }) => id === chosen)
  if (view !== undefined) redirect(addressOf(view, view.id))
}

/** What this person may do here, asked of the same table that decides on the server. */
const rightsOf = (actor: Actor): Rights => ({
  move: mayDo(actor, 'case.move'),
  next: mayDo(actor, 'case.setNextAction'),
  hold: mayDo(actor, 'case.hold'),
  assign: mayDo(actor, 'case.assign'),
  supervise: hasRole(actor, 'SUPERVISOR'),
  evidence: mayDo(actor, 'evidence.request'),
  export: mayAsk(actor, 'export.table'),
})
