import { beforeAll, expect, test } from 'vitest'
import { type Office, openOffice } from '@/db/testing/factories'
import { type Agreed, anAgreedPlan, aRunningPlan, confirmPlan, on, signPlan } from '@/db/testing/running-plan'
import { recordPayment, verifyPayment } from '@/lib/agreements/payment.commands'
import { execute } from '@/lib/core/command'
import { plan } from './plan.queries'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})

const seen = ({ agreementId, negotiation }: Agreed, day = '2026-12-04') => plan(negotiation.portal, { agreementId }, on(day))

async function paid({ agreementId }: Agreed, amount: string) {
  const day = { now: on('2026-12-04') }
  const { paymentId } = await execute(recordPayment, office.counsellor, { agreementId, amount, paidOn: '2026-12-04' }, day)
  await execute(verifyPayment, office.counsellor, { paymentId }, day)
}

test('the client sees in which order a payment settles by law, and what theirs settled', async () => {
  const made = await aRunningPlan(office)
  expect((await seen(made)).settles).toEqual({ claims: ['interest', 'principal'], isByLaw: true })
  // The first instalment is 2,084.83 with interest of 144.00, the second has interest of 120.71 (domain.md 4.2).
  await paid(made, '2184.83')
  expect((await seen(made)).instalments.map(({ settled }) => settled).slice(0, 3)).toEqual([
    [
      { claim: 'interest', amount: '144.00' },
      { claim: 'principal', amount: '1940.83' },
    ],
    [{ claim: 'interest', amount: '100.00' }],
    [],
  ])
})

test('the order a contract agrees on is the client’s too, from before they sign', async () => {
  const made = await anAgreedPlan(office)
  await confirmPlan(office, made, { paymentOrder: 'PRINCIPAL_INTEREST_COSTS' })
  expect((await seen(made)).settles).toEqual({ claims: ['principal', 'interest'], isByLaw: false })
  await signPlan(office, made)
  await paid(made, '100.00')
  expect((await seen(made)).instalments[0]?.settled).toEqual([{ claim: 'principal', amount: '100.00' }])
})

test('a plan typed from the lender’s paper is not told of an order: it knows no parts', async () => {
  const made = await anAgreedPlan(office)
  await confirmPlan(office, made, { lenderPlan: '2026-12-10 6000.00\n2027-01-10 6509.01' })
  await signPlan(office, made)
  await paid(made, '100.00')
  const { settles, instalments } = await seen(made)
  expect([settles.claims, instalments[0]?.settled]).toEqual([[], []])
})
