import { and, eq, isNull, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { members } from '@/db/schema'

/** Who did it, as logs say it. Clients stay without a name; the system and people who left the office have none. */
export type Who = { kind: string; name: string | null }

/** The kind in a log's actor (`staff:…`). */
export const kindOf = (actor: PgColumn) => sql<string>`split_part(${actor}, ':', 1)`

/** Joins the colleague behind a log's actor; accounts of clients do not match. */
export const colleague = (orgId: PgColumn, actor: PgColumn): SQL | undefined =>
  and(eq(members.orgId, orgId), isNull(members.clientId), sql`${members.userId}::text = split_part(${actor}, ':', 2)`)
