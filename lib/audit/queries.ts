import { and, desc, eq, lt, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { accessLog, auditEvents } from '@/db/schema'
import { query, type Reading } from '@/lib/core/query'

const pageSize = 100
const page = { limit: z.int().min(1).max(500).default(pageSize) }
const most = 2_147_483_647

/** The organisation's audit chain, newest first, a page at a time; `before` goes on where `next` says. */
export const auditList = query({
  name: 'audit.list',
  input: z.strictObject({ ...page, caseId: z.uuid().optional(), before: z.int().min(1).max(most).optional() }),
  async run({ actor, tx }, { limit, caseId, before }) {
    const wanted = [
      eq(auditEvents.orgId, actor.organisationId),
      ...(caseId === undefined ? [] : [eq(auditEvents.caseId, caseId)]),
      ...(before === undefined ? [] : [lt(auditEvents.seq, before)]),
    ]
    const rows = await tx
      .select()
      .from(auditEvents)
      .where(and(...wanted))
      .orderBy(desc(auditEvents.seq))
      .limit(limit)
    const events = rows.map(({ seq, at, actor: by, command, event, requestId, hash }) => ({
      ...{ seq, at: at.toISOString(), actor: by, command, event, requestId, hash },
    }))
    return { events, next: rows.length === limit ? (events.at(-1)?.seq ?? null) : null }
  },
})

/** Who was refused, and who opened, revealed, downloaded or exported what; newest first, a page at a time. */
export const accessList = query({
  name: 'access.list',
  input: z.strictObject({
    ...page,
    clientId: z.uuid().optional(),
    before: z
      .string()
      .regex(/^[\d:.TZ-]{20,30}~[0-9a-f-]{36}$/)
      .optional(),
  }),
  async run(reading, { limit, clientId, before }) {
    const wanted = [
      eq(accessLog.orgId, reading.actor.organisationId),
      ...(clientId === undefined ? [] : [eq(accessLog.clientId, clientId)]),
      ...(before === undefined ? [] : [olderThan(before)]),
    ]
    const rows = await linesOf(reading, and(...wanted), limit)
    const lines = rows.map(({ id, at, actor, kind, what, object, clientId: of }) => ({
      id,
      at: at.toISOString(),
      actor,
      kind,
      what,
      object,
      clientId: of,
    }))
    const last = rows.length === limit ? lines.at(-1) : undefined
    return { lines, next: last === undefined ? null : `${last.at}~${last.id}` }
  },
})

const linesOf = ({ tx }: Reading, wanted: SQL | undefined, limit: number) =>
  tx.select().from(accessLog).where(wanted).orderBy(desc(accessLog.at), desc(accessLog.id)).limit(limit)

/** Lines of one moment go on by their id. */
function olderThan(cursor: string): SQL {
  const [at, id] = cursor.split('~')
  return sql`(${accessLog.at}, ${accessLog.id}) < (${at}::timestamptz, ${id}::uuid)`
}
