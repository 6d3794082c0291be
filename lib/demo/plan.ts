import { and, asc, eq } from 'drizzle-orm'
import { inTransaction } from '@/db/client'
import { instalments } from '@/db/schema'
import { breakAgreement } from '@/lib/agreements/break.commands'
import { confirmAgreement, overrideAgreement } from '@/lib/agreements/confirm.commands'
import { recordPayment, verifyPayment } from '@/lib/agreements/payment.commands'
import { recordReceipt } from '@/lib/agreements/receipt.commands'
import { daysBetween } from '@/lib/platform/dates'
import { type Money, sum, toText } from '@/lib/platform/money'
import { openMyReceipt, reportMyPayment, signMyReceipt } from '@/lib/portal/commands'
import { dayOf } from './calendar'
import type { KeptPlan } from './course'
import { handIn } from './file'
import { signatureOf } from './signature'
import type { Step } from './story'
import { doAs, step, type Told } from './told'

/** What becomes of what was granted: the lender's paper, the client's receipt, and then the payments. Nothing before it is. */
export function planSteps(told: Told): Step[] {
  const { plan } = told.course
  if (plan === undefined || told.agreement.agreementId === '') return []
  const { confirmed, signed, overridden } = plan
  const payments = async () => paymentSteps(told, plan)
  return [
    ...(confirmed === undefined ? [] : [step(told, confirmed, 14, (now) => confirm(told, now))]),
    ...(signed === undefined ? [] : [{ ...step(told, signed, 15, (now) => sign(told, now)), leadsTo: payments }]),
    ...(overridden === undefined ? [] : [{ ...step(told, overridden, 15, (now) => override(told, now)), leadsTo: payments }]),
  ]
}

async function confirm(told: Told, now: Date) {
  const evidenceId = await handIn(told, now, { code: 'WRITTEN_CONFIRMATION', issuer: 'CREDITOR', fate: 'VERIFIED' })
  const by = { actor: told.owner, now }
  told.agreement = await doAs(by, confirmAgreement, { ...agreementOf(told), evidenceId, confirmedOn: dayOf(now) })
}

async function sign(told: Told, now: Date) {
  const { owner, account, course } = told
  const { name } = course.client
  if (account !== undefined) {
    told.agreement = await doAs({ actor: account, now }, openMyReceipt, { agreementId: told.agreement.agreementId })
    const signed = { ...agreementOf(told), ...(await signatureOf(told, now)) }
    told.agreement = await doAs({ actor: account, now }, signMyReceipt, signed)
    return
  }
  const evidenceId = await handIn(told, now, { code: 'SIGNED_RECEIPT', fate: 'VERIFIED' })
  const receipt = { ...agreementOf(told), evidenceId, signedOn: dayOf(now), name, clientHasRead: true as const }
  told.agreement = await doAs({ actor: owner, now }, recordReceipt, receipt)
}

async function override(told: Told, now: Date) {
  const by = { actor: told.place.staff('supervisor'), now }
  const reason = '对方客服录音中已逐条确认，书面文件寄送中，首期即将到期。'
  told.agreement = await doAs(by, overrideAgreement, { ...agreementOf(told), reason })
}

const agreementOf = ({ agreement: { agreementId, version } }: Told) => ({ agreementId, version })

/**
 * Payments fall on the due dates of the ledger, which is open by now, though never before the plan was signed; what is left
 * may be paid in one amount.
 */
async function paymentSteps(told: Told, plan: KeptPlan): Promise<Step[]> {
  const { restPaid, reported, broken } = plan
  const due = await ledgerOf(told)
  const paid = due.slice(0, paidOnTime(told, plan, due))
  const rest = sum(due.slice(paid.length).map(({ amount }) => amount))
  return [
    ...paid.map((row) => step(told, dayOfPayment(told, plan, row), 16, (now) => pay(told, now, toText(row.amount)))),
    ...(restPaid === undefined ? [] : [step(told, restPaid, 16, (now) => pay(told, now, toText(rest)))]),
    ...(reported === undefined ? [] : [step(told, reported.on, 17, (now) => report(told, now, reported.amount))]),
    ...(broken === undefined ? [] : [step(told, broken.on, 16, (now) => end(told, now, broken))]),
  ]
}

type Due = { dueOn: string; amount: Money }

const dayOfPayment = ({ place }: Told, { signed = 0, overridden }: KeptPlan, { dueOn }: Due) =>
  Math.max(daysBetween(place.calendar.today, dueOn), overridden ?? signed)

/** How many of the instalments were paid when they fell due: those that have by now, before the rest or the end came. */
function paidOnTime(told: Told, plan: KeptPlan, due: readonly Due[]) {
  const until = Math.min(1, plan.restPaid ?? 1, plan.broken?.on ?? 1)
  return due.slice(0, plan.paidAsDue ?? 0).filter((row) => dayOfPayment(told, plan, row) < until).length
}

const ledgerOf = ({ place: { organisationId }, agreement: { agreementId } }: Told) =>
  inTransaction({ organisationId }, (tx) =>
    tx
      .select({ dueOn: instalments.dueOn, amount: instalments.amount })
      .from(instalments)
      .where(and(eq(instalments.orgId, organisationId), eq(instalments.agreementId, agreementId)))
      .orderBy(asc(instalments.n)),
  )

async function pay({ owner, agreement: { agreementId } }: Told, now: Date, amount: string) {
  const by = { actor: owner, now }
  const { paymentId } = await doAs(by, recordPayment, { agreementId, paidOn: dayOf(now), amount, note: '银行转账' })
  await doAs(by, verifyPayment, { paymentId })
}

/** With a picture of the transfer, as clients send it. */
async function report(told: Told, now: Date, amount: string) {
  const { account, owner, agreement } = told
  const evidenceId = await handIn(told, now, { code: 'PAYMENT_PROOF', fate: 'VERIFIED' })
  const paid = { agreementId: agreement.agreementId, paidOn: dayOf(now), amount }
  return account === undefined
    ? doAs({ actor: owner, now }, recordPayment, { ...paid, evidenceId })
    : doAs({ actor: account, now }, reportMyPayment, paid)
}

const end = (told: Told, now: Date, { cause, reason }: NonNullable<KeptPlan['broken']>) =>
  doAs({ actor: told.owner, now }, breakAgreement, { ...agreementOf(told), cause, reason, isSure: true as const })
