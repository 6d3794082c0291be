import { type SQL, sql } from 'drizzle-orm'
import { type Actor, seesWholeOffice } from './actor'

/** Row-level security narrows a client; supervisors and auditors see the whole office. */
const isNarrowed = (actor: Actor) => !(seesWholeOffice(actor) || actor.kind === 'client')

/**
 * The condition over `cases` that keeps the rows this actor may see (domain.md 2.6): their own, those deputised to them,
 * those of their open teams; everything for supervisors and auditors.
 */
export const casesInReach = (actor: Actor): SQL =>
  isNarrowed(actor) ? workedBy(listParam(actor.owners), listParam(actor.teams)) : sql`true`

const workedBy = (owners: unknown, teams: unknown) =>
  sql`("cases"."owner_id" = any(${owners}::uuid[]) or "cases"."team_id" = any(${teams}::uuid[]))`

/** The same condition in the same words for everybody, for a prepared statement: `reachOf` says whose reach it is. */
export const casesInReachOf = sql`(${sql.placeholder('seesAll')}::boolean or ${workedBy(sql.placeholder('owners'), sql.placeholder('teams'))})`

export const reachOf = (actor: Actor) => ({
  orgId: actor.organisationId,
  seesAll: !isNarrowed(actor),
  owners: listText(actor.owners),
  teams: listText(actor.teams),
})

/**
 * The condition over `clients` that keeps those with a case in reach, and those the actor registered for as long as they have
 * no case: from then on it is the case that says who works with somebody.
 */
export const clientsInReach = (actor: Actor): SQL =>
  isNarrowed(actor)
    ? sql`(exists (select 1 from "cases" where ${ofClient} and ${casesInReach(actor)})
        or ("clients"."created_by" = ${actor.id}::uuid and not exists (select 1 from "cases" where ${ofClient})))`
    : sql`true`

// Written out, because a query of one table names its columns without the table.
const ofClient = sql`"cases"."org_id" = "clients"."org_id" and "cases"."client_id" = "clients"."id"`

/** One array parameter however many values, so that no statement grows with the data. To be cast: `::uuid[]`, `::text[]`. */
export const listParam = (values: readonly string[]) => sql.param(listText(values))

const listText = (values: readonly string[]) => `{${values.map((value) => JSON.stringify(value)).join(',')}}`
