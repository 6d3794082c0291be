import { and, asc, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { agreements, cases, decisions, factorSnapshots, instalments, proposalLines } from '@/db/schema'
import type { ReliefLine } from '@/db/schema/proposals'
import { clock, type Office, openOffice } from '@/db/testing/factories'
import { aNegotiation, aPaper, aSentProposal, type Negotiation } from '@/db/testing/negotiation'
import { auditOf } from '@/db/testing/traces'
import { confirmAgreement } from '@/lib/agreements/confirm.commands'
import { recordPayment, verifyPayment } from '@/lib/agreements/payment.commands'
import { recordReceipt } from '@/lib/agreements/receipt.commands'
import { caseGet } from '@/lib/cases/queries'
import { execute } from '@/lib/core/command'
import { listDebts } from '@/lib/debts/queries'
import { recordSnapshot } from '@/lib/debts/snapshot.commands'
import { recordDecision } from '@/lib/decisions/record.commands'
import { money, toText } from '@/lib/platform/money'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})

const caseOf = async (id: string) => {
  const [kase] = await office.within((tx) =>
    tx
      .select()
      .from(cases)
      .where(and(eq(cases.orgId, office.organisationId), eq(cases.id, id))),
  )
  return kase
}
const answer = (versionId: string, values: object) =>
  execute(
    recordDecision,
    office.counsellor,
    { versionId, decidedOn: '2026-11-24', channel: 'PHONE', ...values },
    { now: later(3) },
  )
const later = (days: number) => new Date(clock.getTime() + days * 86_400_000)
const agreementOf = async (id: string) => {
  const [row] = await office.within((tx) => tx.select().from(agreements).where(eq(agreements.id, id)))
  if (row === undefined) throw new Error('no agreement')
  return row
}

/** The day the case counts from, and the days past due of its debt, as its pages show them on a day. */
const lateOn = async ({ kase }: Negotiation, date: string) => {
  const now = new Date(`${date}T04:00:00Z`)
  const { oldestDueOn } = await caseGet(office.counsellor, { caseId: kase.id }, now)
  const { debts } = await listDebts(office.counsellor, { caseId: kase.id }, now)
  return [oldestDueOn, debts[0]?.daysPastDue]
}

/** What a case's page says is owed, what it says was paid since, whether its debt still tells what waiting costs, and what is owed on it. */
const owedIn = async ({ kase }: Negotiation) => {
  const { owed, planPaid } = await caseGet(office.counsellor, { caseId: kase.id })
  const { debts } = await listDebts(office.counsellor, { caseId: kase.id })
  return [owed, planPaid, debts[0]?.costOfWaiting, debts[0]?.owed]
}

/** A bill of a day for the case's only debt, with nothing on it but principal. */
async function bill({ kase }: Negotiation, day: string, principal: string) {
  const [debt] = (await listDebts(office.counsellor, { caseId: kase.id })).debts
  const none = {
    overduePrincipal: '0',
    interest: '0',
    overdueInterest: '0',
    penaltyPrincipal: '0',
    penaltyInterest: '0',
    fees: '0',
  }
  const captured = { debtId: debt?.id ?? expect.fail(), capturedAt: `${day}T04:00:00Z`, principal, ...none }
  await execute(recordSnapshot, office.counsellor, captured, { now: new Date('2028-01-01T04:00:00Z') })
}

/** Paper and receipt on file: the agreement starts. */
async function start(negotiation: Negotiation, agreementId: string) {
  const evidenceId = await aPaper(office, negotiation, 'WRITTEN_CONFIRMATION')
  const confirmed = await execute(
    confirmAgreement,
    office.counsellor,
    { agreementId, version: 1, evidenceId, confirmedOn: '2026-11-24' },
    { now: later(3) },
  )
  const receipt = await aPaper(office, negotiation, 'SIGNED_RECEIPT')
  const signed = { evidenceId: receipt, signedOn: '2026-11-24', name: '李小明', clientHasRead: true }
  return execute(recordReceipt, office.counsellor, { agreementId, version: confirmed.version, ...signed }, { now: later(3) })
}

describe('V11 SX-01 小李: illness, six months more', () => {
  const reliefs: ReliefLine[] = [{ type: 'TERM_EXTENSION', toPeriods: 12 }]

  test('goes the whole path: asked, sent, accepted, confirmed, signed, paid to the end', async () => {
    const negotiation = await aNegotiation(office, {
      debt: { principal: money('24000.00'), remainingPeriods: 6 },
      kase: { firstHardshipContactAt: clock },
    })
    const { versionId } = await aSentProposal(office, negotiation, reliefs)
    expect((await caseOf(negotiation.kase.id))?.stage).toBe('SUBMITTED')

    const [line] = await office.within((tx) => tx.select().from(proposalLines).where(eq(proposalLines.versionId, versionId)))
    expect([line?.before.total, line?.before.interest, line?.before.rows[0]?.payment]).toEqual(['25018.02', '1018.02', '4169.67'])
    expect([line?.after.total, line?.after.interest, line?.after.rows.at(-1)?.payment]).toEqual([
      '25912.94',
      '1912.94',
      '2159.43',
    ])
    expect(toText(line?.instalment ?? money('0'))).toBe('2159.41')

    const decided = await answer(versionId, { result: 'ACCEPTED' })
    expect(decided).toMatchObject({ outcome: 'ACCEPTED', stage: 'CONFIRMING' })
    const agreementId = decided.agreementId ?? ''
    expect((await start(negotiation, agreementId)).status).toBe('ACTIVE')
    expect((await caseOf(negotiation.kase.id))?.stage).toBe('MONITORING')

    const due = await office.within((tx) =>
      tx.select().from(instalments).where(eq(instalments.agreementId, agreementId)).orderBy(asc(instalments.n)),
    )
    // Before, the contract's date of 5 December; once the first instalment is paid, the agreement's next one.
    expect(await lateOn(negotiation, '2026-12-20')).toEqual(['2026-12-05', 15])
    expect(due.map(({ amount }) => toText(amount))).toEqual([...Array.from({ length: 11 }, () => '2159.41'), '2159.43'])
    for (const { dueOn, amount } of due) {
      const now = new Date(`${dueOn}T04:00:00Z`)
      const paid = { agreementId, paidOn: dueOn, amount: toText(amount) }
      const { paymentId } = await execute(recordPayment, office.counsellor, paid, { now })
      const verified = await execute(verifyPayment, office.counsellor, { paymentId }, { now })
      expect(verified.isComplete).toBe(dueOn === due.at(-1)?.dueOn)
      if (dueOn === '2026-12-05') {
        expect(await lateOn(negotiation, '2026-12-20')).toEqual(['2027-01-05', -16])
        expect(await owedIn(negotiation)).toEqual(['24000.00', '2159.41', null, '24000.00'])
      }
    }
    // A debt that is paid off by its agreement is not late, whatever its contract said.
    expect(await lateOn(negotiation, '2028-01-01')).toEqual([null, 0])
    // Paid off, nothing is owed, whatever the bill of the day of the last payment but one said; a later bill has the last word.
    await bill(negotiation, due.at(-2)?.dueOn ?? '', '2133.82')
    expect(await owedIn(negotiation)).toEqual(['0.00', null, null, '0.00'])
    await bill(negotiation, '2027-12-31', '12.50')
    expect(await owedIn(negotiation)).toEqual(['12.50', null, null, '12.50'])
    expect((await agreementOf(agreementId)).status).toBe('COMPLETED')
    expect(await caseOf(negotiation.kase.id)).toMatchObject({ stage: 'MONITORING', nextAction: 'CLOSE_CASE', whoseMove: 'us' })
    expect(await auditOf(office)).toContainEqual(
      expect.objectContaining({ type: 'agreement.ended', agreementId, status: 'COMPLETED' }),
    )
  })
})

describe('V12 SX-02 小张: job loss, told five days before the due date', () => {
  test('half of the interest is waived: grant ratio 0.50, and the rest joins the first instalment', async () => {
    const negotiation = await aNegotiation(office, {
      debt: { principal: money('18000.00'), interest: money('432.00'), remainingPeriods: 6 },
      kase: { firstHardshipContactAt: new Date('2026-11-30T02:00:00Z') },
    })
    const { versionId } = await aSentProposal(office, negotiation, [{ type: 'WAIVE_INTEREST', percent: '100' }])
    const { outcome, agreementId, decisionId } = await answer(versionId, {
      result: 'ACCEPTED_MODIFIED',
      granted: [{ type: 'WAIVE_INTEREST', percent: '50' }],
    })
    expect(outcome).toBe('ACCEPTED_MODIFIED')
    const [decision] = await office.within((tx) => tx.select().from(decisions).where(eq(decisions.id, decisionId)))
    expect(decision?.grantRatios).toEqual({ WAIVE_INTEREST: '0.50' })
    const { schedule } = await agreementOf(agreementId ?? '')
    expect(schedule.rows.map(({ payment }) => payment)).toEqual([
      ...['3343.25', '3127.25', '3127.25', '3127.25', '3127.25', '3127.26'],
    ])
    expect(schedule.total).toBe('18979.51')
    const [frozen] = await office.within((tx) =>
      tx.select().from(factorSnapshots).where(eq(factorSnapshots.versionId, versionId)),
    )
    expect(frozen?.values['F-03']).toBe(-5)
    expect(frozen?.values['F-19']).toEqual(['WAIVE_INTEREST'])
  })
})

describe('V13 SX-03 three instalments to six', () => {
  test('is agreed as 2,084.83 five times and 2,084.86', async () => {
    const negotiation = await aNegotiation(office)
    const { versionId } = await aSentProposal(office, negotiation, [{ type: 'TERM_EXTENSION', toPeriods: 6 }])
    const { agreementId } = await answer(versionId, { result: 'ACCEPTED' })
    const { schedule } = await agreementOf(agreementId ?? '')
    expect(schedule.rows.map(({ payment }) => payment)).toEqual([...Array.from({ length: 5 }, () => '2084.83'), '2084.86'])
  })
})
