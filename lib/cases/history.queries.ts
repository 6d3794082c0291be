import { and, desc, eq, lt, sql } from 'drizzle-orm'
import { z } from 'zod'
import { auditEvents, members, stageEvents } from '@/db/schema'
import { colleague, kindOf } from '@/lib/audit/who.queries'
import { query, type Reading } from '@/lib/core/query'
import { consentsTold } from './consents-told.queries'
import { mayTakeBack } from './may-step'
import { type Case, visibleCase } from './scope.queries'

const pageSize = 50

/**
 * What happened to a case, newest first: the audit's events with who and when, fifty at a time (`next` goes on), and with
 * the first page its last moves with their reasons; `canUndo` marks the one that can be taken back. `consents`: what the client
 * agreed to and took back in the time of this page, which the audit keeps with the client and not with a case.
 */
export const caseHistory = query({
  name: 'case.history',
  input: z.strictObject({ caseId: z.uuid(), before: z.int().positive().optional() }),
  async run(reading, { caseId, before }) {
    const kase = await visibleCase(reading, caseId)
    const events = await eventsOf(reading, kase, before)
    const last = events.length === pageSize ? events.at(-1) : undefined
    const consents = await consentsTold(reading, kase, { after: last?.at ?? null, until: await momentOf(reading, kase, before) })
    return { events, consents, moves: before === undefined ? await movesOf(reading, kase) : [], next: last?.seq ?? null }
  },
})

/** When the last event of the page before this one happened. */
async function momentOf({ tx }: Reading, { orgId }: Case, seq: number | undefined) {
  if (seq === undefined) return null
  const one = and(eq(auditEvents.orgId, orgId), eq(auditEvents.seq, seq))
  const [event] = await tx.select({ at: auditEvents.at }).from(auditEvents).where(one)
  return event?.at.toISOString() ?? null
}

async function eventsOf({ tx }: Reading, kase: Case, before = Number.MAX_SAFE_INTEGER) {
  const rows = await tx
    .select({
      ...{ seq: auditEvents.seq, at: auditEvents.at, command: auditEvents.command, event: auditEvents.event },
      ...{ kind: kindOf(auditEvents.actor), by: members.name },
    })
    .from(auditEvents)
    .leftJoin(members, colleague(auditEvents.orgId, auditEvents.actor))
    .where(and(eq(auditEvents.orgId, kase.orgId), eq(auditEvents.caseId, kase.id), lt(auditEvents.seq, before)))
    .orderBy(desc(auditEvents.seq))
    .limit(pageSize)
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

/** A client's name stays masked also in what the client did. */
const nameOfColleague = sql<string | null>`case when ${members.clientId} is null then ${members.name} end`

async function movesOf({ actor, tx, now }: Reading, kase: Case) {
  const rows = await tx
    .select({
      ...{ eventId: stageEvents.id, from: stageEvents.from, to: stageEvents.to, at: stageEvents.at },
      ...{ by: nameOfColleague, byClient: sql<boolean>`${members.clientId} is not null` },
      ...{ reason: stageEvents.reason, overrode: stageEvents.overrode, undoes: stageEvents.undoes },
      undoable: sql<boolean>`${stageEvents.before} is not null`,
    })
    .from(stageEvents)
    .leftJoin(members, and(eq(members.orgId, stageEvents.orgId), eq(members.userId, stageEvents.by)))
    .where(and(eq(stageEvents.orgId, kase.orgId), eq(stageEvents.caseId, kase.id)))
    .orderBy(desc(stageEvents.caseVersion), desc(stageEvents.at))
    .limit(pageSize)
  return rows.map(({ undoable, ...row }, index) => ({
    ...{ ...row, at: row.at.toISOString() },
    canUndo: undoable && index === 0 && mayTakeBack(actor, row, now),
  }))
}
