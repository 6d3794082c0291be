import { and, eq } from 'drizzle-orm'
import { cases } from '@/db/schema'
import { basicConsentEnded } from '@/lib/core/basic-consent.queries'
import type { Reading } from '@/lib/core/query'
import { found } from '@/lib/core/refusal'

/**
 * The moment the client took the basic consent back, while it is neither given again nor all their cases are over: until then nothing is
 * asked of them and nothing is promised.
 */
export async function stoppedSince({ actor, tx }: Reading): Promise<string | null> {
  const clientId = found(actor.clientId)
  const ended = await basicConsentEnded({ actor, tx }, clientId)
  if (ended === null) return null
  const own = await tx
    .select({ stage: cases.stage })
    .from(cases)
    .where(and(eq(cases.orgId, actor.organisationId), eq(cases.clientId, clientId)))
  const isOver = own.length > 0 && own.every(({ stage }) => stage === 'CLOSED')
  return isOver ? null : ended
}
