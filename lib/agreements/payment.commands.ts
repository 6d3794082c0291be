import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { instalments, payments } from '@/db/schema'
import { strikeReasons } from '@/db/vocabulary'
import { saveMove } from '@/lib/cases/move.commands'
import { stages } from '@/lib/cases/stages'
import { command, type Work } from '@/lib/core/command'
import { found, Refusal } from '@/lib/core/refusal'
import { followDebts } from '@/lib/debts/case-balance.commands'
import { civilDateIn } from '@/lib/platform/dates'
import { amount, civilDay, line } from '@/lib/platform/fields'
import { type Money, sum, toText, zero } from '@/lib/platform/money'
import { isFollowed } from './followed'
import { type LedgerRow, ledger, summaryOf } from './ledger'
import { expectFile } from './paper.queries'
import { saveAgreement } from './save.commands'
import { breachDaysOf, type Held, instalmentsOf, lockAgreement, paymentsOf, todayOf } from './scope.queries'
import { strikeOut } from './strike.commands'

export const paymentInput = {
  agreementId: z.uuid(),
  paidOn: civilDay,
  amount: amount.refine((value) => value.gt(zero), 'zero'),
  note: line(200).default(''),
  evidenceId: z.uuid().optional(),
}
type Given = z.output<z.ZodObject<typeof paymentInput>>

/** Notes a payment that somebody says was made; it counts once it is verified. */
export const recordPayment = command({
  name: 'payment.record',
  input: z.strictObject(paymentInput),
  run: (work, given) => reportPayment(work, given),
})

/**
 * As `payment.record`, for the office and the portal alike. Amounts in CNY.
 * @throws Refusal `rule` {why: 'not_active'} · `invalid` for a day to come or more than is left
 */
export async function reportPayment(work: Work, given: Given) {
  const { agreement, kase } = await lockActive(work, given.agreementId)
  if (given.paidOn > todayOf(work)) throw new Refusal('invalid', { fields: { paidOn: ['in_future'] } })
  if (given.paidOn < civilDateIn(kase.openedAt, work.actor.timeZone))
    throw new Refusal('invalid', { fields: { paidOn: ['before_case'] } })
  expectRoom(given.amount, (await standing(work, agreement)).left)
  if (given.evidenceId !== undefined) await expectFile(work, agreement, given.evidenceId)
  const id = randomUUID()
  const { orgId, caseId, clientId } = agreement
  await work.tx.insert(payments).values({
    ...{ orgId, id, agreementId: agreement.id, caseId, clientId, reportedBy: work.actor.id, createdAt: work.now },
    ...{ paidOn: given.paidOn, amount: given.amount, note: given.note, evidenceId: given.evidenceId ?? null },
  })
  work.audit({ type: 'payment.recorded', caseId, paymentId: id, amount: toText(given.amount) })
  return { paymentId: id }
}

/**
 * Checks a payment against the proof: it is poured into the ledger, oldest instalment first, or struck out with a reason. The last one
 * completes the agreement and asks for the case to be closed.
 */
export const verifyPayment = command({
  name: 'payment.verify',
  input: z.strictObject({
    paymentId: z.uuid(),
    isReceived: z.boolean().default(true),
    /** Why it is struck out; compulsory where it is. */
    reason: z.enum(strikeReasons, 'choice').optional(),
  }),
  async run(work, { paymentId, isReceived, reason }) {
    const payment = await openPayment(work, paymentId)
    const held = await (isReceived ? lockActive : lockFollowed)(work, payment.agreementId)
    if (!isReceived) {
      await strikeOut(work, held, { payment, reason })
      return { paymentId, isComplete: false }
    }
    expectRoom(payment.amount, (await standing(work, held.agreement)).left)
    const where = and(eq(payments.orgId, payment.orgId), eq(payments.id, paymentId))
    await work.tx.update(payments).set({ verifiedBy: work.actor.id, verifiedAt: work.now }).where(where)
    work.audit({ type: 'payment.verified', caseId: payment.caseId, paymentId, amount: toText(payment.amount) })
    const { rows, isComplete } = await standing(work, held.agreement)
    await keepPaid(work, held, rows)
    if (isComplete) await complete(work, held)
    else await lookAhead(work, held, rows)
    return { paymentId, isComplete }
  },
})

/** @throws Refusal `rule` {why: 'not_active'} before it starts and after it ended */
export async function lockActive(work: Work, agreementId: string) {
  const held = await lockAgreement(work, agreementId)
  if (held.agreement.status !== 'ACTIVE') throw new Refusal('rule', { why: 'not_active', status: held.agreement.status })
  return held
}

/** What was told twice can be struck out of a plan that is paid to the end, too. @throws Refusal `rule` {why: 'not_active'} */
async function lockFollowed(work: Work, agreementId: string) {
  const held = await lockAgreement(work, agreementId)
  const { status } = held.agreement
  if (!isFollowed(status, held.kase.stage)) throw new Refusal('rule', { why: 'not_active', status })
  return held
}

async function openPayment({ actor, tx }: Work, paymentId: string) {
  const [payment] = await tx
    .select()
    .from(payments)
    .where(and(eq(payments.orgId, actor.organisationId), eq(payments.id, paymentId)))
  const known = found(payment)
  if (known.verifiedAt !== null) throw new Refusal('rule', { why: 'already_verified' })
  return known
}

/** The ledger as verified payments make it, and what they leave to be paid. */
export async function standing(work: Work, agreement: Held['agreement']) {
  const [due, paid, breachDays] = [
    await instalmentsOf(work, agreement),
    await paymentsOf(work, agreement),
    await breachDaysOf(work),
  ]
  const made = paid.map((payment) => ({ ...payment, isVerified: payment.verifiedAt !== null }))
  const rows = ledger(due, made, todayOf(work))
  return { rows, left: sum(rows.map((row) => row.amount.minus(row.paid))), ...pick(summaryOf(rows, breachDays)) }
}

const pick = ({ isComplete, isBroken, breaksOn, next }: ReturnType<typeof summaryOf>) => ({
  isComplete,
  isBroken,
  breaksOn,
  next,
})

function expectRoom(wanted: Money, left: Money) {
  if (wanted.gt(left)) throw new Refusal('invalid', { fields: { amount: ['too_much'] }, left: toText(left) })
}

type Row = LedgerRow<typeof instalments.$inferSelect>

/** What the ledger comes to is kept with the instalments, for the card and the portal. */
export async function keepPaid({ tx }: Work, { agreement: { orgId } }: Held, rows: readonly Row[]) {
  for (const { id, paid, paidOn, amount: due } of rows) {
    const settledOn = paid.gte(due) ? paidOn : null
    await tx
      .update(instalments)
      .set({ paid, paidOn: settledOn })
      .where(and(eq(instalments.orgId, orgId), eq(instalments.id, id)))
  }
}

/** Paid to the end: the agreement is completed, nothing more is owed, and closing the case is what comes next. */
async function complete(work: Work, { agreement, kase }: Held) {
  await saveAgreement(work, agreement, { status: 'COMPLETED', endedAt: work.now })
  work.audit({ type: 'agreement.ended', caseId: kase.id, agreementId: agreement.id, status: 'COMPLETED' })
  await followDebts(work, kase)
  await saveMove(work, kase, { whoseMove: 'us', nextAction: 'CLOSE_CASE', nextActionText: '', dueOn: todayOf(work) })
}

/** The next instalment is the next thing to look at, unless somebody else is to do something else first. */
export async function lookAhead(work: Work, { kase }: Pick<Held, 'kase'>, rows: readonly Row[]) {
  const next = rows.find((row) => row.paid.lt(row.amount))
  const { whoseMove, nextAction } = stages.MONITORING
  const isNext = kase.nextAction === nextAction || (kase.whoseMove === whoseMove && kase.nextAction !== 'CUSTOM')
  if (next === undefined || kase.stage !== 'MONITORING' || !isNext) return
  await saveMove(work, kase, { whoseMove, nextAction, nextActionText: '', dueOn: next.dueOn })
}
