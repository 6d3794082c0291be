import { and, desc, eq, lt, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { accessLog, auditEvents, cases, members } from '@/db/schema'
import { accessKinds } from '@/db/vocabulary'
import { query, type Reading } from '@/lib/core/query'
import { followChain } from './chain.queries'
import { isCursor } from './cursor'
import { colleague, kindOf } from './who.queries'

const pageSize = 100
const page = { limit: z.int().min(1).max(500).default(pageSize) }
const most = 2_147_483_647
const name = z.string().max(60)

/**
 * The organisation's audit chain, newest first, a page at a time; `before` goes on where `next` says. Of one case by its id
 * or number, of one command by its name.
 */
export const auditList = query({
  name: 'audit.list',
  input: z.strictObject({
    ...page,
    caseId: z.uuid().optional(),
    number: z.string().max(20).optional(),
    command: name.optional(),
    before: z.int().min(1).max(most).optional(),
  }),
  async run(reading, { limit, ...wanted }) {
    const events = await eventsOf(reading, auditWhere(reading, wanted), limit)
    return { events, next: events.length === limit ? (events.at(-1)?.seq ?? null) : null }
  },
})

type Wanted = {
  caseId?: string | undefined
  number?: string | undefined
  command?: string | undefined
  before?: number | undefined
}

const auditWhere = ({ actor }: Reading, { caseId, number, command, before }: Wanted) =>
  and(
    eq(auditEvents.orgId, actor.organisationId),
    caseId === undefined ? undefined : eq(auditEvents.caseId, caseId),
    number === undefined ? undefined : sql`${auditEvents.caseId} = ${caseNumbered(actor.organisationId, number)}`,
    command === undefined ? undefined : eq(auditEvents.command, command),
    before === undefined ? undefined : lt(auditEvents.seq, before),
  )

const caseNumbered = (orgId: string, number: string) =>
  sql`(select ${cases.id} from ${cases} where ${cases.orgId} = ${orgId} and ${cases.number} = ${number.trim().toUpperCase()})`

async function eventsOf({ tx }: Reading, where: SQL | undefined, limit: number) {
  const rows = await tx
    .select({
      ...{
        seq: auditEvents.seq,
        at: auditEvents.at,
        actor: auditEvents.actor,
        kind: kindOf(auditEvents.actor),
        name: members.name,
      },
      ...{ command: auditEvents.command, event: auditEvents.event, caseId: auditEvents.caseId, number: cases.number },
      ...{ requestId: auditEvents.requestId, hash: auditEvents.hash },
    })
    .from(auditEvents)
    .leftJoin(members, colleague(auditEvents.orgId, auditEvents.actor))
    .leftJoin(cases, and(eq(cases.orgId, auditEvents.orgId), eq(cases.id, auditEvents.caseId)))
    .where(where)
    .orderBy(desc(auditEvents.seq))
    .limit(limit)
  return rows.map(({ at, kind, name, ...event }) => ({ ...event, at: at.toISOString(), who: { kind, name } }))
}

/** Recomputes the organisation's chain: how many events there are, and the first that is not as it was written. */
export const auditVerify = query({
  name: 'audit.verify',
  input: z.strictObject({}),
  run: ({ actor, tx }) => followChain(tx, actor.organisationId),
})

/** Who was refused, and who opened, revealed, downloaded or exported what; newest first, a page at a time. */
export const accessList = query({
  name: 'access.list',
  input: z.strictObject({
    ...page,
    clientId: z.uuid().optional(),
    kind: z.enum(accessKinds).optional(),
    before: z.string().max(70).refine(isCursor, 'cursor').optional(),
  }),
  async run(reading, { limit, clientId, kind, before }) {
    const where = and(
      eq(accessLog.orgId, reading.actor.organisationId),
      clientId === undefined ? undefined : eq(accessLog.clientId, clientId),
      kind === undefined ? undefined : eq(accessLog.kind, kind),
      before === undefined ? undefined : olderThan(before),
    )
    const lines = await linesOf(reading, where, limit)
    const last = lines.length === limit ? lines.at(-1) : undefined
    return { lines, next: last === undefined ? null : `${last.at}~${last.id}` }
  },
})

async function linesOf({ tx }: Reading, where: SQL | undefined, limit: number) {
  const rows = await tx
    .select({
      ...{ id: accessLog.id, at: accessLog.at, actor: accessLog.actor, by: kindOf(accessLog.actor), name: members.name },
      ...{ kind: accessLog.kind, what: accessLog.what, object: accessLog.object, clientId: accessLog.clientId },
    })
    .from(accessLog)
    .leftJoin(members, colleague(accessLog.orgId, accessLog.actor))
    .where(where)
    .orderBy(desc(accessLog.at), desc(accessLog.id))
    .limit(limit)
  return rows.map(({ at, by, name, ...line }) => ({ ...line, at: at.toISOString(), who: { kind: by, name } }))
}

/** Lines of one moment go on by their id. */
function olderThan(cursor: string): SQL {
  const [at, id] = cursor.split('~')
  return sql`(${accessLog.at}, ${accessLog.id}) < (${at}::timestamptz, ${id}::uuid)`
}
