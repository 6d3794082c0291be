import { randomUUID } from 'node:crypto'
import { eq, inArray } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { accessLog, cases, decisions } from '@/db/schema'
import type { ReliefLine } from '@/db/schema/proposals'
import { aCase, aClient, aCreditor, aDebt, aVersion, clock, type Office, openOffice } from '@/db/testing/factories'
import { inFives } from '@/db/testing/in-fives'
import { aNegotiation, aSentProposal } from '@/db/testing/negotiation'
import { refusalOf } from '@/db/testing/traces'
import { versionOutcomes } from '@/db/vocabulary'
import { recordHardship } from '@/lib/clients/hardship.commands'
import { execute } from '@/lib/core/command'
import { recordDecision } from '@/lib/decisions/record.commands'
import { report } from '@/lib/reports/queries'
import { approvals } from './approval'
import { analyticsCases } from './cases.queries'
import { analyticsFilter } from './filter'
import { countsOf, firstVersions } from './first-versions.queries'
import { analytics, analyticsExport } from './queries'
import { slicesOf } from './slices.queries'

let office: Office
const reliefs: ReliefLine[] = [{ type: 'TERM_EXTENSION', toPeriods: 6 }]
const answered = new Date('2026-11-25T02:00:00Z')

async function decided(result: 'ACCEPTED' | 'REJECTED') {
  const negotiation = await aNegotiation(office)
  const { versionId } = await aSentProposal(office, negotiation, reliefs)
  const reasons = result === 'REJECTED' ? ['POLICY'] : []
  await execute(
    recordDecision,
    office.counsellor,
    { versionId, result, reasons, decidedOn: '2026-11-25', channel: 'PHONE' },
    { now: answered },
  )
  return negotiation
}

beforeAll(async () => {
  office = await openOffice()
  for (const result of ['ACCEPTED', 'ACCEPTED', 'ACCEPTED', 'ACCEPTED', 'ACCEPTED', 'ACCEPTED', 'REJECTED'] as const)
    await decided(result)
  await aSentProposal(office, await aNegotiation(office), reliefs)
})

describe('what goes with approval', () => {
  test('counts the decided, and tells the pending apart from the refused', async () => {
    const view = await analytics(office.supervisor, {}, answered)
    expect(view.funnel.sent).toBe(8)
    expect(view.funnel.slices.filter(({ n }) => n !== 0)).toEqual([
      { approval: 'approved', n: 6 },
      { approval: 'refused', n: 1 },
      { approval: 'pending', n: 1 },
    ])
    expect(view.rate).toMatchObject({ n: 7, events: 6 })
    // Wilson 1927 for 6 of 7, computed by hand: 0.4869 to 0.9743.
    expect(view.rate?.wilson.map((limit) => limit.toFixed(4))).toEqual(['0.4869', '0.9743'])
    expect(view.bounds?.map((share) => share.toFixed(4))).toEqual(['0.7500', '0.8750'])
  })

  test('a single refusal among few is a small cell and is not told', async () => {
    const { factors } = await analytics(office.supervisor, {}, answered)
    expect(factors.find(({ column }) => column === 'F-05')?.levels).toEqual([expect.objectContaining({ hidden: true })])
  })

  test('SF-04 what was frozen at sending stays, whatever is edited later', async () => {
    const negotiation = await decided('ACCEPTED')
    const before = await analytics(office.supervisor, {}, answered)
    await execute(
      recordHardship,
      office.counsellor,
      { clientId: negotiation.client.id, type: 'DISASTER_ACCIDENT', startedOn: '2026-11-01' },
      { now: answered },
    )
    expect((await analytics(office.supervisor, {}, answered)).factors).toEqual(before.factors)
  })

  test('under a filter a few refused are hidden from the team too, with the approved that would tell them', async () => {
    const { funnel, rate } = await analytics(office.supervisor, { creditor: office.creditorId }, answered)
    expect([funnel.sent, rate]).toEqual([9, null])
    expect(funnel.slices.slice(0, 2).map(({ n }) => n)).toEqual([null, null])
  })

  test('filters by the month of sending', async () => {
    expect((await analytics(office.supervisor, { to: '2026-10-31' }, answered)).funnel.sent).toBe(0)
    expect((await analytics(office.supervisor, { from: '2026-11-21' }, answered)).funnel.sent).toBe(9)
  })

  test.each(['1899-12-31', '2200-01-01', '9999-12-31'])('%s is no day to ask for', async (day) => {
    for (const end of ['from', 'to'])
      for (const asked of [
        analytics(office.supervisor, { [end]: day }, answered),
        analyticsExport(office.supervisor, { [end]: day }, answered),
        analyticsCases(office.supervisor, { factor: 'F-05', level: 'ILLNESS', [end]: day }, answered),
        report(office.supervisor, { report: 'creditors', [end]: day }, answered),
      ])
        expect((await refusalOf(asked)).details).toEqual({ fields: { [end]: ['date'] } })
  })

  test('the first and the last day that may be asked for are answered', async () => {
    const all = { from: '1900-01-01', to: '2199-12-31' }
    expect((await analytics(office.supervisor, all, answered)).funnel.sent).toBe(9)
    expect((await report(office.supervisor, { report: 'creditors', ...all }, answered)).asked).toMatchObject(all)
  })

  test('a period that ends before it begins is told so at its end, and not answered with nothing', async () => {
    const period = { from: '2026-11-21', to: '2026-11-20' }
    const fault = { fields: { to: ['before_start'] } }
    expect((await refusalOf(analytics(office.supervisor, period, answered))).details).toEqual(fault)
    expect((await refusalOf(analyticsExport(office.supervisor, period, answered))).details).toEqual(fault)
    const behind = analyticsCases(office.supervisor, { factor: 'F-05', level: 'ILLNESS', ...period }, answered)
    expect((await refusalOf(behind)).details).toEqual(fault)
    expect((await refusalOf(report(office.supervisor, { report: 'creditors', ...period }, answered))).details).toEqual(fault)
    expect((await analytics(office.supervisor, { from: '2026-11-21', to: '2026-11-21' }, answered)).funnel.sent).toBe(9)
  })

  test('a month begins at midnight where the office is, wherever the database runs', async () => {
    const here = await openOffice()
    const sentAt = new Date('2026-10-31T17:00:00Z') // one in the morning of the 1st of November in Shanghai
    for (let n = 0; n < 5; n++) await aVersion(here, await aDebt(here, await aCase(here)), { sent: true, sentAt })
    expect((await analytics(here.supervisor, { from: '2026-11-01' }, answered)).funnel.sent).toBe(5)
    expect((await analytics(here.supervisor, { to: '2026-10-31' }, answered)).funnel.sent).toBe(0)
  })

  test('analysts see it with the wider limit, assistants and clients not at all, other offices nothing', async () => {
    expect((await analytics(office.analyst, {}, clock)).limit).toBe(10)
    expect((await refusalOf(analytics(office.assistant, {}, clock))).code).toBe('forbidden')
    const other = await openOffice()
    expect((await analytics(other.supervisor, {}, clock)).funnel.sent).toBe(0)
  })

  test('what leaves the team hides small groups whoever asks, and leaves a line in the access log', async () => {
    const view = await analyticsExport(office.supervisor, {}, answered)
    expect(view).toMatchObject({ limit: 10, rate: null })
    const lines = await office.within((tx) => tx.select().from(accessLog).where(eq(accessLog.what, 'analytics.export')))
    expect(lines).toEqual([expect.objectContaining({ kind: 'export', actor: `staff:${office.supervisor.id}` })])
    expect((await refusalOf(analyticsExport(office.auditor, {}, answered))).code).toBe('forbidden')
  })
})

describe('the cases behind a row', () => {
  const level = { factor: 'F-05', level: 'UNEMPLOYMENT' }

  test('are as many as the row counts, and only those the reader may see', async () => {
    const view = await analyticsCases(office.supervisor, level, answered)
    const row = (await analytics(office.supervisor, {}, answered)).factors.find(({ column }) => column === 'F-05')
    expect(row?.levels).toHaveLength(1)
    expect(view.cases).toHaveLength(8)
    expect(view).toMatchObject({ elsewhere: 0, approved: 7 })
  })

  test('are not counted to whom the table hides the group, as one of them was refused', async () => {
    const hidden = (await analytics(office.colleague, {}, answered)).factors.find(({ column }) => column === 'F-05')?.levels
    expect(hidden).toEqual([expect.objectContaining({ hidden: true })])
    const colleague = await analyticsCases(office.colleague, level, answered)
    expect(colleague).toMatchObject({ cases: [], isFew: true, n: null, approved: null, elsewhere: null, imported: null })
  })

  test('where the fact was not recorded are a row of their own', async () => {
    const missing = await analyticsCases(office.supervisor, { factor: 'F-18' }, answered)
    expect(missing.cases).toHaveLength(8)
  })

  test('are not for those who see figures only, nor for another office', async () => {
    expect((await refusalOf(analyticsCases(office.analyst, level, answered))).code).toBe('forbidden')
    const other = await openOffice()
    expect(await analyticsCases(other.supervisor, level, answered)).toMatchObject({ cases: [], elsewhere: 0 })
  })
})

describe('what two answers tell together', () => {
  test.each([
    ['analyst', '2026-12-31'],
    ['counsellor', '2026-11-30'],
    ['supervisor', '2026-11-30'],
  ] as const)(
    'periods a day apart are one and the same for the %s, and what was counted is said: until %s',
    async (role, end) => {
      const seen = (to: string) => analytics(office[role], { to }, answered)
      const [one, other] = [await seen('2026-11-20'), await seen('2026-11-21')]
      expect(one).toEqual(other)
      expect(one.asked.to).toBe(end)
    },
  )

  test('what became of the one case of a day is not told to a colleague by the periods with and without it', async () => {
    const here = await openOffice()
    const on = async (day: string, outcome: 'ACCEPTED' | 'REJECTED', n: number) => {
      const sentAt = new Date(`${day}T02:00:00Z`)
      for (let k = 0; k < n; k++) await aVersion(here, await aDebt(here, await aCase(here)), { sent: true, sentAt, outcome })
    }
    for (const [day, n] of [
      ['2026-08-10', 6],
      ['2026-09-10', 6],
    ] as const)
      for (const outcome of ['ACCEPTED', 'REJECTED'] as const) await on(day, outcome, n)
    await on('2026-09-11', 'REJECTED', 1)
    const told = async (period: { from?: string; to?: string }) => (await analytics(here.colleague, period, answered)).rate
    expect(await told({ to: '2026-09-10' })).toEqual(await told({ to: '2026-09-11' }))
    expect(await told({ from: '2026-09-11' })).toEqual(await told({ from: '2026-09-01' }))
    expect(await told({ from: '2026-09-11', to: '2026-09-11' })).toMatchObject({ n: 13, events: 6 })
    expect(await told({ to: '2026-08-31' })).toMatchObject({ n: 12, events: 6 })
  })

  test('the cases behind a row are counted over the months of the row, and not at all under a filter that is not answered', async () => {
    const here = await openOffice()
    const on = async (day: string, n: number) => {
      const sentAt = new Date(`${day}T02:00:00Z`)
      for (let k = 0; k < n; k++)
        for (const outcome of ['ACCEPTED', 'REJECTED'] as const)
          await aVersion(here, await aDebt(here, await aCase(here)), { sent: true, sentAt, outcome })
    }
    await on('2026-10-10', 6)
    await on('2026-11-10', 6)
    const behind = (asked: object, actor = here.colleague) => analyticsCases(actor, { factor: 'F-18', ...asked }, answered)
    expect(await behind({ to: '2026-10-09' })).toMatchObject({ n: 12, approved: 6, elsewhere: 12, isFew: false })
    expect((await behind({ to: '2026-10-09' }, here.supervisor)).cases).toHaveLength(12)
    const all = await here.within((tx) => tx.select().from(cases))
    const team = randomUUID()
    const theirs = all.slice(2).map(({ id }) => id)
    await here.within((tx) => tx.update(cases).set({ teamId: team }).where(inArray(cases.id, theirs)))
    expect(await behind({ team })).toMatchObject({ cases: [], n: null, approved: null, elsewhere: null, isFew: true })
    expect(await behind({ team }, here.supervisor)).toMatchObject({ n: 22, isFew: false })
  })

  test('a quarter of one person is told neither by itself nor by the periods with and without it', async () => {
    const here = await openOffice()
    for (let n = 0; n < 12; n++) await aVersion(here, await aDebt(here, await aCase(here)), { sent: true })
    const sentAt = new Date('2026-08-02T02:00:00Z')
    await aVersion(here, await aDebt(here, await aCase(here)), { sent: true, sentAt })
    for (const period of [
      { from: '2026-07-01', to: '2026-08-01' },
      { from: '2026-07-01', to: '2026-08-02' },
      { from: '2026-08-02' },
      { to: '2026-08-02' },
      { from: '2026-10-01', to: null },
    ])
      expect((await analytics(here.analyst, period, answered)).funnel).toMatchObject({ sent: inFives(13), clients: inFives(13) })
    expect((await analytics(here.analyst, {}, answered)).funnel).toMatchObject({ sent: inFives(13), clients: inFives(13) })
  })

  test('how many of a part are unanswered is not told outside the team: the whole less a part would tell the rest', async () => {
    const here = await openOffice()
    for (const outcome of ['ACCEPTED', 'REJECTED', 'NO_RESPONSE'] as const)
      for (let n = 0; n < 12; n++) await aVersion(here, await aDebt(here, await aCase(here)), { sent: true, outcome })
    const unanswered = async (asked: object) =>
      (await analytics(here.analyst, asked, answered)).funnel.slices.find(({ approval }) => approval === 'no_response')?.n
    expect(await unanswered({})).toEqual(inFives(12))
    expect(await unanswered({ creditor: here.creditorId })).toBeNull()
  })

  test('fewer than ten people are not counted for an analyst, however many cases they have', async () => {
    const here = await openOffice()
    const client = await aClient(here)
    for (let n = 0; n < 8; n++) await aVersion(here, await aDebt(here, await aCase(here)), { sent: true })
    for (let n = 0; n < 4; n++) await aVersion(here, await aDebt(here, await aCase(here, { client })), { sent: true })
    expect(await analytics(here.analyst, {}, answered)).toMatchObject({ why: 'differenced', funnel: { sent: 0, clients: 0 } })
    expect((await analytics(here.supervisor, {}, answered)).funnel).toMatchObject({ sent: 12, clients: 9 })
    await aVersion(here, await aDebt(here, await aCase(here)), { sent: true })
    expect((await analytics(here.analyst, {}, answered)).funnel).toMatchObject({ sent: inFives(13), clients: 10 })
  })

  test.each([
    [1, 0],
    [5, 7],
  ])('a filter that leaves out %i is answered with %i inside the team, and not at all outside', async (out, left) => {
    const here = await openOffice()
    for (let n = 0; n < 12; n++) await aVersion(here, await aDebt(here, await aCase(here)), { sent: true })
    const all = await here.within((tx) => tx.select().from(cases))
    const team = randomUUID()
    const theirs = all.slice(out).map(({ id }) => id)
    await here.within((tx) => tx.update(cases).set({ teamId: team }).where(inArray(cases.id, theirs)))
    expect((await analytics(here.analyst, {}, answered)).funnel.sent).toEqual(inFives(12))
    expect(await analytics(here.analyst, { team }, answered)).toMatchObject({
      why: 'differenced',
      funnel: { sent: 0 },
      rate: { n: 0 },
    })
    expect(await analytics(here.supervisor, { team }, answered)).toMatchObject({
      why: left === 0 ? 'differenced' : null,
      funnel: { sent: left },
    })
    expect((await analytics(here.supervisor, {}, answered)).funnel.sent).toBe(12)
  })

  test.each([
    [9, 0],
    [10, 15],
  ])('leaving out %i people leaves %i for an analyst', async (out, left) => {
    const here = await openOffice()
    const team = randomUUID()
    for (let n = 0; n < 15 + out; n++) {
      const kase = await aCase(here, n < 15 ? { teamId: team } : {})
      await aVersion(here, await aDebt(here, kase), { sent: true })
    }
    expect((await analytics(here.analyst, { team }, answered)).funnel.sent).toBe(left)
  })
})

test('a few of one hardship are not told by asking for each of the others', async () => {
  const here = await openOffice()
  const numbers = { ILLNESS: 14, UNEMPLOYMENT: 12, DISASTER_ACCIDENT: 3 } as const
  for (const [hardship, n] of Object.entries(numbers))
    for (let k = 0; k < n; k++) {
      await aVersion(here, await aDebt(here, await aCase(here)), { sent: true, factors: { 'F-05': hardship } })
    }
  const sent = async (hardship: keyof typeof numbers) => (await analytics(here.analyst, { hardship }, answered)).funnel.sent
  expect([await sent('ILLNESS'), await sent('UNEMPLOYMENT'), await sent('DISASTER_ACCIDENT')]).toEqual([inFives(14), 0, 0])
  const inside = (hardship: keyof typeof numbers) => analytics(here.supervisor, { hardship }, answered)
  expect((await inside('ILLNESS')).funnel.sent).toBe(14)
  expect(await inside('UNEMPLOYMENT')).toMatchObject({ why: 'differenced', funnel: { sent: 0 } })
  expect(await inside('DISASTER_ACCIDENT')).toMatchObject({ why: 'differenced', funnel: { sent: 0 }, rate: { n: 0 } })
})

test.each([
  [4, 'differenced'],
  [5, null],
])('that nobody of %i is with a creditor is told only of as many as may be told', async (people, why) => {
  const here = await openOffice()
  const none = await aCreditor(here)
  const ofHardship = async (hardship: string, n: number, at = {}) => {
    for (let k = 0; k < n; k++) {
      await aVersion(here, await aDebt(here, await aCase(here, at)), { sent: true, factors: { 'F-05': hardship } })
    }
  }
  await ofHardship('ILLNESS', people)
  await ofHardship('UNEMPLOYMENT', 12, none)
  const asked = { hardship: 'ILLNESS', creditor: none.creditorId } as const
  expect(await analytics(here.supervisor, asked, answered)).toMatchObject({ why, funnel: { sent: 0 } })
})

test('a figure can be traced: the same rows have the same fingerprints, another row another', async () => {
  const { data } = await analyticsExport(office.supervisor, {}, answered)
  // Nine rows, filled up so that their number is that of no count.
  expect(data.rows).toHaveLength(10)
  expect((await analyticsExport(office.supervisor, {}, answered)).data).toEqual(data)
  const fewer = (await analyticsExport(office.supervisor, { to: '2026-09-30' }, answered)).data
  expect(fewer.hash).not.toBe(data.hash)
})

test('counting in the database gives what counting one by one gives, for every outcome, fresh and old', async () => {
  const here = await openOffice()
  const days = [new Date('2026-08-01T02:00:00Z'), new Date('2026-11-20T02:00:00Z')]
  for (const outcome of versionOutcomes)
    for (const sentAt of days) {
      const {
        id: versionId,
        caseId,
        clientId,
        orgId,
      } = await aVersion(here, await aDebt(here, await aCase(here)), {
        ...{ sent: true, sentAt, outcome },
      })
      const answer = {
        ...{ result: 'ACCEPTED' as const, decidedOn: '2026-11-24', recordedAt: answered, channel: 'PHONE' as const },
        by: here.counsellor.id,
      }
      await here.within((tx) => tx.insert(decisions).values({ ...answer, id: randomUUID(), orgId, versionId, caseId, clientId }))
    }
  const filter = analyticsFilter.parse({})
  await here.within(async (tx) => {
    const reading = { actor: here.supervisor, tx, now: answered }
    const [counts, versions] = [await countsOf(reading, filter, await slicesOf(reading, 4)), await firstVersions(reading, filter)]
    const oneByOne = approvals.map((fate) => versions.filter(({ approval }) => approval === fate).length)
    expect(approvals.map((fate) => counts.by.get(fate) ?? 0)).toEqual(oneByOne)
    expect(counts.sent).toBe(2 * versionOutcomes.length)
    expect(oneByOne.every((n) => n > 0)).toBe(true)
  })
})
