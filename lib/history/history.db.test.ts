import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { cases, clients, pastOutcomes, proposalVersions } from '@/db/schema'
import { aCase, aClient, aDebt, aVersion, clientActor, clock, type Office, openOffice } from '@/db/testing/factories'
import { auditOf, refusalOf } from '@/db/testing/traces'
import { analyticsCases } from '@/lib/analytics/cases.queries'
import { analytics, analyticsExport } from '@/lib/analytics/queries'
import { execute } from '@/lib/core/command'
import type { Actor } from '@/lib/core/prove'
import { checkHistory } from './check.queries'
import { startHistory, undoHistory, writeHistory } from './commands'
import { getHistory, listHistory } from './queries'
import type { HistoryValues } from './row'

let [office, elsewhere]: Office[] = []
beforeAll(async () => {
  elsewhere = await openOffice({ name: '别处' })
})
beforeEach(async () => {
  office = await openOffice()
})
const here = () => {
  if (office === undefined || elsewhere === undefined) throw new Error('no office')
  return { office, elsewhere }
}

let serial = 0
const aRow = (over: HistoryValues = {}): HistoryValues => {
  serial += 1
  return { caseNumber: `旧-${serial}`, product: '借呗', sentOn: '2025-03-01', outcome: '同意', thirdParty: '是', ...over }
}
const many = (n: number, over: HistoryValues) => Array.from({ length: n }, () => aRow(over))

async function taken(rows: HistoryValues[], { by, now = clock }: { by?: Actor; now?: Date } = {}) {
  const actor = by ?? here().office.supervisor
  const { importId } = await execute(
    startHistory,
    actor,
    { fileName: '往年.csv', total: rows.length, knownWhenSent: true },
    { now },
  )
  const sent = rows.map((values, index) => ({ line: index + 2, values }))
  const { rows: answers } = await execute(writeHistory, actor, { importId, rows: sent }, { now })
  return { importId, sent, answers, states: answers.map(({ state }) => state) }
}
const kept = (table: typeof pastOutcomes | typeof cases | typeof clients | typeof proposalVersions) =>
  here().office.within((tx) => tx.$count(table))

describe('outcomes of the past', () => {
  test('count in the analytics beside our own, which say how many were imported and can leave them out', async () => {
    const { office: of } = here()
    for (let n = 0; n < 6; n++) await aVersion(of, await aDebt(of, await aCase(of)), { sent: true, outcome: 'REJECTED' })
    await taken([...many(7, {}), ...many(6, { outcome: '拒绝', thirdParty: '否' }), ...many(5, { outcome: '撤回' })])
    const all = await analytics(of.supervisor, {}, clock)
    expect(all.funnel).toMatchObject({ sent: 24, clients: 24, imported: 18 })
    expect(all.rate).toMatchObject({ n: 19, events: 7, imported: 13 })
    const proof = all.factors.find(({ column }) => column === 'F-14')
    expect(proof?.levels).toContainEqual(expect.objectContaining({ level: 'yes', n: 7, events: 7, imported: 7 }))
    const own = await analytics(of.supervisor, { origin: 'own' }, clock)
    expect(own).toMatchObject({ funnel: { sent: 6, imported: 0 }, rate: { n: 6, events: 0, imported: 0 } })
    const imported = await analytics(of.supervisor, { origin: 'imported' }, clock)
    expect(imported).toMatchObject({ funnel: { sent: 18, imported: 18 }, rate: { n: 13, events: 7 } })
    expect((await analytics(of.supervisor, { from: '2026-01-01' }, clock)).funnel.sent).toBe(6)
    expect((await analytics(of.supervisor, { round: 'later' }, clock)).funnel.sent).toBe(0)
  })

  test('are no cases, no clients and no work of anybody', async () => {
    await taken(many(3, {}))
    expect(await Promise.all([kept(cases), kept(clients), kept(proposalVersions)])).toEqual([0, 0, 0])
    const counters = await here().office.within((tx) => tx.execute(sql`select 1 from board_counters`))
    expect(counters.rows).toEqual([])
    const behind = await analyticsCases(here().office.supervisor, { factor: 'F-14', level: 'yes' }, clock)
    expect(behind).toMatchObject({ cases: [], elsewhere: 0, imported: 3, approved: 3 })
  })

  test('leave the team only where the file says that the client agreed to statistics', async () => {
    await taken([...many(15, { agreed: '是' }), ...many(10, {})])
    const { office: of } = here()
    expect((await analytics(of.supervisor, {}, clock)).funnel.sent).toBe(25)
    expect(await analyticsExport(of.supervisor, {}, clock)).toMatchObject({ funnel: { sent: 15 }, without: 10 })
    expect((await analytics(of.analyst, {}, clock)).funnel.sent).toBe(15)
  })

  test('of one client are one person, and a later row of the same case is a later round', async () => {
    const same = { caseNumber: '', person: 'K-9' }
    await taken([aRow(same), aRow({ ...same, sentOn: '2025-06-01', outcome: '拒绝' }), aRow({ person: 'K-9' })])
    const first = await analytics(here().office.supervisor, {}, clock)
    expect(first.funnel).toMatchObject({ sent: 2, clients: 1 })
    const later = () => analytics(here().office.supervisor, { round: 'later' }, clock)
    expect(await later()).toMatchObject({ why: 'differenced', funnel: { sent: 0 } })
    const both = (person: string) => [aRow({ ...same, person }), aRow({ ...same, person, sentOn: '2025-06-01' })]
    await taken(['K-1', 'K-2', 'K-3', 'K-4'].flatMap(both))
    expect((await later()).funnel).toMatchObject({ sent: 5, clients: 5 })
  })

  test('stay as they were imported, for the database too', async () => {
    await taken([aRow()])
    await expect(here().office.within((tx) => tx.update(pastOutcomes).set({ outcome: 'REJECTED' }))).rejects.toThrow()
  })

  test('are out of reach for a client’s session and for another office', async () => {
    await taken([aRow()])
    const client = await aClient(here().office)
    const actor = clientActor(here().office, client)
    expect((await refusalOf(checkHistory(actor, { rows: [{ line: 2, values: aRow() }] }, clock))).code).toBe('forbidden')
    expect((await analytics(here().elsewhere.supervisor, {}, clock)).funnel.sent).toBe(0)
  })
})

describe('taking them in', () => {
  test('a dry run says what would become of each row and takes nothing', async () => {
    const [good, bad] = [aRow(), aRow({ outcome: '待复' })]
    const rows = [good, good, bad].map((values, index) => ({ line: index + 2, values }))
    const { rows: found } = await checkHistory(here().office.admin, { rows }, clock)
    expect(found.map(({ state }) => state)).toEqual(['NEW', 'KNOWN', 'REFUSED'])
    expect(found[2]?.faults).toEqual([{ field: 'outcome', fault: 'choice' }])
    expect(await kept(pastOutcomes)).toBe(0)
  })

  test('the same file, the same row and a repeated call create nothing more', async () => {
    const [one, two] = [aRow(), aRow()]
    const first = await taken([one, two, one])
    expect(first.states).toEqual(['IMPORTED', 'IMPORTED', 'KNOWN'])
    const { importId, sent } = first
    const again = await execute(writeHistory, here().office.supervisor, { importId, rows: sent }, { now: clock })
    expect(again.rows).toEqual(first.answers)
    expect((await taken([two, one])).states).toEqual(['KNOWN', 'KNOWN'])
    expect(await kept(pastOutcomes)).toBe(2)
    const [line] = [{ line: 9, values: aRow() }]
    const both = { importId, rows: [line, line] }
    expect((await execute(writeHistory, here().office.supervisor, both, { now: clock })).rows).toHaveLength(1)
  })

  test('the same case on the same day with another answer, and a case of our own, are for a person to look at', async () => {
    const row = aRow()
    const kase = await aCase(here().office)
    await taken([row])
    const { answers } = await taken([
      { ...row, outcome: '拒绝' },
      aRow({ caseNumber: kase.number }),
      aRow({ product: '无此产品' }),
    ])
    expect(answers.flatMap(({ faults }) => faults.map(({ fault }) => fault))).toEqual([
      ...['history_differs', 'our_own_case', 'unknown_product'],
    ])
    const twice = aRow()
    const { states, answers: ofOneFile } = await taken([twice, { ...twice, outcome: '拒绝' }])
    expect([states, ofOneFile[1]?.faults]).toEqual([['IMPORTED', 'REFUSED'], [{ field: '', fault: 'history_twice' }]])
  })

  test('is for supervisors and administrators, and only where everything was known when it was sent', async () => {
    const { office: of } = here()
    for (const by of [of.counsellor, of.assistant, of.analyst, of.auditor])
      expect((await refusalOf(taken([aRow()], { by }))).code).toBe('forbidden')
    expect((await taken([aRow()], { by: of.admin })).states).toEqual(['IMPORTED'])
    const later = { fileName: 'a.csv', total: 1, knownWhenSent: false }
    expect((await refusalOf(execute(startHistory, of.supervisor, later, { now: clock }))).code).toBe('invalid')
  })

  test('is in the audit, with counts and no content', async () => {
    const { importId } = await taken([aRow(), aRow({ outcome: '' })])
    const events = (await auditOf(here().office)).slice(-2)
    expect(events.map(({ type }) => type)).toEqual(['history.started', 'history.written'])
    expect(JSON.stringify(events)).not.toContain('旧-')
    const of = await getHistory(here().office.supervisor, { importId }, clock)
    expect(of).toMatchObject({ imported: 1, refused: 1, rows: [{ line: 3, faults: [{ field: 'outcome', fault: 'required' }] }] })
  })
})

describe('taking them back', () => {
  const undo = (importId: string, now = clock, by = here().office.supervisor) => execute(undoHistory, by, { importId }, { now })

  test('removes all of them, says so in the audit, and lets the file be imported again', async () => {
    const rows = [aRow(), aRow()]
    const { importId } = await taken(rows)
    expect(await undo(importId)).toEqual({ importId, outcomes: 2 })
    expect(await kept(pastOutcomes)).toBe(0)
    expect((await auditOf(here().office)).at(-1)).toMatchObject({ type: 'history.undone' })
    const { imports } = await listHistory(here().office.supervisor, {}, clock)
    expect(imports).toEqual([expect.objectContaining({ importId, undone: 2, imported: 0, isUndone: true, canUndo: false })])
    expect((await taken(rows)).states).toEqual(['IMPORTED', 'IMPORTED'])
  })

  test('is refused a second time, after seven days, to others and for another office’s import', async () => {
    const { importId } = await taken([aRow()])
    const eighthDay = new Date(clock.getTime() + 8 * 86_400_000)
    expect((await refusalOf(undo(importId, eighthDay))).details).toEqual({ why: 'undo_over' })
    expect((await refusalOf(undo(importId, clock, here().office.counsellor))).code).toBe('forbidden')
    expect((await refusalOf(undo(importId, clock, here().elsewhere.supervisor))).code).toBe('not_found')
    await undo(importId)
    expect((await refusalOf(undo(importId))).details).toEqual({ why: 'import_undone' })
  })
})
