import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { debts } from '@/db/schema'
import { aCase, aDebt, aVersion, clock, type Office, openOffice } from '@/db/testing/factories'
import { anAgreedPlan, confirmPlan, on, signPlan } from '@/db/testing/running-plan'
import { moveCase } from '@/lib/cases/commands'
import { caseGet } from '@/lib/cases/queries'
import { execute } from '@/lib/core/command'
import { endOf } from '@/lib/proposals/limitation'
import { getProposal, listProposals } from '@/lib/proposals/queries'
import { radar } from './queries'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})

/** The day the period ends, as the radar of that moment has it and as the builder of a version does. */
async function ends(caseId: string, now = clock) {
  const { items } = await radar(office.counsellor, { days: 90, kinds: ['LIMITATION'] }, now)
  const { proposals } = await listProposals(office.counsellor, { caseId }, now)
  const { source } = await getProposal(office.counsellor, { versionId: proposals[0]?.id ?? '' }, now)
  const known = items.filter((item) => item.caseId === caseId).map((item) => item.on)
  return [known, source.limitationFrom && endOf(source.limitationFrom)]
}

const old = { oldestUnpaidDueOn: '2023-11-20', limitationLastInterruption: '2023-12-05', nextDueOn: null, endsOn: null }
const aNote = async () => aDebt(office, await aCase(office, { stage: 'DRAFTING', dueOn: null, nextAction: null }), old)

test('the radar and the builder count a limitation period from the same day', async () => {
  const debt = await aNote()
  await aVersion(office, debt)
  expect(await ends(debt.caseId)).toEqual([['2026-12-05'], '2026-12-05'])
})

test('a proposal taken back after it reached the creditor has interrupted it; one dropped before it went out has not', async () => {
  const [reached, dropped] = [await aNote(), await aNote()]
  const sent = { sent: true, sentAt: new Date('2024-02-10T20:00:00Z'), expectedReplyBy: null }
  await aVersion(office, reached, { ...sent, outcome: 'WITHDRAWN' })
  await aVersion(office, dropped, { outcome: 'WITHDRAWN' })
  expect(await ends(reached.caseId)).toEqual([['2027-02-11'], '2027-02-11'])
  expect(await ends(dropped.caseId)).toEqual([['2026-12-05'], '2026-12-05'])
})

test('a proposal that names one loan note of a case interrupts the period of no other', async () => {
  const kase = await aCase(office, { stage: 'DRAFTING', dueOn: null, nextAction: null })
  const named = await aDebt(office, kase, old)
  await aDebt(office, kase, { ...old, limitationLastInterruption: '2023-12-20' })
  await aVersion(office, named, { sent: true, sentAt: new Date('2024-02-10T20:00:00Z'), expectedReplyBy: null })
  expect(await ends(kase.id)).toEqual([['2026-12-20'], '2026-12-20'])
})

test('under an agreement it runs from the first instalment that is not paid, not from what the contract said before', async () => {
  const agreed = await anAgreedPlan(office)
  await confirmPlan(office, agreed)
  await signPlan(office, agreed)
  const { id: caseId } = agreed.negotiation.kase
  const before = { oldestUnpaidDueOn: '2026-11-05', nextDueOn: null }
  await office.within((tx) => tx.update(debts).set(before).where(eq(debts.caseId, caseId)))
  const { version } = await caseGet(office.counsellor, { caseId }, on('2026-11-28'))
  const back = { caseId, to: 'DRAFTING', version, reason: '收入再次减少' }
  await execute(moveCase, office.counsellor, back, { now: on('2026-11-28') })
  expect(await ends(caseId, on('2029-11-01'))).toEqual([['2029-12-05'], '2029-12-05'])
})
