import { beforeAll, describe, expect, test } from 'vitest'
import { clientActor, clock, type Office, openOffice } from '@/db/testing/factories'
import { aDraft, aNegotiation, aSentProposal } from '@/db/testing/negotiation'
import { auditOf, refusalOf } from '@/db/testing/traces'
import { dice } from '@/lib/analysis/simulated-office'
import { execute } from '@/lib/core/command'
import { startHistory, writeHistory } from '@/lib/history/commands'
import type { HistoryValues } from '@/lib/history/row'
import { setLikelihood } from './commands'
import { getLikelihood, getLikelihoodSetting } from './queries'

const reliefs = [{ type: 'WAIVE_INTEREST' as const, percent: '50' }]
let office: Office
beforeAll(async () => {
  office = await openOffice()
})

const turn = (to: 'on' | 'off', by = office.supervisor) => execute(setLikelihood, by, { to }, { now: clock })

/** Three hundred decided proposals of the past, in which third-party proof went with approval; `without`: the share without. */
async function aPast(of: Office, without = 0.35) {
  const roll = dice(42)
  const either = (one: string, other: string) => (roll() < 0.5 ? one : other)
  const rows = Array.from({ length: 300 }, (_, n): HistoryValues => {
    const thirdParty = either('是', '否')
    const outcome = roll() < (thirdParty === '是' ? 0.75 : without) ? '同意' : '拒绝'
    return {
      ...{ caseNumber: `旧-${n}`, product: '借呗', sentOn: '2025-03-01', outcome, thirdParty },
      ...{ overdueDays: either('20', '-5'), evidence: either('100%', '0'), surplusCover: either('0.7', '1.2') },
      ...{ episodes: either('0', '2'), reliefs: either('减免利息', '延长期限') },
    }
  })
  const { importId } = await execute(
    startHistory,
    of.supervisor,
    { fileName: '往年.csv', total: rows.length, knownWhenSent: true },
    { now: clock },
  )
  for (const from of [0, 150]) {
    const sent = rows.slice(from, from + 150).map((values, index) => ({ line: from + index + 2, values }))
    await execute(writeHistory, of.supervisor, { importId, rows: sent }, { now: clock })
  }
}

describe('the likelihood beside a draft', () => {
  test('is off until a supervisor or administrator turns it on, which the audit keeps', async () => {
    const { versionId } = await aDraft(office, await aNegotiation(office), reliefs)
    expect(await getLikelihoodSetting(office.supervisor, {}, clock)).toEqual({ isOn: false })
    expect(await getLikelihood(office.counsellor, { versionId }, clock)).toEqual({ status: 'off' })
    for (const by of [office.counsellor, office.analyst, office.auditor])
      expect((await refusalOf(turn('on', by))).code).toBe('forbidden')
    await turn('on')
    expect((await auditOf(office)).at(-1)).toMatchObject({ type: 'likelihood.set' })
    expect(await getLikelihood(office.counsellor, { versionId }, clock)).toMatchObject({
      status: 'hidden',
      answer: { why: 'too_few', n: 0 },
    })
    await turn('off', office.admin)
    expect(await getLikelihood(office.counsellor, { versionId }, clock)).toEqual({ status: 'off' })
  })

  test('names what is missing, and shows a range with what it rests on once nothing is', async () => {
    const of = await openOffice({ rules: { likelihood: true } })
    await aPast(of)
    const draft = await aDraft(of, await aNegotiation(of), reliefs)
    const lacking = await getLikelihood(of.counsellor, { versionId: draft.versionId }, clock)
    expect(lacking).toMatchObject({ status: 'hidden', answer: { why: 'facts_missing', columns: ['F-15'] } })
    const whole = await aDraft(of, await aNegotiation(of, { debt: { overdueEpisodes: 0 } }), reliefs)
    const said = await getLikelihood(of.counsellor, { versionId: whole.versionId }, clock)
    if (said.status !== 'shown') throw new Error(JSON.stringify(said))
    const { range, similar, n, slope } = said.answer
    expect(n).toBe(300)
    // Without proof of a third party 35 % were approved.
    expect(range[0]).toBeLessThan(0.35)
    expect(range[1]).toBeGreaterThan(0.35)
    expect(range[1]).toBeLessThan(0.75)
    expect(similar.n).toBeGreaterThanOrEqual(10)
    expect(slope.interval[0]).toBeGreaterThan(0)
  })

  test('does not tell how many of the like were approved where these are a few', async () => {
    const of = await openOffice({ rules: { likelihood: true } })
    await aPast(of, 0.06)
    const { versionId } = await aDraft(of, await aNegotiation(of, { debt: { overdueEpisodes: 0 } }), reliefs)
    const said = await getLikelihood(of.counsellor, { versionId }, clock)
    expect(said).toMatchObject({ status: 'shown', answer: { similar: { n: expect.any(Number), events: null } } })
  })

  test('is for a draft only, for whoever works on the case, and never for a client', async () => {
    const of = await openOffice({ rules: { likelihood: true } })
    const negotiation = await aNegotiation(of)
    const { versionId } = await aSentProposal(of, negotiation, [{ type: 'TERM_EXTENSION', toPeriods: 6 }])
    expect(await getLikelihood(of.counsellor, { versionId }, clock)).toEqual({ status: 'off' })
    expect((await refusalOf(getLikelihood(of.colleague, { versionId }, clock))).code).toBe('not_found')
    const client = clientActor(of, negotiation.client)
    for (const by of [client, of.analyst, of.auditor, of.assistant])
      expect((await refusalOf(getLikelihood(by, { versionId }, clock))).code).toBe('forbidden')
    expect((await refusalOf(getLikelihoodSetting(client, {}, clock))).code).toBe('forbidden')
  })
})
