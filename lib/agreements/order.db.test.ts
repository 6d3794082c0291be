import { beforeAll, describe, expect, test } from 'vitest'
import { type Office, openOffice } from '@/db/testing/factories'
import { type Agreed, agreementRow, anAgreedPlan, aRunningPlan, on } from '@/db/testing/running-plan'
import { auditOf, refusalOf } from '@/db/testing/traces'
import { execute } from '@/lib/core/command'
import { breakAgreement } from './break.commands'
import { correctOrder } from './order.commands'
import { recordPayment, verifyPayment } from './payment.commands'
import { listAgreements } from './queries'

let office: Office
let other: Office
beforeAll(async () => {
  office = await openOffice()
  other = await openOffice({ name: '另一家' })
})

const day = { now: on('2026-12-04') }

async function correct({ agreementId }: Agreed, values: object = {}, by = office.counsellor) {
  const { version } = await agreementRow(office, agreementId)
  const given = { agreementId, version, paymentOrder: 'PRINCIPAL_INTEREST_COSTS', reason: 'CONTRACT_READ_AGAIN', ...values }
  return execute(correctOrder, by, given, day)
}

async function paid({ agreementId }: Agreed, amount: string) {
  const told = { agreementId, amount, paidOn: '2026-12-04' }
  const { paymentId } = await execute(recordPayment, office.counsellor, told, day)
  await execute(verifyPayment, office.counsellor, { paymentId }, day)
}

async function ledgerOf({ negotiation }: Agreed) {
  const { agreements } = await listAgreements(office.counsellor, { caseId: negotiation.kase.id }, day.now)
  return agreements[0]?.ledger ?? []
}

describe('the order of payments of a plan that runs', () => {
  test('is corrected: what was paid falls into other parts, and what is left to pay stays', async () => {
    const made = await aRunningPlan(office)
    await paid(made, '1000.00')
    expect((await ledgerOf(made))[0]?.paidParts).toEqual({ costs: '0.00', interest: '144.00', principal: '856.00' })
    await correct(made)
    const [first] = await ledgerOf(made)
    expect(first).toMatchObject({ paid: '1000.00', paidParts: { costs: '0.00', interest: '0.00', principal: '1000.00' } })
  })

  test('is audited with what it was, what it is and why, under the next version', async () => {
    const made = await aRunningPlan(office)
    const { version } = await agreementRow(office, made.agreementId)
    expect(await correct(made)).toEqual({ agreementId: made.agreementId, status: 'ACTIVE', version: version + 1 })
    expect(await auditOf(office)).toContainEqual({
      ...{ type: 'agreement.orderCorrected', caseId: made.negotiation.kase.id, agreementId: made.agreementId },
      ...{ from: 'COSTS_INTEREST_PRINCIPAL', to: 'PRINCIPAL_INTEREST_COSTS', reason: 'CONTRACT_READ_AGAIN' },
    })
  })

  test('is not corrected without a reason, into itself, or over somebody else’s change', async () => {
    const made = await aRunningPlan(office)
    expect((await refusalOf(correct(made, { reason: undefined }))).details).toEqual({ fields: { reason: ['choice'] } })
    const same = correct(made, { paymentOrder: 'COSTS_INTEREST_PRINCIPAL' })
    expect((await refusalOf(same)).details).toEqual({ fields: { paymentOrder: ['same_order'] } })
    expect((await refusalOf(correct(made, { version: 1 }))).code).toBe('conflict')
    expect((await agreementRow(office, made.agreementId)).paymentOrder).toBe('COSTS_INTEREST_PRINCIPAL')
  })

  test('is not corrected before the plan starts, where the confirmation sets it, nor after it ended', async () => {
    const draft = await anAgreedPlan(office)
    expect((await refusalOf(correct(draft))).details).toEqual({ why: 'not_active', status: 'DRAFT' })
    const ended = await aRunningPlan(office)
    const { version } = await agreementRow(office, ended.agreementId)
    const end = { agreementId: ended.agreementId, version, cause: 'CREDITOR_NOTICE', reason: '债权方通知解除', isSure: true }
    await execute(breakAgreement, office.counsellor, end, day)
    expect((await refusalOf(correct(ended))).details).toEqual({ why: 'not_active', status: 'BROKEN' })
  })

  test('is no business of a reader, the client or a stranger', async () => {
    const made = await aRunningPlan(office)
    for (const actor of [office.auditor, made.negotiation.portal])
      expect((await refusalOf(correct(made, {}, actor))).code).toBe('forbidden')
    for (const actor of [office.colleague, other.supervisor])
      expect((await refusalOf(correct(made, {}, actor))).code).toBe('not_found')
  })
})
