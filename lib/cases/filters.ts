import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { movers } from '@/db/vocabulary'
import { addDays, type CivilDate } from '@/lib/platform/dates'
import { searchWords } from '@/lib/platform/pinyin'
import { type DueFilter, dueFilters, hardshipFilters } from './filter-words'
import { listParam } from './scope'

/** What a board, a list or a link can be narrowed to; the same words stand in the address. */
export const caseFilters = {
  owner: z.union([z.literal('me'), z.uuid()]).optional(),
  whose: z.array(z.enum(movers)).max(movers.length).optional(),
  due: z.enum(dueFilters).optional(),
  creditor: z.uuid().optional(),
  hardship: z.enum(hardshipFilters).optional(),
  /** Cases with documents nobody has looked at yet. */
  evidence: z.literal('review').optional(),
  q: z.string().trim().max(100).optional(),
}

const shape = z.object(caseFilters)
export type CaseFilters = z.output<typeof shape>

/** Filters as far as an address makes sense; what does not is left out rather than refused. */
export function filtersFrom(given: Record<string, unknown>): CaseFilters {
  const fit = Object.entries(caseFilters).flatMap(([name, field]) => {
    const value = name === 'whose' ? listOf(given[name]) : given[name]
    const parsed = field.safeParse(value)
    return parsed.success && parsed.data !== undefined && parsed.data !== '' ? [[name, parsed.data]] : []
  })
  return shape.parse(Object.fromEntries(fit))
}

const listOf = (value: unknown) => (value === undefined ? undefined : [value].flat())

/** Conditions over `cases` for everything but the owner; none where nothing is filtered. `hits` is the search's own CTE. */
export const conditionsOf = (filters: CaseFilters, today: CivilDate): SQL[] =>
  [
    filters.whose?.length ? sql`cases.whose_move = any(${listParam(filters.whose)}::text[])` : undefined,
    filters.due && due[filters.due](today),
    filters.creditor && sql`cases.creditor_id = ${filters.creditor}`,
    filters.hardship && hardshipIs(filters.hardship),
    filters.evidence &&
      sql`exists (select 1 from evidence e where e.org_id = cases.org_id and e.client_id = cases.client_id
      and e.status = 'RECEIVED' and (e.case_id is null or e.case_id = cases.id))`,
    filters.q ? sql`cases.id in (select case_id from hits)` : undefined,
  ].filter((condition) => typeof condition === 'object')

const hardshipIs = (type: NonNullable<CaseFilters['hardship']>) =>
  type === 'NONE' ? sql`cases.hardship_type is null` : sql`cases.hardship_type = ${type}`

/** A case on hold asks for nothing until it wakes. */
const isAwake = (today: CivilDate) => sql`coalesce(cases.hold_until, '-infinity') <= ${today}::date`

const due: Record<DueFilter, (today: CivilDate) => SQL> = {
  overdue: (today) => sql`cases.due_sort < ${today}::date and ${isAwake(today)}`,
  today: (today) => sql`cases.due_sort = ${today}::date and ${isAwake(today)}`,
  week: (today) => sql`cases.due_sort between ${today}::date and ${addDays(today, 6)}::date and ${isAwake(today)}`,
  none: () => sql`cases.due_on is null`,
}

/** What each word of a query has to match: the beginning of a word. */
export const patternsOf = (q: string) => searchWords(q).map((word) => `% ${word}%`)
