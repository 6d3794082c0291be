import { and, desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { agreements } from '@/db/schema'
import type { PaymentOrder } from '@/db/vocabulary'
import { visibleCase } from '@/lib/cases/scope.queries'
import { query, type Reading } from '@/lib/core/query'
import { maskName } from '@/lib/platform/mask'
import { toText } from '@/lib/platform/money'
import { comparePlans } from './compare-plans'
import { warningFor } from './early-warning.queries'
import { type LedgerRow, ledger, summaryOf } from './ledger'
import { type Agreement, breachDaysOf, instalmentsOf, type Payment, paymentsOf, todayOf } from './scope.queries'
import { settledParts } from './settled'

/**
 * The agreements of a case, the newest first: the lender's plan beside ours, what is still missing before it starts, and
 * the ledger as it stands today. A missed instalment shows without anybody's doing (SS-10).
 */
export const listAgreements = query({
  name: 'agreement.list',
  input: z.strictObject({ caseId: z.uuid() }),
  async run(reading, { caseId }) {
    const kase = await visibleCase(reading, caseId)
    const rows = await reading.tx
      .select()
      .from(agreements)
      .where(and(eq(agreements.orgId, kase.orgId), eq(agreements.caseId, caseId)))
      .orderBy(desc(agreements.createdAt))
    const breachDays = await breachDaysOf(reading)
    const views = []
    for (const agreement of rows) views.push(await viewOf(reading, agreement, breachDays))
    return { agreements: views, breachDays }
  },
})

async function viewOf(reading: Reading, agreement: Agreement, breachDays: number) {
  const due = await instalmentsOf(reading, agreement)
  const payments = await paymentsOf(reading, agreement)
  const made = payments.map((payment) => ({ ...payment, isVerified: payment.verifiedAt !== null }))
  const rows = ledger(due, made, todayOf(reading))
  return {
    ...plain(agreement),
    differences: comparePlans(agreement.negotiated ?? agreement.schedule, agreement.schedule),
    ledger: rows.map((row) => rowView(row, agreement.paymentOrder)),
    payments: payments.map(paymentView),
    struckOut: agreement.struckOut,
    summary: summaryOf(rows, breachDays),
    /** How worried to be, and why (SS-11); null unless it runs. */
    warning: await warningFor(reading, agreement, rows),
  }
}

const plain = (agreement: Agreement) => ({
  id: agreement.id,
  caseId: agreement.caseId,
  versionId: agreement.versionId,
  decisionId: agreement.decisionId,
  status: agreement.status,
  version: agreement.version,
  schedule: agreement.schedule,
  /** The plan was typed from the lender's paper, which states payments only. */
  isTyped: agreement.negotiated !== null,
  total: toText(agreement.total),
  paymentOrder: agreement.paymentOrder,
  writtenConfirmationId: agreement.writtenConfirmationId,
  confirmedOn: agreement.confirmedOn,
  receiptOpenedAt: moment(agreement.receiptOpenedAt),
  receiptSignedAt: moment(agreement.receiptSignedAt),
  receiptSignedOn: agreement.receiptSignedOn,
  receiptSignedName: maskName(agreement.receiptSignedName),
  isOverridden: agreement.overrideBy !== null,
  overrideReason: agreement.overrideReason,
  endedAt: moment(agreement.endedAt),
  createdAt: agreement.createdAt.toISOString(),
})

const moment = (at: Date | null) => at?.toISOString() ?? null

type Due = Awaited<ReturnType<typeof instalmentsOf>>[number]

function rowView(row: LedgerRow<Due>, order: PaymentOrder) {
  const { id, n, dueOn, amount, paid, reported, paidOn, status, daysLate } = row
  return {
    ...{ id, n, dueOn, paidOn, status, daysLate },
    ...{ amount: toText(amount), paid: toText(paid), reported: toText(reported) },
    /** How what was paid falls into costs, interest and principal. */
    paidParts: settledParts(row, order),
  }
}

const paymentView = (payment: Payment) => ({
  id: payment.id,
  paidOn: payment.paidOn,
  amount: toText(payment.amount),
  note: payment.note,
  evidenceId: payment.evidenceId,
  reportedBy: payment.reportedBy,
  isVerified: payment.verifiedAt !== null,
  verifiedAt: moment(payment.verifiedAt),
})

export type AgreementView = Awaited<ReturnType<typeof listAgreements>>['agreements'][number]
