import { and, desc, eq } from 'drizzle-orm'
import { evidence, statements } from '@/db/schema'
import type { EvidenceStatus } from '@/db/vocabulary'
import { basicConsentEnded } from '@/lib/core/basic-consent.queries'
import type { Reading } from '@/lib/core/query'
import { found } from '@/lib/core/refusal'

/**
 * `over`: turned back or out of date, or newer figures have taken its place before anybody confirmed it. `resting`: nobody confirmed it,
 * and nobody is asked to while the work stands still.
 */
export type Standing = 'confirmed' | 'waiting' | 'resting' | 'over'

type Paper = { status: EvidenceStatus; confirmedAt: Date | null; isOfNewest: boolean; isStopped: boolean }

function standingOf({ status, confirmedAt, isOfNewest, isStopped }: Paper): Standing {
  if (status === 'VERIFIED' && confirmedAt !== null) return 'confirmed'
  if (status !== 'RECEIVED' || !isOfNewest) return 'over'
  return isStopped ? 'resting' : 'waiting'
}

/** The papers that were made of what the client told, newest first, and which of them waits for their word. */
export async function papersOf(reading: Reading) {
  const [{ actor, tx }, clientId] = [reading, found(reading.actor.clientId)]
  const isStopped = (await basicConsentEnded(reading, clientId)) !== null
  const of = [eq(statements.orgId, actor.organisationId), eq(statements.clientId, clientId)]
  const [newest] = await tx
    .select({ number: statements.number })
    .from(statements)
    .where(and(...of))
    .orderBy(desc(statements.number))
    .limit(1)
  const rows = await tx
    .select({
      ...{ id: evidence.id, status: evidence.status },
      ...{ confirmedAt: evidence.clientConfirmedAt, number: statements.number },
    })
    .from(evidence)
    .innerJoin(statements, and(eq(statements.orgId, evidence.orgId), eq(statements.id, evidence.statementId)))
    .where(and(...of))
    .orderBy(desc(evidence.createdAt))
  return rows.map(({ id, number, ...paper }) => ({
    ...{ id, number },
    standing: standingOf({ ...paper, isOfNewest: number === newest?.number, isStopped }),
  }))
}
