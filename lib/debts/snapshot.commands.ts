import { randomUUID } from 'node:crypto'
import { and, desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { balanceSnapshots, debts } from '@/db/schema'
import { command, type Work } from '@/lib/core/command'
import { Refusal } from '@/lib/core/refusal'
import { expectEvidence } from '@/lib/evidence/scope.queries'
import { optional } from '@/lib/platform/fields'
import { toText } from '@/lib/platform/money'
import { owedOf } from './buckets'
import { followDebts } from './case-balance.commands'
import { bucketFields } from './fields'
import { type Debt, lockDebt } from './scope.queries'

/**
 * Keeps what the client's bill showed at a moment (SP-01). The newest snapshot is the balance of the loan note; one that
 * arrives late is kept but changes nothing.
 */
export const recordSnapshot = command({
  name: 'snapshot.record',
  input: z.strictObject({
    debtId: z.uuid(),
    ...bucketFields,
    capturedAt: optional(z.iso.datetime({ offset: true })),
    evidenceId: optional(z.uuid()),
  }),
  async run(work, { debtId, capturedAt, evidenceId, ...buckets }) {
    const { debt, kase } = await lockDebt(work, debtId)
    const at = capturedAt === null ? work.now : new Date(capturedAt)
    if (at > work.now) throw new Refusal('invalid', { fields: { capturedAt: ['in_future'] } })
    if (evidenceId !== null) await expectEvidence(work, { evidenceId, clientId: debt.clientId })
    const isNewest = await noneLater(work, debt, at)
    const id = randomUUID()
    const amounts = Object.entries(buckets).map(([bucket, value]) => [bucket, toText(value)])
    await work.tx.insert(balanceSnapshots).values({
      ...{ orgId: debt.orgId, id, debtId, clientId: debt.clientId, capturedAt: at, evidenceId, by: work.actor.id },
      buckets: Object.fromEntries(amounts),
    })
    if (isNewest) await becomeBalance(work, debt, buckets)
    if (isNewest) await followDebts(work, kase)
    work.audit({ type: 'snapshot.recorded', caseId: kase.id, debtId })
    return { id, owed: toText(owedOf(buckets)), isNewest }
  },
})

async function noneLater({ tx }: Work, debt: Debt, at: Date) {
  const [last] = await tx
    .select({ capturedAt: balanceSnapshots.capturedAt })
    .from(balanceSnapshots)
    .where(and(eq(balanceSnapshots.orgId, debt.orgId), eq(balanceSnapshots.debtId, debt.id)))
    .orderBy(desc(balanceSnapshots.capturedAt))
    .limit(1)
  return last === undefined || last.capturedAt <= at
}

const becomeBalance = ({ tx }: Work, debt: Debt, buckets: Parameters<typeof owedOf>[0]) =>
  tx
    .update(debts)
    .set({ ...buckets, version: debt.version + 1 })
    .where(and(eq(debts.orgId, debt.orgId), eq(debts.id, debt.id)))
