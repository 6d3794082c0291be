import { and, desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { delegations } from '@/db/schema'
import { visibleClient } from '@/lib/clients/scope.queries'
import { query, type Reading } from '@/lib/core/query'
import { found } from '@/lib/core/refusal'

/** Whom the client lets look or act, and what they may. */
export const myDelegates = query({
  name: 'portal.delegates',
  input: z.strictObject({}),
  async run(reading) {
    return { delegates: await delegatesOf(reading, found(reading.actor.clientId)) }
  },
})

/** The same for the office, which gives out the way in. */
export const listDelegates = query({
  name: 'delegation.list',
  input: z.strictObject({ clientId: z.uuid() }),
  async run(reading, { clientId }) {
    await visibleClient(reading, clientId)
    return { delegates: await delegatesOf(reading, clientId) }
  },
})

async function delegatesOf({ actor, tx, now }: Reading, clientId: string) {
  const rows = await tx
    .select()
    .from(delegations)
    .where(and(eq(delegations.orgId, actor.organisationId), eq(delegations.clientId, clientId)))
    .orderBy(desc(delegations.createdAt))
    .limit(20)
  return rows.map(({ id, name, relation, verbs, expiresAt, revokedAt, userId }) => ({
    ...{ id, name, relation, verbs, expiresAt: expiresAt.toISOString() },
    ...{ isInForce: revokedAt === null && expiresAt > now, hasEntered: userId !== null },
  }))
}
