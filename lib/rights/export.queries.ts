import { and, count, desc, eq, isNull, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { z } from 'zod'
import { accessLog, evidence, members } from '@/db/schema'
import { logAccess } from '@/lib/core/access-log'
import { query, type Reading } from '@/lib/core/query'
import { found } from '@/lib/core/refusal'
import { byDay, thingOf } from './look'
import { type Group, groups } from './register'
import { type OwnTable, ownTables, rowsOf } from './tables.queries'

/** What we hold about the client, in numbers by group, and who looked at it lately. */
export const myHoldings = query({
  name: 'portal.holdings',
  input: z.strictObject({}),
  async run(reading) {
    const clientId = found(reading.actor.clientId)
    const held: Record<Group, number> = {
      ...{ person: 0, agreement: 0, money: 0, case: 0, documents: 0, words: 0, access: 0 },
    }
    for (const own of ownTables()) held[own.group] += await countOf(reading, own, clientId)
    return { held: groups.map((group) => ({ group, rows: held[group] })), looks: await looksAt(reading, clientId) }
  },
})

/**
 * Everything we hold about the client as plain JSON, table by table, straight from the schema: a column added later is in
 * it by itself [PIPL 45]. What is withheld is named with its reason in the register. Leaves a line in the access log.
 */
export const myExport = query({
  name: 'portal.export',
  input: z.strictObject({}),
  async run(reading) {
    const { actor, tx, now } = reading
    const clientId = found(actor.clientId)
    const data: Record<string, Record<string, unknown>[]> = {}
    for (const own of ownTables()) data[own.name] = await tellRows(reading, own, clientId)
    await logAccess(tx, reading, { kind: 'export', what: 'client', object: clientId, clientId })
    return { exportedAt: now.toISOString(), organisation: actor.organisationName, data, files: await filesOf(reading, clientId) }
  },
})

async function countOf({ actor, tx }: Reading, own: OwnTable, clientId: string) {
  const [row] = await tx
    .select({ many: count() })
    .from(own.table)
    .where(rowsOf(own, actor.organisationId, clientId))
  return row?.many ?? 0
}

async function tellRows({ actor, tx }: Reading, own: OwnTable, clientId: string) {
  const rows = await tx
    .select(own.columns)
    .from(own.table)
    .where(rowsOf(own, actor.organisationId, clientId))
  return rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(own.columns[name], value)])),
  )
}

/** Instants as ISO text and amounts as they are in the database, never as a float. */
function plain(column: PgColumn | undefined, value: unknown): unknown {
  if (value instanceof Date) return value.toISOString()
  const isExact = typeof value === 'object' && value !== null && 'toFixed' in value
  return isExact && column !== undefined ? column.mapToDriverValue(value) : value
}

/** The files as they were received, by hash. */
export const filesOf = ({ actor, tx }: Pick<Reading, 'actor' | 'tx'>, clientId: string) =>
  tx
    .select({ id: evidence.id, name: evidence.fileName, hash: evidence.fileHash })
    .from(evidence)
    .where(and(eq(evidence.orgId, actor.organisationId), eq(evidence.clientId, clientId), sql`${evidence.fileHash} is not null`))

/** Who of the office looked at what and on which day, newest first. */
async function looksAt({ actor, tx }: Reading, clientId: string) {
  const rows = await tx
    .select({
      id: accessLog.id,
      at: accessLog.at,
      kind: accessLog.kind,
      what: accessLog.what,
      who: members.name,
      roles: members.roles,
    })
    .from(accessLog)
    .innerJoin(
      members,
      and(
        eq(members.orgId, accessLog.orgId),
        isNull(members.clientId),
        sql`${members.userId}::text = split_part(${accessLog.actor}, ':', 2)`,
      ),
    )
    .where(and(eq(accessLog.orgId, actor.organisationId), eq(accessLog.clientId, clientId), sql`${accessLog.kind} <> 'denied'`))
    .orderBy(desc(accessLog.at))
    .limit(500)
  const looks = rows.map(({ at, ...look }) => ({ ...look, ...thingOf(look.what), at: at.toISOString() }))
  return byDay(looks, actor.timeZone).slice(0, 50)
}
