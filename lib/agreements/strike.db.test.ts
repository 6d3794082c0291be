import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { clients, outbox, payments } from '@/db/schema'
import { type Office, openOffice } from '@/db/testing/factories'
import { type Agreed, agreementRow, aRunningPlan, on } from '@/db/testing/running-plan'
import { auditOf, refusalOf } from '@/db/testing/traces'
import { execute } from '@/lib/core/command'
import { reportMyPayment } from '@/lib/portal/commands'
import { plan } from '@/lib/portal/plan.queries'
import { home } from '@/lib/portal/queries'
import { recordPayment, verifyPayment } from './payment.commands'
import { listAgreements } from './queries'

let office: Office
let other: Office
beforeAll(async () => {
  office = await openOffice()
  other = await openOffice({ name: '另一家' })
})

const [told, day] = [{ amount: '500.00', paidOn: '2026-12-04' }, { now: on('2026-12-07') }]
const reported = async ({ agreementId, negotiation }: Agreed) =>
  (await execute(reportMyPayment, negotiation.portal, { ...told, agreementId }, { now: on('2026-12-04') })).paymentId
const entered = async ({ agreementId }: Agreed) =>
  (await execute(recordPayment, office.counsellor, { ...told, agreementId }, { now: on('2026-12-04') })).paymentId
const strike = (paymentId: string, values: object = { reason: 'NOT_ARRIVED' }, by = office.counsellor) =>
  execute(verifyPayment, by, { paymentId, isReceived: false, ...values }, day)
const left = (paymentId: string) => office.within((tx) => tx.$count(payments, eq(payments.id, paymentId)))
const struckIn = async ({ negotiation }: Agreed) => {
  const { agreements } = await listAgreements(office.counsellor, { caseId: negotiation.kase.id }, day.now)
  return agreements[0]?.struckOut
}

describe('a payment that is struck out', () => {
  test.each([
    ['reported by the client', reported],
    ['entered by the office', entered],
  ])('%s needs a reason', async (_, make) => {
    const paymentId = await make(await aRunningPlan(office))
    for (const values of [{}, { reason: 'BECAUSE' }])
      expect((await refusalOf(strike(paymentId, values))).details).toEqual({ fields: { reason: ['choice'] } })
    expect(await left(paymentId)).toBe(1)
    await strike(paymentId)
    expect(await left(paymentId)).toBe(0)
  })

  test('is audited with the reason', async () => {
    const made = await aRunningPlan(office)
    const paymentId = await entered(made)
    await strike(paymentId, { reason: 'OTHER_DEBT' })
    const caseId = made.negotiation.kase.id
    const said = { type: 'payment.struckOut', caseId, paymentId, amount: '500.00', reason: 'OTHER_DEBT' }
    expect(await auditOf(office)).toContainEqual(said)
  })

  test('stays beside the payments with its reason, and counts for nothing', async () => {
    const made = await aRunningPlan(office)
    const [first, second] = [await entered(made), await reported(made)]
    await strike(second, { reason: 'TOLD_TWICE' })
    await strike(first, { reason: 'WRONG_ENTRY' })
    expect(await struckIn(made)).toEqual([
      { id: second, ...told, reason: 'TOLD_TWICE', struckOn: '2026-12-07' },
      { id: first, ...told, reason: 'WRONG_ENTRY', struckOn: '2026-12-07' },
    ])
    const { instalments } = await plan(made.negotiation.portal, { agreementId: made.agreementId }, day.now)
    expect(instalments[0]).toMatchObject({ paid: '0.00', reported: '0.00', left: '2084.83' })
  })

  test('is told to the client with the reason, for two months', async () => {
    const made = await aRunningPlan(office)
    await strike(await reported(made), { reason: 'RETURNED' })
    const seen = async (now: Date) => (await plan(made.negotiation.portal, { agreementId: made.agreementId }, now)).struckOut
    const onFirstPage = async (now: Date) => (await home(made.negotiation.portal, {}, now)).cases[0]?.instalment?.hasStruckOut
    expect(await seen(day.now)).toMatchObject([{ ...told, reason: 'RETURNED' }])
    // Struck out on 7 December; sixty days on is 5 February.
    expect(await seen(on('2027-02-05'))).toHaveLength(1)
    expect(await seen(on('2027-02-06'))).toEqual([])
    expect([await onFirstPage(on('2027-02-05')), await onFirstPage(on('2027-02-06'))]).toEqual([true, false])
  })

  test('is told to the client by a mail that says nothing of it but where to look', async () => {
    const made = await aRunningPlan(office)
    const paymentId = await reported(made)
    const { id } = made.negotiation.client
    await office.within((tx) => tx.update(clients).set({ email: 'someone@example.test' }).where(eq(clients.id, id)))
    await strike(paymentId)
    const mails = await office.within((tx) => tx.select().from(outbox).where(eq(outbox.clientId, id)))
    expect(mails).toMatchObject([{ kind: 'PLAN_NEWS', address: 'someone@example.test' }])
    const [link] = mails[0]?.body.match(/http\S+/) ?? []
    expect(link).toMatch(new RegExp(`/portal/plans/${made.agreementId}$`))
    expect(mails[0]?.body.replace(link ?? '', '')).not.toMatch(/\d|小明|借呗/)
  })

  test('is struck out by nobody else, and a payment that came has no reason for it', async () => {
    const made = await aRunningPlan(office)
    const paymentId = await reported(made)
    expect((await refusalOf(strike(paymentId, undefined, office.auditor))).code).toBe('forbidden')
    expect((await refusalOf(strike(paymentId, undefined, made.negotiation.portal))).code).toBe('forbidden')
    for (const actor of [office.colleague, other.supervisor])
      expect((await refusalOf(strike(paymentId, undefined, actor))).code).toBe('not_found')
    await execute(verifyPayment, office.counsellor, { paymentId }, day)
    expect((await refusalOf(strike(paymentId))).details).toEqual({ why: 'already_verified' })
    expect((await agreementRow(office, made.agreementId)).struckOut).toEqual([])
  })
})
