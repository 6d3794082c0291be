import { beforeAll, expect, test } from 'vitest'
import type { ReliefLine } from '@/db/schema/proposals'
import { clock, type Office, openOffice } from '@/db/testing/factories'
import { aDraft, aNegotiation, anApproved } from '@/db/testing/negotiation'
import { proposalSteps } from '@/db/testing/proposal-steps'
import { refusalOf } from '@/db/testing/traces'
import { execute } from '@/lib/core/command'
import { getProposal } from './queries'
import { checkProposal, presentProposal, recordApproval } from './review.commands'
import { saveProposal } from './save.commands'
import { sendProposal } from './send.commands'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})

const { by } = proposalSteps(() => office)

test.each<[string, ReliefLine, string]>([
  ['a term that gets shorter', { type: 'TERM_EXTENSION', toPeriods: 3 }, 'longerTerm'],
  ['an instalment above today’s', { type: 'LOWER_INSTALMENT', amount: '9000.00' }, 'lowerInstalment'],
  ['a rate above today’s', { type: 'RATE_CUT', toDailyPercent: '0.9' }, 'lowerRate'],
  ['a waiver of nothing', { type: 'WAIVE_INTEREST', percent: '0' }, 'somethingWaived'],
  ['a lump sum on a day gone by', { type: 'LUMP_SUM', amount: '20000.00', on: '2026-11-20' }, 'dayToCome'],
])('%s may be kept as a draft, but the client is not asked to approve it', async (_, relief, need) => {
  const { versionId, version } = await aDraft(office, await aNegotiation(office), [relief])
  const refusal = await refusalOf(execute(presentProposal, by(), { versionId, version }, { now: clock }))
  expect(refusal).toEqual({ code: 'rule', details: { why: need } })
  expect((await getProposal(by(), { versionId }, clock)).lacking).toContain(need)
})

test('nor is such a request checked by a supervisor, or noted as approved on paper', async () => {
  const { versionId, version } = await aDraft(office, await aNegotiation(office), [{ type: 'TERM_EXTENSION', toPeriods: 3 }])
  const checked = execute(checkProposal, office.supervisor, { versionId, version }, { now: clock })
  const approved = execute(recordApproval, by(), { versionId, version, channel: 'PAPER' }, { now: clock })
  for (const step of [checked, approved]) expect(await refusalOf(step)).toMatchObject({ details: { why: 'longerTerm' } })
})

test('a request that holds until a day gone by is not put before the client', async () => {
  const draft = await aDraft(office, await aNegotiation(office), [{ type: 'TERM_EXTENSION', toPeriods: 12 }])
  const over = { versionId: draft.versionId, version: draft.version, validUntil: '2026-11-20' }
  const { versionId, version } = await execute(saveProposal, by(), over, { now: clock })
  const refusal = await refusalOf(execute(presentProposal, by(), { versionId, version }, { now: clock }))
  expect(refusal).toEqual({ code: 'rule', details: { why: 'dayToCome' } })
})

test('a lump sum whose day passes while the client thinks about it is not sent', async () => {
  const asked: ReliefLine[] = [{ type: 'LUMP_SUM', amount: '20000.00', on: '2026-11-23' }]
  const { versionId, version } = await anApproved(office, await aNegotiation(office), asked)
  const how = { channel: 'APP_CHAT', proof: '客服会话 1', expectedReplyBy: '2026-12-05' }
  const now = new Date('2026-11-24T02:00:00Z')
  const refusal = await refusalOf(execute(sendProposal, by(), { versionId, version, ...how }, { now }))
  expect(refusal.details).toEqual({ why: 'dayToCome' })
})
