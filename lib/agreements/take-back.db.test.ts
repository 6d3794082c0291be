import { and, eq, sum } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { boardCounters, debts, instalments, payments, tasks } from '@/db/schema'
import { type Office, openOffice } from '@/db/testing/factories'
import { type Agreed, agreementRow, aRunningPlan, caseRow, on } from '@/db/testing/running-plan'
import { auditOf, refusalOf } from '@/db/testing/traces'
import { parseCard } from '@/lib/cases/card'
import { moveCase } from '@/lib/cases/commands'
import { caseGet } from '@/lib/cases/queries'
import { execute } from '@/lib/core/command'
import { addDebt } from '@/lib/debts/commands'
import { bucketFields } from '@/lib/debts/fields'
import { recordSnapshot } from '@/lib/debts/snapshot.commands'
import { previewLetter } from '@/lib/letters/letters.queries'
import { money, toText } from '@/lib/platform/money'
import { plan } from '@/lib/portal/plan.queries'
import { recordPayment, verifyPayment } from './payment.commands'
import { listAgreements } from './queries'
import { takeBackPayment } from './take-back.commands'

let office: Office
let other: Office
beforeAll(async () => {
  office = await openOffice({ rules: { breachDays: 30 } })
  other = await openOffice({ name: '另一家' })
})

const reason = '多记了一个零，实际到账 300.00'
const day = { now: on('2026-12-07') }

async function paid({ agreementId }: Agreed, amount: string, paidOn: string) {
  const now = on(paidOn)
  const { paymentId } = await execute(recordPayment, office.counsellor, { agreementId, amount, paidOn }, { now })
  await execute(verifyPayment, office.counsellor, { paymentId }, { now })
  return paymentId
}
const nothing = Object.fromEntries(Object.keys(bucketFields).map((bucket) => [bucket, '0.00']))
const takeBack = (paymentId: string, by = office.supervisor) => execute(takeBackPayment, by, { paymentId, reason }, day)
const listed = async ({ negotiation }: Agreed) => {
  const { agreements: all } = await listAgreements(office.counsellor, { caseId: negotiation.kase.id }, day.now)
  return all[0]
}

describe('a verified payment that was entered wrongly', () => {
  test('is taken back by a supervisor, and the others settle the oldest instalments again', async () => {
    const made = await aRunningPlan(office)
    const wrong = await paid(made, '3000.00', '2026-12-04')
    await paid(made, '500.00', '2026-12-05')
    // 3,500.00 paid: the first of 2,084.83 is settled. Without the 3,000.00 it has had 500.00 and is late since the 5th.
    expect((await listed(made))?.ledger[0]).toMatchObject({ status: 'PAID', paid: '2084.83' })
    await takeBack(wrong)
    const view = await listed(made)
    expect(view?.payments.map(({ amount, isVerified }) => [amount, isVerified])).toEqual([
      ['3000.00', false],
      ['500.00', true],
    ])
    expect(view?.ledger.slice(0, 2)).toMatchObject([
      { status: 'REPORTED', paid: '500.00', reported: '1584.83', paidOn: '2026-12-05' },
      { status: 'DUE', paid: '0.00', reported: '1415.17' },
    ])
    const kept = await office.within((tx) =>
      tx
        .select()
        .from(instalments)
        .where(and(eq(instalments.agreementId, made.agreementId), eq(instalments.n, 1))),
    )
    expect(kept.map((row) => [toText(row.paid), row.paidOn])).toEqual([['500.00', null]])
    const [payment] = await office.within((tx) => tx.select().from(payments).where(eq(payments.id, wrong)))
    expect(payment).toMatchObject({ verifiedBy: null, verifiedAt: null })
    expect((await caseRow(office, made.negotiation)).dueOn).toBe('2026-12-05')
  })

  test('can then be struck out, and what really came is recorded in its place', async () => {
    const made = await aRunningPlan(office)
    const wrong = await paid(made, '3000.00', '2026-12-04')
    await takeBack(wrong)
    await execute(verifyPayment, office.counsellor, { paymentId: wrong, isReceived: false, reason: 'WRONG_ENTRY' }, day)
    await paid(made, '300.00', '2026-12-04')
    expect((await listed(made))?.summary).toMatchObject({ paid: '300.00', left: '12209.01', lateAmount: '1784.83' })
  })

  test('is audited, and the owner is asked to check it again, with the reason', async () => {
    const made = await aRunningPlan(office)
    const paymentId = await paid(made, '3000.00', '2026-12-04')
    await takeBack(paymentId)
    const caseId = made.negotiation.kase.id
    expect(await auditOf(office)).toContainEqual({ type: 'payment.takenBack', caseId, paymentId, amount: '3000.00' })
    const asked = await office.within((tx) => tx.select().from(tasks).where(eq(tasks.caseId, caseId)))
    expect(asked).toMatchObject([
      { title: `2026-12-04 ¥3000.00：${reason}`, assigneeId: office.counsellor.id, dueOn: '2026-12-07' },
    ])
  })

  test('shows on the client’s own plan as not yet verified', async () => {
    const made = await aRunningPlan(office)
    const paymentId = await paid(made, '2084.83', '2026-12-04')
    const { agreementId } = made
    const first = async () => (await plan(made.negotiation.portal, { agreementId }, day.now)).instalments[0]
    expect(await first()).toMatchObject({ paid: '2084.83', status: 'PAID' })
    await takeBack(paymentId)
    expect(await first()).toMatchObject({ paid: '0.00', status: 'REPORTED' })
  })

  test('what was told twice is struck out of a plan that is paid to the end, and cannot be received any more', async () => {
    const made = await aRunningPlan(office)
    const { agreementId } = made
    const told = { agreementId, amount: '500.00', paidOn: '2026-12-04' }
    const { paymentId } = await execute(recordPayment, office.counsellor, told, { now: on('2026-12-04') })
    await paid(made, '12509.01', '2026-12-04')
    const answer = (isReceived: boolean) =>
      execute(verifyPayment, office.counsellor, { paymentId, isReceived, reason: 'TOLD_TWICE' }, day)
    expect((await refusalOf(answer(true))).details).toMatchObject({ why: 'not_active' })
    await answer(false)
    expect((await listed(made))?.payments.map(({ amount }) => amount)).toEqual(['12509.01'])
    expect(await agreementRow(office, agreementId)).toMatchObject({ status: 'COMPLETED' })
  })

  test('leaves nothing that a letter could call owed once the plan is paid to the end', async () => {
    const made = await aRunningPlan(office)
    await paid(made, '12509.01', '2026-12-04')
    const caseId = made.negotiation.kase.id
    const preview = previewLetter(office.counsellor, { caseId, kind: 'HARDSHIP_NOTICE' }, day.now)
    expect(await preview).toMatchObject({ why: 'NOTHING_OWED', text: null })
  })

  test('nothing is owed on the board once the plan is paid to the end, and again what was where that was an error', async () => {
    const made = await aRunningPlan(office)
    const { id: caseId, ownerId } = made.negotiation.kase
    const board = async () => {
      const { owed, card } = await caseRow(office, made.negotiation)
      const ofOwner = and(eq(boardCounters.ownerId, ownerId), eq(boardCounters.stage, 'MONITORING'))
      const [total] = await office.within((tx) =>
        tx
          .select({ sum: sum(boardCounters.total) })
          .from(boardCounters)
          .where(ofOwner),
      )
      return { owed: toText(owed), onCard: parseCard(card).owed, total: money(total?.sum ?? '0') }
    }
    const [debt] = await office.within((tx) => tx.select().from(debts).where(eq(debts.caseId, caseId)))
    const bill = (principal: string, now: Date) =>
      execute(recordSnapshot, office.counsellor, { ...nothing, debtId: debt?.id, principal }, { now })
    await bill('12300.00', on('2026-12-01'))
    const before = await board()
    expect(before).toMatchObject({ owed: '12300.00', onCard: '12300.00' })
    const last = await paid(made, '12509.01', '2026-12-04')
    expect(await board()).toEqual({ owed: '0.00', onCard: '0.00', total: before.total.minus('12300.00') })
    await takeBack(last)
    expect(await board()).toEqual(before)

    // A bill of a later day has the last word.
    await execute(verifyPayment, office.counsellor, { paymentId: last }, day)
    expect((await board()).owed).toBe('0.00')
    await bill('80.00', day.now)
    expect((await board()).onCard).toBe('80.00')
  })

  test('beside a note that is paid to its end only what another one owes is owed', async () => {
    const made = await aRunningPlan(office)
    await paid(made, '12509.01', '2026-12-04')
    const { id: caseId } = made.negotiation.kase
    await execute(addDebt, office.counsellor, { caseId, principal: '5000', method: 'BULLET' }, day)
    expect(await caseGet(office.counsellor, { caseId }, day.now)).toMatchObject({ owed: '5000.00', planPaid: null })
  })

  test('lets a plan run on that it had completed, until the case is closed', async () => {
    const made = await aRunningPlan(office)
    const last = await paid(made, '12509.01', '2026-12-04')
    await takeBack(last)
    const { agreementId, negotiation } = made
    expect(await agreementRow(office, agreementId)).toMatchObject({ status: 'ACTIVE', endedAt: null })
    expect(await caseRow(office, negotiation)).toMatchObject({
      ...{ nextAction: 'CHECK_PAYMENT', dueOn: '2026-12-05', whoseMove: 'client' },
    })
    const resumed = { type: 'agreement.resumed', caseId: negotiation.kase.id, agreementId, status: 'ACTIVE' }
    expect(await auditOf(office)).toContainEqual(resumed)

    await execute(verifyPayment, office.counsellor, { paymentId: last }, day)
    const { id: caseId, version } = await caseRow(office, negotiation)
    const closing = { outcome: 'AGREEMENT_COMPLETED', reason: '各期已还清', summary: '您已还清。' }
    await execute(moveCase, office.counsellor, { caseId, version, to: 'CLOSED', closing }, day)
    expect((await refusalOf(takeBack(last))).details).toMatchObject({ why: 'not_active' })
  })
})

describe('taking a payment back is refused', () => {
  test('without a reason, and for one that is not verified', async () => {
    const made = await aRunningPlan(office)
    const { agreementId } = made
    const reported = { agreementId, amount: '100.00', paidOn: '2026-12-04' }
    const { paymentId } = await execute(recordPayment, office.counsellor, reported, day)
    expect((await refusalOf(takeBack(paymentId))).details).toEqual({ why: 'not_verified' })
    const mute = execute(takeBackPayment, office.supervisor, { paymentId, reason: ' ' }, day)
    expect((await refusalOf(mute)).details).toEqual({ fields: { reason: ['required'] } })
  })

  test('to a counsellor, to a stranger and to the client', async () => {
    const made = await aRunningPlan(office)
    const paymentId = await paid(made, '100.00', '2026-12-04')
    for (const actor of [office.counsellor, office.auditor, made.negotiation.portal])
      expect((await refusalOf(takeBack(paymentId, actor))).code).toBe('forbidden')
    expect((await refusalOf(takeBack(paymentId, other.supervisor))).code).toBe('not_found')
    expect((await listed(made))?.summary.paid).toBe('100.00')
  })
})
