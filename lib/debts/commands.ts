import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { debts } from '@/db/schema'
import { repaymentMethods } from '@/db/vocabulary'
import { lockCase } from '@/lib/cases/scope.queries'
import { command, type Work } from '@/lib/core/command'
import { expectVersion, Refusal } from '@/lib/core/refusal'
import { civilDateIn } from '@/lib/platform/dates'
import { toText, zero } from '@/lib/platform/money'
import { owedOf } from './buckets'
import { followDebts } from './case-balance.commands'
import { contradictions, type LoanFacts } from './contradictions'
import { bucketFields, debtFields } from './fields'
import { expectProduct, lockDebt } from './scope.queries'

/** Adds a loan note to a case. Only the principal and how it is repaid have to be known. */
export const addDebt = command({
  name: 'debt.add',
  input: debtFields.extend({ caseId: z.uuid(), principal: bucketFields.principal, method: z.enum(repaymentMethods) }),
  async run(work, { caseId, ...facts }) {
    const kase = await lockCase(work, caseId)
    expectSense(work, facts)
    const productId = facts.productId ?? kase.productId
    await expectProduct(work, productId)
    const id = randomUUID()
    const debt = { ...nothingOwed, ...facts, productId }
    await work.tx.insert(debts).values({ ...debt, orgId: kase.orgId, id, caseId, clientId: kase.clientId })
    await followDebts(work, kase)
    const owed = toText(owedOf(debt))
    work.audit({ type: 'debt.added', caseId, debtId: id, owed })
    return { id, version: 1, owed }
  },
})

/** Changes what is given about a loan note and leaves the rest. */
export const updateDebt = command({
  name: 'debt.update',
  input: debtFields.extend({ debtId: z.uuid(), version: z.int() }),
  async run(work, { debtId, version, ...facts }) {
    const { debt, kase } = await lockDebt(work, debtId)
    expectVersion(debt, version)
    expectSense(work, { ...debt, ...facts })
    if (facts.productId !== undefined) await expectProduct(work, facts.productId)
    await work.tx
      .update(debts)
      .set({ ...facts, version: version + 1 })
      .where(and(eq(debts.orgId, debt.orgId), eq(debts.id, debtId)))
    await followDebts(work, kase)
    const owed = toText(owedOf({ ...debt, ...facts }))
    work.audit({ type: 'debt.updated', caseId: kase.id, debtId, fields: Object.keys(facts), owed })
    return { id: debtId, version: version + 1, owed }
  },
})

const nothingOwed = {
  overduePrincipal: zero,
  interest: zero,
  overdueInterest: zero,
  penaltyPrincipal: zero,
  penaltyInterest: zero,
  fees: zero,
}

function expectSense({ now, actor }: Work, facts: Partial<LoanFacts>) {
  const fields = contradictions(facts, civilDateIn(now, actor.timeZone))
  if (Object.keys(fields).length > 0) throw new Refusal('invalid', { fields })
}
