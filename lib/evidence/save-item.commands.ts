import { and, eq } from 'drizzle-orm'
import { evidence } from '@/db/schema'
import type { Work } from '@/lib/core/command'
import { Refusal } from '@/lib/core/refusal'
import type { Evidence } from './scope.queries'

/** What may change of an item; its file never does. */
type Changes = Partial<
  Pick<
    typeof evidence.$inferInsert,
    | 'debtId'
    | 'status'
    | 'rejectReason'
    | 'expiresOn'
    | 'verifiedBy'
    | 'clientConfirmedAt'
    | 'clientConfirmedBy'
    | 'clientConfirmedChannel'
  >
>

/** Saves a change of an item as its next version. @throws Refusal `conflict` where somebody was faster */
export async function saveItem({ tx }: Pick<Work, 'tx'>, { orgId, id, version }: Evidence, changes: Changes) {
  const [row] = await tx
    .update(evidence)
    .set({ ...changes, version: version + 1 })
    .where(and(eq(evidence.orgId, orgId), eq(evidence.id, id), eq(evidence.version, version)))
    .returning({ id: evidence.id })
  if (row === undefined) throw new Refusal('conflict', { current: version + 1 })
  return { id, version: version + 1 }
}
