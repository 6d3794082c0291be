import { and, asc, eq, isNull } from 'drizzle-orm'
import { agreements, circumstances, instalments, payments } from '@/db/schema'
import { ledger } from '@/lib/agreements/ledger'
import type { Reading } from '@/lib/core/query'
import { civilDateIn } from '@/lib/platform/dates'
import { toText } from '@/lib/platform/money'
import { stillTold } from './struck-out'

/**
 * The first instalment of the running plan that is neither paid nor said to be: who told us that they paid is not asked again
 * while we check. The amount, in CNY, is what is left after both; beside it whether a payment they told of is not counted.
 */
export async function nextInstalment(reading: Reading, caseId: string) {
  const [due, made] = [await dueIn(reading, caseId), await madeIn(reading, caseId)]
  const today = civilDateIn(reading.now, reading.actor.timeZone)
  const row = ledger(due, made, today).find(({ status }) => status !== 'PAID' && status !== 'REPORTED')
  if (row === undefined) return null
  const { n, dueOn, amount, paid, reported, agreementId, struckOut } = row
  const hasStruckOut = stillTold(struckOut, today).length > 0
  return { n, dueOn, amount: toText(amount.minus(paid).minus(reported)), agreementId, hasStruckOut }
}

/** Whether the client told us that they cannot pay, and nobody has talked it through with them yet. */
export async function isDifficultyTold({ tx, actor }: Reading, caseId: string): Promise<boolean> {
  const [told] = await tx
    .select({ id: circumstances.id })
    .from(circumstances)
    .where(and(eq(circumstances.orgId, actor.organisationId), eq(circumstances.caseId, caseId), isNull(circumstances.handledAt)))
    .limit(1)
  return told !== undefined
}

const ofRunningPlan = ({ actor }: Reading, caseId: string) =>
  and(eq(agreements.orgId, actor.organisationId), eq(agreements.caseId, caseId), eq(agreements.status, 'ACTIVE'))

const dueIn = (reading: Reading, caseId: string) =>
  reading.tx
    .select({
      ...{ n: instalments.n, dueOn: instalments.dueOn, amount: instalments.amount },
      ...{ agreementId: instalments.agreementId, struckOut: agreements.struckOut },
    })
    .from(instalments)
    .innerJoin(agreements, and(eq(agreements.orgId, instalments.orgId), eq(agreements.id, instalments.agreementId)))
    .where(ofRunningPlan(reading, caseId))
    .orderBy(asc(instalments.n))

async function madeIn(reading: Reading, caseId: string) {
  const made = await reading.tx
    .select({ paidOn: payments.paidOn, amount: payments.amount, verifiedAt: payments.verifiedAt })
    .from(payments)
    .innerJoin(agreements, and(eq(agreements.orgId, payments.orgId), eq(agreements.id, payments.agreementId)))
    .where(ofRunningPlan(reading, caseId))
    .orderBy(asc(payments.paidOn))
  return made.map(({ verifiedAt, ...payment }) => ({ ...payment, isVerified: verifiedAt !== null }))
}
