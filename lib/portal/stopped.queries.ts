import { and, eq } from 'drizzle-orm'
import { cases, consents } from '@/db/schema'
import type { Reading } from '@/lib/core/query'
import { found } from '@/lib/core/refusal'

/**
 * The moment the client took the basic consent back, while it is neither given again nor all their cases are over: until then nothing is
 * asked of them and nothing is promised.
 */
export async function stoppedSince({ actor, tx }: Reading): Promise<string | null> {
  const clientId = found(actor.clientId)
  const mine = and(eq(consents.orgId, actor.organisationId), eq(consents.clientId, clientId), eq(consents.purpose, 'PROCESSING'))
  const given = await tx.select({ withdrawnAt: consents.withdrawnAt }).from(consents).where(mine)
  const ends = given.flatMap(({ withdrawnAt }) => withdrawnAt?.toISOString() ?? [])
  if (ends.length === 0 || ends.length < given.length) return null
  const own = await tx
    .select({ stage: cases.stage })
    .from(cases)
    .where(and(eq(cases.orgId, actor.organisationId), eq(cases.clientId, clientId)))
  const isOver = own.length > 0 && own.every(({ stage }) => stage === 'CLOSED')
  return isOver ? null : (ends.toSorted().at(-1) ?? null)
}
