import { and, eq } from 'drizzle-orm'
import { creditorProducts, debts } from '@/db/schema'
import { type Case, lockCase } from '@/lib/cases/scope.queries'
import type { Work } from '@/lib/core/command'
import { found } from '@/lib/core/refusal'

export type Debt = typeof debts.$inferSelect

/** The loan note and its case, both locked. @throws Refusal `not_found` also where it exists outside the actor's scope */
export async function lockDebt(work: Work, debtId: string): Promise<{ debt: Debt; kase: Case }> {
  const mine = and(eq(debts.orgId, work.actor.organisationId), eq(debts.id, debtId))
  const [known] = await work.tx.select({ caseId: debts.caseId }).from(debts).where(mine)
  const kase = await lockCase(work, found(known).caseId)
  const [debt] = await work.tx.select().from(debts).where(mine).for('update')
  return { debt: found(debt), kase }
}

export async function expectProduct({ actor, tx }: Pick<Work, 'actor' | 'tx'>, productId: string) {
  const [product] = await tx
    .select({ id: creditorProducts.id })
    .from(creditorProducts)
    .where(and(eq(creditorProducts.orgId, actor.organisationId), eq(creditorProducts.id, productId)))
  return found(product)
}
