import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { payments } from '@/db/schema'
import { stages } from '@/lib/cases/stages'
import { addTaskFor } from '@/lib/contacts/task.commands'
import { command, type Work } from '@/lib/core/command'
import { found, Refusal } from '@/lib/core/refusal'
import { followDebts } from '@/lib/debts/case-balance.commands'
import { requiredLine } from '@/lib/platform/fields'
import { toText } from '@/lib/platform/money'
import { isFollowed } from './followed'
import { keepPaid, lookAhead, standing } from './payment.commands'
import { saveAgreement } from './save.commands'
import { type Held, lockAgreement, type Payment, todayOf } from './scope.queries'

/**
 * Takes the verification of a payment back, where it was entered or checked wrongly: what is left is poured into the ledger
 * anew, a plan it had completed runs on, and the owner is asked to check the payment again. Amounts in CNY.
 * @throws Refusal `rule` {why: 'not_verified'} · {why: 'not_active'} once the plan has ended otherwise or the case is closed
 */
export const takeBackPayment = command({
  name: 'payment.takeBack',
  input: z.strictObject({ paymentId: z.uuid(), reason: requiredLine(150) }),
  async run(work, { paymentId, reason }) {
    const held = await lockAgreement(work, (await paymentOf(work, paymentId)).agreementId)
    const payment = await paymentOf(work, paymentId)
    if (payment.verifiedAt === null) throw new Refusal('rule', { why: 'not_verified' })
    const kase = await runOn(work, held)
    await work.tx.update(payments).set({ verifiedBy: null, verifiedAt: null }).where(ofPayment(work, paymentId))
    work.audit({ type: 'payment.takenBack', caseId: held.kase.id, paymentId, amount: toText(payment.amount) })
    const { rows } = await standing(work, held.agreement)
    await keepPaid(work, held, rows)
    if (held.agreement.status === 'COMPLETED') await followDebts(work, kase)
    await lookAhead(work, { kase }, rows)
    await askAgain(work, held, { payment, reason })
    return { paymentId }
  },
})

const ofPayment = ({ actor }: Work, paymentId: string) =>
  and(eq(payments.orgId, actor.organisationId), eq(payments.id, paymentId))

async function paymentOf(work: Work, paymentId: string): Promise<Payment> {
  const [payment] = await work.tx.select().from(payments).where(ofPayment(work, paymentId))
  return found(payment)
}

/** A plan that this payment had completed is followed again, as long as its case is. @returns the case as it is followed */
async function runOn(work: Work, { agreement, kase }: Held): Promise<Held['kase']> {
  const { status } = agreement
  if (!isFollowed(status, kase.stage)) throw new Refusal('rule', { why: 'not_active', status })
  if (status === 'ACTIVE') return kase
  await saveAgreement(work, agreement, { status: 'ACTIVE', endedAt: null })
  work.audit({ type: 'agreement.resumed', caseId: kase.id, agreementId: agreement.id, status: 'ACTIVE' })
  const { whoseMove, nextAction } = stages.MONITORING
  return { ...kase, whoseMove, nextAction }
}

const askAgain = (work: Work, { kase }: Held, { payment, reason }: { payment: Payment; reason: string }) =>
  addTaskFor(work, kase, {
    title: `${payment.paidOn} ¥${toText(payment.amount)}：${reason}`,
    ...{ dueOn: todayOf(work), assigneeId: kase.ownerId, origin: '' },
  })
