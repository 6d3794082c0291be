import { type SQL, sql } from 'drizzle-orm'
import { type Place, within } from './place'
import { listParam } from './scope'

type Search = { orgId: string; place: Place; patterns: readonly string[]; limit: number; byNumber?: boolean }

/**
 * The ids of cases whose words match, never more than `limit`. The whole office is searched through the trigram index;
 * a person's own cases are few, so they are read by owner and compared, and no limit can hide one behind others'.
 * `byNumber` looks at the case numbers alone.
 */
export function hitsOf({ orgId, place, patterns, limit, byNumber = false }: Search): SQL {
  if (patterns.length === 0) return sql`select null::uuid as case_id where false`
  if (byNumber)
    return sql`select cases.id as case_id from cases where cases.org_id = ${orgId} and ${numberLike(patterns)} limit ${limit}`
  if (place.kind === 'office') return sql`select case_id from search_cases(${listParam(patterns)}::text[], ${limit})`
  return sql`select f.case_id from cases join case_search f on f.org_id = cases.org_id and f.case_id = cases.id
    where cases.org_id = ${orgId} and ${within(place)} and f.text like all(${listParam(patterns)}::text[]) limit ${limit}`
}

/** Does the number of a case, one word, begin with every word looked for? */
export const numberLike = (patterns: readonly string[]): SQL =>
  sql`(' ' || lower(cases.number)) like all(${listParam(patterns)}::text[])`
