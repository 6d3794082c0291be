import { type SQL, sql } from 'drizzle-orm'
import { openStages } from '@/db/vocabulary'
import { onlyOf, type Place, within } from './place'
import { listParam } from './scope'
import { hitsOf, numberLike } from './search-sql'

/** Cards a column shows before it is scrolled. */
export const pageSize = 50

export type BoardView = {
  orgId: string
  place: Place
  conditions: readonly SQL[]
  /** Words to search for; undefined where nothing is searched. */
  patterns?: readonly string[] | undefined
  /** The search looks at case numbers alone. */
  byNumber?: boolean
  stages?: readonly string[]
  /** `due.serial` of the last card already shown. */
  after?: string | undefined
  limit?: number
}

/**
 * Every column's first cards with its count and total, one row per stage. Cards are stored text that is only strung
 * together; counts are kept by the database unless a filter makes counting necessary.
 */
export const windowSql = (view: BoardView): SQL => sql`${hits(view)}
  select s.stage, coalesce(k.count, 0) as count, coalesce(k.total, '0.00') as total, w.cards, w.next
  from ${stagesOf(view)} cross join lateral (${page(view)}) w
  left join (${view.conditions.length === 0 ? keptCounts(view) : countedCounts(view)}) k on k.stage = s.stage order by s.n`

/** The next cards of one column (or of the first stage given). */
export const columnSql = (view: BoardView): SQL =>
  sql`${hits(view)} select w.cards, w.next from ${stagesOf(view)} cross join lateral (${page(view)}) w`

/** One list across stages, in the order of a column. */
export const listSql = (view: BoardView): SQL =>
  sql`${hits(view)} select p.cards, p.next from (${strung(view, sql`select x.* from ${stagesOf(view)} cross join lateral (${ordered(view)}) x`)}) p`

/** One list across stages with how many there are in all. */
export const summarySql = (view: BoardView): SQL => sql`${hits(view)}
  select p.cards, (select coalesce(sum(k.count), 0)::int from (${countedCounts(view)}) k) as count
  from (${strung(view, sql`select x.* from ${stagesOf(view)} cross join lateral (${ordered(view)}) x`)}) p`

/** One card if it is in `scope`, and whether the view's filters keep it. */
export const cardSql = ({
  orgId,
  place,
  conditions,
  patterns = [],
  byNumber = false,
  caseId,
  scope,
}: BoardView & { caseId: string; scope: Place }): SQL => sql`
  with hits as (select case_id from case_search join cases on cases.org_id = case_search.org_id and cases.id = case_id
    where case_search.org_id = ${orgId} and case_id = ${caseId} and ${byNumber ? numberLike(patterns) : sql`text like all(${listParam(patterns)}::text[])`})
  select cases.card, (${within(place)}${and(conditions)}) is true as fits from cases
  where cases.org_id = ${orgId} and cases.id = ${caseId} and ${within(scope)}`

const hits = ({ patterns, orgId, place, byNumber }: BoardView) =>
  patterns === undefined ? sql`` : sql`with hits as materialized (${hitsOf({ orgId, place, patterns, limit: 5000, byNumber })})`

const stagesOf = ({ stages = openStages }: BoardView) => sql`unnest(${listParam(stages)}::text[]) with ordinality s(stage, n)`

const page = (view: BoardView) => strung(view, ordered(view))

const strung = ({ limit = pageSize }: BoardView, rows: SQL) => sql`
  select '[' || coalesce(string_agg(card, ',' order by due_sort, serial), '') || ']' as cards,
    case when count(*) = ${limit} then (array_agg(due_sort || '.' || serial order by due_sort desc, serial desc))[1] end as next
  from (select * from (${rows}) found order by due_sort, serial limit ${limit}) page`

/** Each person's or team's own cards are read in order from its own index, so that nothing is sorted but the last few. */
function ordered(view: BoardView): SQL {
  const { place } = view
  if (place.kind === 'office') return cardsWhere(view, sql`true`)
  const [owner] = place.owners
  if (owner !== undefined && place.owners.length === 1 && place.teams.length === 0)
    return cardsWhere(view, sql`cases.owner_id = ${owner}`)
  const owners = sql`${listParam(place.owners)}::uuid[]`
  const ofTeam = sql`cases.team_id = t.id and cases.owner_id <> all(${owners})${onlyOf(place)}`
  return sql`select x.* from unnest(${owners}) o(id) cross join lateral (${cardsWhere(view, sql`cases.owner_id = o.id`)}) x
    union all
    select x.* from unnest(${listParam(place.teams)}::uuid[]) t(id) cross join lateral (${cardsWhere(view, ofTeam)}) x`
}

const cardsWhere = ({ orgId, conditions, after, limit = pageSize }: BoardView, place: SQL) => sql`
  select cases.card, cases.due_sort, cases.serial from cases
  where cases.org_id = ${orgId} and cases.stage = s.stage and ${place}${and(conditions)}${beyond(after)}
  order by cases.due_sort, cases.serial limit ${limit}`

function beyond(after: string | undefined) {
  if (after === undefined) return sql``
  const [due, serial] = after.split('.')
  return sql` and (cases.due_sort, cases.serial) > (${due}::date, ${serial}::int)`
}

const and = (conditions: readonly SQL[]) =>
  sql.join(
    conditions.map((condition) => sql` and ${condition}`),
    sql``,
  )

const keptCounts = ({ orgId, place }: BoardView) => sql`
  select stage, sum(count)::int as count, sum(total)::text as total from board_counters cases
  where cases.org_id = ${orgId} and ${within(place)} group by stage`

const countedCounts = ({ orgId, place, conditions, stages = openStages }: BoardView) => sql`
  select stage, count(*)::int as count, sum(owed)::text as total from cases
  where cases.org_id = ${orgId} and cases.stage = any(${listParam(stages)}::text[]) and ${within(place)}${and(conditions)}
  group by stage`
