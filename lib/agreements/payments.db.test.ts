import { beforeAll, describe, expect, test } from 'vitest'
import { agreementSteps } from '@/db/testing/agreement-steps'
import { type Office, openOffice } from '@/db/testing/factories'
import { on } from '@/db/testing/running-plan'
import { auditOf, refusalOf } from '@/db/testing/traces'
import { logContact } from '@/lib/contacts/commands'
import { execute } from '@/lib/core/command'
import { recordPayment, verifyPayment } from './payment.commands'

let office: Office
let other: Office
beforeAll(async () => {
  office = await openOffice({ rules: { breachDays: 30 } })
  other = await openOffice({ name: '另一家' })
})

const { stageOf, agreed, confirm, active, pay, verify, listed } = agreementSteps(() => office)

describe('payments', () => {
  test('a payment counts once it is verified, oldest instalment first', async () => {
    const made = await active()
    const { paymentId } = await pay(made, '3000.00', '2026-12-04')
    expect((await listed(made, '2026-12-04')).ledger.slice(0, 2)).toMatchObject([
      { status: 'REPORTED', paid: '0.00', reported: '2084.83' },
      { status: 'DUE', paid: '0.00', reported: '915.17' },
    ])
    await verify(paymentId, '2026-12-04')
    expect((await listed(made, '2026-12-04')).ledger.slice(0, 2)).toMatchObject([
      { status: 'PAID', paid: '2084.83', paidOn: '2026-12-04' },
      // What is left over of the first settles the second: interest of 120.71 before principal.
      { status: 'PARTLY', paid: '915.17', paidParts: { costs: '0.00', interest: '120.71', principal: '794.46' } },
    ])
    expect((await stageOf(made.negotiation)).dueOn).toBe('2027-01-05')
    const events = (await auditOf(office)).filter((event) => 'paymentId' in event && event.paymentId === paymentId)
    expect(events.map((event) => event.type)).toEqual(['payment.recorded', 'payment.verified'])
  })

  test('a verified payment keeps what a client promised, and puts off no call of ours and no answer of the creditor’s', async () => {
    const next = async (promise: object) => {
      const made = await active()
      const { id: caseId } = made.negotiation.kase
      const said = { caseId, channel: 'PHONE', purpose: 'OTHER', summary: '周五前', promisedReplyBy: '2026-12-08', ...promise }
      await execute(logContact, office.counsellor, said, { now: on('2026-12-04') })
      await verify((await pay(made, '2084.83', '2026-12-05')).paymentId, '2026-12-05')
      const kase = await stageOf(made.negotiation)
      return [kase.whoseMove, kase.nextAction, kase.dueOn]
    }
    expect(await next({ counterpart: 'CLIENT', direction: 'IN' })).toEqual(['client', 'CHECK_PAYMENT', '2027-01-05'])
    expect(await next({ counterpart: 'CREDITOR', purpose: 'FOLLOW_UP' })).toEqual(['creditor', 'AWAIT_REPLY', '2026-12-08'])
    expect(await next({ counterpart: 'OTHER' })).toEqual(['us', 'CALL_BACK', '2026-12-08'])
  })

  test('where the contract agrees on another order, payments settle in that order', async () => {
    const made = await active({ paymentOrder: 'PRINCIPAL_INTEREST_COSTS' })
    await verify((await pay(made, '3000.00', '2026-12-04')).paymentId, '2026-12-04')
    const { paymentOrder, ledger } = await listed(made, '2026-12-04')
    expect(paymentOrder).toBe('PRINCIPAL_INTEREST_COSTS')
    expect(ledger[1]?.paidParts).toEqual({ costs: '0.00', interest: '0.00', principal: '915.17' })
    const order = { paymentOrder: 'PRINCIPAL' }
    expect((await refusalOf(confirm(await agreed(), order))).details).toEqual({ fields: { paymentOrder: ['choice'] } })
  })

  test('a payment that never came is struck out', async () => {
    const made = await active()
    const { paymentId } = await pay(made, '2084.83', '2026-12-04')
    await verify(paymentId, '2026-12-06', false)
    expect((await listed(made, '2026-12-06')).ledger[0]).toMatchObject({ status: 'LATE', paid: '0.00', reported: '0.00' })
    expect(await auditOf(office)).toContainEqual(expect.objectContaining({ type: 'payment.struckOut', paymentId }))
  })

  test('of two who each say they paid all that is left only one is verified', async () => {
    const made = await active()
    const [first, second] = [await pay(made, '12509.01', '2026-12-04'), await pay(made, '12509.00', '2026-12-04')]
    await verify(second.paymentId, '2026-12-04')
    const refusal = await refusalOf(verify(first.paymentId, '2026-12-04'))
    expect([refusal.code, Object.keys(refusal.details['fields'] ?? {})]).toEqual(['invalid', ['amount']])
    expect((await listed(made, '2026-12-04')).summary).toMatchObject({ paid: '12509.00', left: '0.01', isComplete: false })
  })

  test.each<[string, object, string]>([
    ['nothing', { amount: '0' }, 'amount'],
    ['more than is left', { amount: '12509.02' }, 'amount'],
    ['a day to come', { amount: '1', paidOn: '2027-12-05' }, 'paidOn'],
    ['a day before there was a case', { amount: '1', paidOn: '1900-12-05' }, 'paidOn'],
  ])('%s is refused', async (_, values, field) => {
    const { agreementId } = await active()
    const given = { agreementId, paidOn: '2026-12-05', amount: '100.00', ...values }
    const refusal = await refusalOf(execute(recordPayment, office.counsellor, given, { now: on('2026-12-05') }))
    expect([refusal.code, Object.keys(refusal.details['fields'] ?? {})]).toEqual(['invalid', [field]])
  })

  test('before the agreement starts there is nothing to pay under it, and a stranger never pays', async () => {
    const { agreementId } = await agreed()
    const given = { agreementId, paidOn: '2026-11-25', amount: '100.00' }
    expect((await refusalOf(execute(recordPayment, office.counsellor, given, { now: on('2026-11-25') }))).details).toMatchObject({
      why: 'not_active',
    })
    expect((await refusalOf(execute(recordPayment, other.counsellor, given))).code).toBe('not_found')
  })

  test('the same payment is verified once', async () => {
    const made = await active()
    const { paymentId } = await pay(made, '100.00', '2026-12-04')
    await verify(paymentId, '2026-12-04')
    expect((await refusalOf(verify(paymentId, '2026-12-04'))).details).toEqual({ why: 'already_verified' })
    expect((await refusalOf(execute(verifyPayment, office.assistant, { paymentId }))).code).toBe('forbidden')
  })
})
