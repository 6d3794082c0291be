import { and, desc, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { cases, legalHolds, rightsRequests } from '@/db/schema'
import { visibleClient } from '@/lib/clients/scope.queries'
import { query, type Reading } from '@/lib/core/query'
import { found } from '@/lib/core/refusal'
import { civilDateIn } from '@/lib/platform/dates'
import { keptUntil } from './retention'

/** A client's requests about their data, the retention clock and a hold that stops it. */
export const listRights = query({
  name: 'rights.list',
  input: z.strictObject({ clientId: z.uuid() }),
  async run(reading, { clientId }) {
    await visibleClient(reading, clientId)
    const until = await clockOf(reading, clientId)
    return {
      requests: await requestsOf(reading, clientId),
      hold: await holdOf(reading, clientId),
      keptUntil: until,
      isDue: until !== null && until < civilDateIn(reading.now, reading.actor.timeZone),
    }
  },
})

/** The client's own requests, with what came of them. */
export const myRights = query({
  name: 'portal.rights',
  input: z.strictObject({}),
  async run(reading) {
    const clientId = found(reading.actor.clientId)
    return { requests: await requestsOf(reading, clientId), keptUntil: await clockOf(reading, clientId) }
  },
})

async function requestsOf({ actor, tx }: Reading, clientId: string) {
  const rows = await tx
    .select()
    .from(rightsRequests)
    .where(and(eq(rightsRequests.orgId, actor.organisationId), eq(rightsRequests.clientId, clientId)))
    .orderBy(desc(rightsRequests.askedAt))
    .limit(50)
  return rows.map(({ id, kind, note, status, answer, askedAt, proposedBy, decidedAt }) => ({
    ...{ id, kind, note, status, answer, askedAt: askedAt.toISOString(), decidedAt: decidedAt?.toISOString() ?? null },
    proposedByMe: proposedBy === actor.id,
  }))
}

async function holdOf({ actor, tx }: Reading, clientId: string) {
  const [hold] = await tx
    .select()
    .from(legalHolds)
    .where(and(eq(legalHolds.orgId, actor.organisationId), eq(legalHolds.clientId, clientId), isNull(legalHolds.releasedAt)))
  return hold === undefined ? null : { id: hold.id, reason: hold.reason, placedAt: hold.placedAt.toISOString() }
}

async function clockOf({ actor, tx }: Reading, clientId: string) {
  const rows = await tx
    .select({ closedAt: cases.closedAt })
    .from(cases)
    .where(and(eq(cases.orgId, actor.organisationId), eq(cases.clientId, clientId)))
  return keptUntil(rows.map(({ closedAt }) => (closedAt === null ? null : civilDateIn(closedAt, actor.timeZone))))
}
