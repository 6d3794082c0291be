import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { factorSnapshots } from '@/db/schema'
import type { ReliefLine } from '@/db/schema/proposals'
import { clock, type Office, openOffice } from '@/db/testing/factories'
import { aNegotiation, aSentProposal } from '@/db/testing/negotiation'
import { overrideAgreement } from '@/lib/agreements/confirm.commands'
import { recordPayment, verifyPayment } from '@/lib/agreements/payment.commands'
import { moveCase } from '@/lib/cases/commands'
import { caseGet } from '@/lib/cases/queries'
import { execute } from '@/lib/core/command'
import { recordDecision } from '@/lib/decisions/record.commands'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})

const call = { now: clock }
const extension: ReliefLine[] = [{ type: 'TERM_EXTENSION', toPeriods: 6 }]

test('F-01 of a proposal under an agreement counts from the first instalment of it that is not paid, as the case does', async () => {
  const negotiation = await aNegotiation(office, { debt: { oldestUnpaidDueOn: '2026-11-05' } })
  const { kase } = negotiation
  const { versionId } = await aSentProposal(office, negotiation, extension)
  const frozen = async (id: string) => {
    const [row] = await office.within((tx) => tx.select().from(factorSnapshots).where(eq(factorSnapshots.versionId, id)))
    return [row?.values['F-01'], row?.values['F-02']]
  }
  expect(await frozen(versionId)).toEqual([16, 'D1_30'])

  const yes = { versionId, result: 'ACCEPTED', decidedOn: '2026-11-21', channel: 'PHONE' }
  const { agreementId } = await execute(recordDecision, office.counsellor, yes, call)
  const reason = '贷款人电话确认，书面件在途'
  await execute(overrideAgreement, office.supervisor, { agreementId, version: 1, reason }, call)
  const paid = { agreementId, paidOn: '2026-11-21', amount: '2084.83' }
  const { paymentId } = await execute(recordPayment, office.counsellor, paid, call)
  await execute(verifyPayment, office.counsellor, { paymentId }, call)
  const { version, oldestDueOn } = await caseGet(office.counsellor, { caseId: kase.id }, clock)
  await execute(moveCase, office.counsellor, { caseId: kase.id, to: 'DRAFTING', version, reason: '收入再次减少' }, call)

  const again = await aSentProposal(office, negotiation, extension)
  expect(oldestDueOn).toBe('2027-01-05')
  expect(await frozen(again.versionId)).toEqual([-45, 'NOT_DUE'])
})
