import { and, eq } from 'drizzle-orm'
import { letterBatches } from '@/db/schema'
import { seesWholeOffice } from '@/lib/core/actor'
import type { Reading } from '@/lib/core/query'
import { found } from '@/lib/core/refusal'

export type Batch = typeof letterBatches.$inferSelect

/**
 * A batch of the actor's own, or any for those who see the whole office; locked until the command ends where asked.
 * @throws Refusal `not_found`
 */
export async function ownBatch({ actor, tx }: Pick<Reading, 'actor' | 'tx'>, batchId: string, lock?: 'lock'): Promise<Batch> {
  const mine = seesWholeOffice(actor) ? undefined : eq(letterBatches.by, actor.id)
  const rows = tx
    .select()
    .from(letterBatches)
    .where(and(eq(letterBatches.orgId, actor.organisationId), eq(letterBatches.id, batchId), mine))
  const [batch] = await (lock === undefined ? rows : rows.for('update'))
  return found(batch)
}
