import { beforeAll, describe, expect, test } from 'vitest'
import { type Office, openOffice } from '@/db/testing/factories'
import { agreementRow, anAgreedPlan, confirmPlan, on, signPlan } from '@/db/testing/running-plan'
import { refusalOf } from '@/db/testing/traces'
import { command, execute } from '@/lib/core/command'
import { plan } from '@/lib/portal/plan.queries'
import { listAgreements } from './queries'
import { openReceipt, signReceipt } from './receipt.commands'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})

describe('SE-14 the day a receipt bears', () => {
  test('is the one written on the paper, also when it is handed in later', async () => {
    const made = await anAgreedPlan(office)
    await confirmPlan(office, made)
    await signPlan(office, made)
    const row = await agreementRow(office, made.agreementId)
    expect([row.receiptSignedOn, row.receiptSignedAt]).toEqual(['2026-11-26', on('2026-11-28')])
    const { agreements } = await listAgreements(office.counsellor, { caseId: made.negotiation.kase.id }, on('2026-12-01'))
    expect(agreements[0]?.receiptSignedOn).toBe('2026-11-26')
    const seen = await plan(made.negotiation.portal, { agreementId: made.agreementId }, on('2026-12-01'))
    expect(seen.signedOn).toBe('2026-11-26')
  })

  test('lies between the day the proposal went out and today; so does that of the confirmation', async () => {
    const made = await anAgreedPlan(office)
    const wrong = async (call: Promise<unknown>) => (await refusalOf(call)).details
    expect(await wrong(confirmPlan(office, made, { confirmedOn: '2026-11-20' }))).toEqual({
      fields: { confirmedOn: ['before_sending'] },
    })
    await confirmPlan(office, made)
    expect(await wrong(signPlan(office, made, { signedOn: '2026-11-20' }))).toEqual({ fields: { signedOn: ['before_sending'] } })
    expect(await wrong(signPlan(office, made, { signedOn: '2026-11-29' }))).toEqual({ fields: { signedOn: ['in_future'] } })
  })

  test('is that of the signature where the client signs here, on the clock of the office', async () => {
    const made = await anAgreedPlan(office)
    await confirmPlan(office, made)
    // A quarter past midnight in Shanghai is still the day before in UTC.
    const at = { now: new Date('2026-11-26T16:15:00Z') }
    const sign = command({
      ...{ name: 'portal.sign', input: plan.definition.input },
      async run(work, { agreementId }) {
        const { version } = await openReceipt(work, agreementId)
        return signReceipt(work, { agreementId, version, name: '李小明' })
      },
    })
    await execute(sign, made.negotiation.portal, { agreementId: made.agreementId }, at)
    expect((await agreementRow(office, made.agreementId)).receiptSignedOn).toBe('2026-11-27')
  })
})
