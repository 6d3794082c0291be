import { type SQL, sql } from 'drizzle-orm'
import { type Actor, seesWholeOffice } from '@/lib/core/actor'
import { listParam } from './scope'

/** Whose cases are looked at: the whole office's, or those of people and teams; `only` keeps one owner of a team. */
export type Place =
  | { kind: 'office' }
  | { kind: 'people'; owners: readonly string[]; teams: readonly string[]; only?: string | undefined }

/** The actor's scope (the same as `visibleTo`), narrowed to one owner where a filter names one. */
export function placeOf(actor: Actor, owner?: string): Place {
  const only = owner === 'me' ? actor.id : owner
  if (seesWholeOffice(actor)) return only === undefined ? { kind: 'office' } : { kind: 'people', owners: [only], teams: [] }
  if (only === undefined) return { kind: 'people', owners: actor.owners, teams: actor.teams }
  return actor.owners.includes(only)
    ? { kind: 'people', owners: [only], teams: [] }
    : { kind: 'people', owners: [], teams: actor.teams, only }
}

/** The place as a condition over whatever is called `cases` in the statement. */
export const within = (place: Place): SQL =>
  place.kind === 'office'
    ? sql`true`
    : sql`(cases.owner_id = any(${listParam(place.owners)}::uuid[]) or cases.team_id = any(${listParam(place.teams)}::uuid[]))${onlyOf(place)}`

export const onlyOf = ({ only }: { only?: string | undefined }) =>
  only === undefined ? sql`` : sql` and cases.owner_id = ${only}`
