import { and, asc, eq } from 'drizzle-orm'
import { z } from 'zod'
import {
  agreements,
  cases,
  creditorProducts,
  creditors,
  debts,
  evidence,
  instalments,
  payments,
  proposalLines,
} from '@/db/schema'
import { type LedgerRow, ledger } from '@/lib/agreements/ledger'
import { claimsInTurn, settledParts } from '@/lib/agreements/settled'
import { query, type Reading } from '@/lib/core/query'
import { found } from '@/lib/core/refusal'
import { civilDateIn } from '@/lib/platform/dates'
import { money, toText } from '@/lib/platform/money'
import { expectMay } from './delegated.queries'
import { isDifficultyTold } from './next-instalment.queries'
import type { Confirmed } from './receipt'
import { stillTold } from './struck-out'

/** The client's plan: every instalment with what was paid, and the state of the receipt. */
export const plan = query({
  name: 'portal.plan',
  input: z.strictObject({ agreementId: z.uuid() }),
  async run(reading, { agreementId }) {
    await expectMay(reading, 'READ')
    const { agreement, product, creditor, caseNo } = await agreementOf(reading, agreementId)
    const [rows, paid] = [await instalmentsOf(reading, agreementId), await paymentsOf(reading, agreementId)]
    const today = civilDateIn(reading.now, reading.actor.timeZone)
    return {
      id: agreement.id,
      version: agreement.version,
      status: agreement.status,
      ...{ product, creditor, caseNo },
      total: toText(agreement.total),
      schedule: agreement.schedule.rows,
      interest: agreement.schedule.interest,
      contracts: await contractsOf(reading, agreement),
      confirmationId: agreement.writtenConfirmationId,
      openedOn: dayOf(agreement.receiptOpenedAt, reading),
      signedOn: agreement.receiptSignedOn,
      receipt: await receiptOf(reading, agreement, caseNo),
      settles: orderOf(agreement),
      instalments: ledger(rows, paid, today).map((row) => instalmentView(row, agreement.paymentOrder)),
      struckOut: stillTold(agreement.struckOut, today),
      /** They said that they cannot pay, and wait for our call. */
      isTold: agreement.status === 'ACTIVE' && (await isDifficultyTold(reading, agreement.caseId)),
      today,
    }
  },
})

async function agreementOf({ tx, actor }: Reading, id: string) {
  const [row] = await tx
    .select({
      agreement: agreements,
      ...{ product: creditorProducts.brand, creditor: creditors.legalName, caseNo: cases.number },
    })
    .from(agreements)
    .innerJoin(cases, and(eq(cases.orgId, agreements.orgId), eq(cases.id, agreements.caseId)))
    .innerJoin(creditorProducts, and(eq(creditorProducts.orgId, cases.orgId), eq(creditorProducts.id, cases.productId)))
    .innerJoin(creditors, and(eq(creditors.orgId, creditorProducts.orgId), eq(creditors.id, creditorProducts.creditorId)))
    .where(and(eq(agreements.orgId, actor.organisationId), eq(agreements.id, id)))
  return found(row)
}

type Agreement = typeof agreements.$inferSelect

/** What a payment settles in turn within an instalment; no claims where the order means nothing. */
const orderOf = ({ schedule, paymentOrder }: Agreement) => ({
  claims: claimsInTurn(schedule.rows.map(partsOf), paymentOrder),
  isByLaw: paymentOrder === 'COSTS_INTEREST_PRINCIPAL',
})

const partsOf = ({ fees, interest, principal }: Agreement['schedule']['rows'][number]) => ({
  ...{ fees: money(fees), interest: money(interest), principal: money(principal) },
})

function instalmentView(row: LedgerRow<typeof instalments.$inferSelect>, order: Agreement['paymentOrder']) {
  const { n, dueOn, amount, paid, reported, status } = row
  const parts = settledParts(row, order)
  const inTurn = claimsInTurn([row], order)
  return {
    ...{ n, dueOn, status, amount: toText(amount), paid: toText(paid), reported: toText(reported) },
    /** What is neither paid nor said to be, as on the first page. */
    left: toText(amount.minus(paid).minus(reported)),
    /** What was paid went into these, where the instalment is made of more than one. */
    settled: inTurn.map((claim) => ({ claim, amount: parts[claim] })).filter(({ amount: part }) => part !== '0.00'),
  }
}

/**
 * The record of the signature in the portal under the lender's paper, which lay open before it; null where there is none. Who
 * signed on paper holds that paper.
 */
async function receiptOf({ actor, tx }: Reading, agreement: Agreement, caseNo: string): Promise<Confirmed | null> {
  const { receiptSignedAt: at, receiptChannel: method, writtenConfirmationId, receiptSignedName: client } = agreement
  const { receiptDevice: device } = agreement
  if (at === null || method !== 'PORTAL' || writtenConfirmationId === null) return null
  const [paper] = await tx
    .select({ document: evidence.fileName, hash: evidence.fileHash })
    .from(evidence)
    .where(and(eq(evidence.orgId, agreement.orgId), eq(evidence.id, writtenConfirmationId)))
  if (!paper?.hash) return null
  const { document, hash } = paper
  const whose = { caseNo, client, organisation: actor.organisationName }
  return { ...whose, document, version: null, hash, at: at.toISOString(), method, device }
}

/** The last digits of the contracts that are paid by this plan. */
async function contractsOf({ tx }: Reading, { orgId, versionId }: Agreement) {
  const notes = await tx
    .select({ number: debts.contractNumber })
    .from(proposalLines)
    .innerJoin(debts, and(eq(debts.orgId, proposalLines.orgId), eq(debts.id, proposalLines.debtId)))
    .where(and(eq(proposalLines.orgId, orgId), eq(proposalLines.versionId, versionId)))
    .orderBy(asc(debts.contractNumber))
  return notes.map(({ number }) => number.slice(-4)).filter((tail) => tail !== '')
}

const instalmentsOf = ({ tx, actor }: Reading, id: string) =>
  tx
    .select()
    .from(instalments)
    .where(and(eq(instalments.orgId, actor.organisationId), eq(instalments.agreementId, id)))
    .orderBy(asc(instalments.n))

async function paymentsOf({ tx, actor }: Reading, id: string) {
  const made = await tx
    .select()
    .from(payments)
    .where(and(eq(payments.orgId, actor.organisationId), eq(payments.agreementId, id)))
    .orderBy(asc(payments.paidOn))
  return made.map((payment) => ({ ...payment, isVerified: payment.verifiedAt !== null }))
}

const dayOf = (instant: Date | null, { actor }: Reading) => (instant === null ? null : civilDateIn(instant, actor.timeZone))
