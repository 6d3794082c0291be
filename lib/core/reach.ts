import { type SQL, sql } from 'drizzle-orm'
import { type Actor, seesWholeOffice } from './actor'

/** Row-level security narrows a client; supervisors and auditors see the whole office. */
const isNarrowed = (actor: Actor) => !(seesWholeOffice(actor) || actor.kind === 'client')

/**
 * The condition over `cases` that keeps the rows this actor may see (domain.md 2.6): their own, those deputised to them,
 * those of their open teams; everything for supervisors and auditors.
 */
export const casesInReach = (actor: Actor): SQL =>
  isNarrowed(actor)
    ? sql`("cases"."owner_id" = any(${listParam(actor.owners)}::uuid[]) or "cases"."team_id" = any(${listParam(actor.teams)}::uuid[]))`
    : sql`true`

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
export const listParam = (values: readonly string[]) => sql.param(`{${values.map((value) => JSON.stringify(value)).join(',')}}`)
