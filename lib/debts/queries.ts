import { and, asc, desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { balanceSnapshots, creditorProducts, debts } from '@/db/schema'
import { visibleCase } from '@/lib/cases/scope.queries'
import { query, type Reading } from '@/lib/core/query'
import { agreedDue } from './agreed-due.queries'
import { paidOffNotes } from './paid-off.queries'
import { viewOf } from './view'

/** The loan notes of a case with what follows from them; amounts CNY as text, rates in percent. */
export const listDebts = query({
  name: 'debt.list',
  input: z.strictObject({ caseId: z.uuid() }),
  async run(reading, { caseId }) {
    await visibleCase(reading, caseId)
    return { debts: await debtsOf(reading, caseId) }
  },
})

async function debtsOf({ actor, tx, now }: Reading, caseId: string) {
  const rows = await tx
    .select({ debt: debts, product: creditorProducts })
    .from(debts)
    .innerJoin(creditorProducts, and(eq(creditorProducts.orgId, debts.orgId), eq(creditorProducts.id, debts.productId)))
    .where(and(eq(debts.orgId, actor.organisationId), eq(debts.caseId, caseId)))
    .orderBy(asc(debts.startedOn), asc(debts.id))
  const snapshots = await tx
    .select({ debtId: balanceSnapshots.debtId, capturedAt: balanceSnapshots.capturedAt, buckets: balanceSnapshots.buckets })
    .from(balanceSnapshots)
    .innerJoin(debts, and(eq(debts.orgId, balanceSnapshots.orgId), eq(debts.id, balanceSnapshots.debtId)))
    .where(and(eq(balanceSnapshots.orgId, actor.organisationId), eq(debts.caseId, caseId)))
    .orderBy(desc(balanceSnapshots.capturedAt))
  const agreed = await agreedDue({ tx }, { orgId: actor.organisationId, id: caseId })
  const paidOff = await paidOffNotes({ tx, actor }, actor.organisationId, agreed)
  return rows.map(({ debt, product }) => ({
    ...viewOf(debt, product, { now, timeZone: actor.timeZone, agreed, paidOff }),
    snapshots: snapshots
      .filter((snapshot) => snapshot.debtId === debt.id)
      .map(({ capturedAt, buckets }) => ({ capturedAt: capturedAt.toISOString(), buckets })),
  }))
}
