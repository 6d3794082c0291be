import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { factorSnapshots, proposalVersions } from '@/db/schema'
import type { ReliefLine } from '@/db/schema/proposals'
import { clock, type Office, openOffice } from '@/db/testing/factories'
import { aNegotiation, aSentProposal, type Negotiation } from '@/db/testing/negotiation'
import { overrideAgreement } from '@/lib/agreements/confirm.commands'
import { recordPayment, verifyPayment } from '@/lib/agreements/payment.commands'
import { moveCase } from '@/lib/cases/commands'
import { caseGet } from '@/lib/cases/queries'
import { execute } from '@/lib/core/command'
import { recordDecision } from '@/lib/decisions/record.commands'
import { money } from '@/lib/platform/money'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})

const call = { now: clock }
const extension: ReliefLine[] = [{ type: 'TERM_EXTENSION', toPeriods: 6 }]

/** The proposal is granted, one instalment of it is paid, and the case negotiates again. */
async function startedWithOnePayment({ kase }: Negotiation, versionId: string) {
  const yes = { versionId, result: 'ACCEPTED', decidedOn: '2026-11-21', channel: 'PHONE' }
  const { agreementId } = await execute(recordDecision, office.counsellor, yes, call)
  const reason = '贷款人电话确认，书面件在途'
  await execute(overrideAgreement, office.supervisor, { agreementId, version: 1, reason }, call)
  const paid = { agreementId, paidOn: '2026-11-21', amount: '2084.83' }
  const { paymentId } = await execute(recordPayment, office.counsellor, paid, call)
  await execute(verifyPayment, office.counsellor, { paymentId }, call)
  const { version, oldestDueOn } = await caseGet(office.counsellor, { caseId: kase.id }, clock)
  await execute(moveCase, office.counsellor, { caseId: kase.id, to: 'DRAFTING', version, reason: '收入再次减少' }, call)
  return oldestDueOn
}

test('F-01 of a proposal under an agreement counts from the first instalment of it that is not paid, as the case does', async () => {
  const negotiation = await aNegotiation(office, { debt: { oldestUnpaidDueOn: '2026-11-05' } })
  const { versionId } = await aSentProposal(office, negotiation, extension)
  const frozen = async (id: string) => {
    const [row] = await office.within((tx) => tx.select().from(factorSnapshots).where(eq(factorSnapshots.versionId, id)))
    return [row?.values['F-01'], row?.values['F-02']]
  }
  expect(await frozen(versionId)).toEqual([16, 'D1_30'])

  const oldestDueOn = await startedWithOnePayment(negotiation, versionId)

  const again = await aSentProposal(office, negotiation, extension)
  expect(oldestDueOn).toBe('2027-01-05')
  expect(await frozen(again.versionId)).toEqual([-45, 'NOT_DUE'])
})

test('F-07, F-09 and F-21 of a proposal under an agreement, and its letter, go by what the agreement leaves to pay', async () => {
  const negotiation = await aNegotiation(office, { debt: { oldestUnpaidDueOn: '2026-11-05', penaltyPrincipal: money('80.00') } })
  const forgiven: ReliefLine[] = [...extension, { type: 'WAIVE_PENALTY_PRINCIPAL', percent: '100' }]
  const { versionId } = await aSentProposal(office, negotiation, forgiven)
  await startedWithOnePayment(negotiation, versionId)
  const again = await aSentProposal(office, negotiation, extension)
  const [row] = await office.within((tx) =>
    tx
      .select({ values: factorSnapshots.values, text: proposalVersions.letterText })
      .from(factorSnapshots)
      .innerJoin(proposalVersions, eq(proposalVersions.id, factorSnapshots.versionId))
      .where(eq(factorSnapshots.versionId, again.versionId)),
  )
  // Six instalments of 2,084.83 were agreed and one is paid: five are left, of which six are asked for.
  expect(row?.values).toMatchObject({ 'F-07': '1.0552', 'F-09': '0.4009' })
  expect(row?.values['F-21']).toEqual({ term: '1.2000', instalment: '0.8383' })
  // 12,000.00 less the one that is paid before its day; its interest of 144.00 has not accrued.
  expect(row?.text).toContain('截至2026年11月21日，尚欠款项合计¥9,915.17')
  expect(row?.text).toContain('剩余5期，下一还款日为2027年1月5日')
  expect(row?.text).not.toContain('罚息')
})
