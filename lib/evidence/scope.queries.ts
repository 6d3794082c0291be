import { and, eq } from 'drizzle-orm'
import { evidence } from '@/db/schema'
import { visibleClient } from '@/lib/clients/scope.queries'
import type { Reading } from '@/lib/core/query'
import { found } from '@/lib/core/refusal'

export type Evidence = typeof evidence.$inferSelect

type Door = Pick<Reading, 'actor' | 'tx'>

const mine = ({ actor }: Door, evidenceId: string) => and(eq(evidence.orgId, actor.organisationId), eq(evidence.id, evidenceId))

/** @throws Refusal `not_found` also where it exists outside the actor's scope */
export async function visibleEvidence(door: Door, evidenceId: string): Promise<Evidence> {
  const [row] = await door.tx.select().from(evidence).where(mine(door, evidenceId))
  const item = found(row)
  await visibleClient(door, item.clientId)
  return item
}

/** @throws Refusal `not_found` unless this item is the client's own */
export async function expectEvidence(door: Door, { evidenceId, clientId }: { evidenceId: string; clientId: string }) {
  const [row] = await door.tx
    .select({ id: evidence.id })
    .from(evidence)
    .where(and(mine(door, evidenceId), eq(evidence.clientId, clientId)))
  return found(row)
}
