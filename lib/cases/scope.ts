import { type SQL, sql } from 'drizzle-orm'
import { type Actor, seesWholeOffice } from '@/lib/core/actor'

/**
 * The condition over `cases` that keeps the rows this actor may see (domain.md 2.6): their own, those deputised to them,
 * those of their open teams; everything for supervisors and auditors. A client is narrowed by row-level security.
 */
export const visibleTo = (actor: Actor): SQL =>
  seesWholeOffice(actor) || actor.kind === 'client'
    ? sql`true`
    : sql`("cases"."owner_id" = any(${listParam(actor.owners)}::uuid[]) or "cases"."team_id" = any(${listParam(actor.teams)}::uuid[]))`

/** One array parameter however many values, so that no statement grows with the data. To be cast: `::uuid[]`, `::text[]`. */
export const listParam = (values: readonly string[]) => sql.param(`{${values.map((value) => JSON.stringify(value)).join(',')}}`)
