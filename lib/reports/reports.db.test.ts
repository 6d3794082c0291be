import { beforeAll, describe, expect, test } from 'vitest'
import type { ReliefLine } from '@/db/schema/proposals'
import { aCase, aDebt, aVersion, type Office, openOffice } from '@/db/testing/factories'
import { aNegotiation, aSentProposal } from '@/db/testing/negotiation'
import { accessOf, refusalOf } from '@/db/testing/traces'
import { execute } from '@/lib/core/command'
import { recordDecision } from '@/lib/decisions/record.commands'
import { report, reportExport } from './queries'
import { type ReportId, reportIds } from './registry'

let office: Office
const reliefs: ReliefLine[] = [{ type: 'TERM_EXTENSION', toPeriods: 6 }]
const answered = new Date('2026-11-25T02:00:00Z')
const rowsOf = async (id: ReportId, actor = office.supervisor, asked = {}) =>
  (await report(actor, { report: id, ...asked }, answered)).rows

beforeAll(async () => {
  office = await openOffice()
  for (const result of ['ACCEPTED', 'ACCEPTED', 'ACCEPTED', 'ACCEPTED', 'ACCEPTED', 'ACCEPTED'] as const) {
    const { versionId } = await aSentProposal(office, await aNegotiation(office), reliefs)
    const answer = { versionId, result, reasons: [], decidedOn: '2026-11-25', channel: 'PHONE' }
    await execute(recordDecision, office.counsellor, answer, { now: answered })
  }
  await aCase(office)
})

describe('every report', () => {
  test.each(reportIds)('%s answers with the columns it names', async (id) => {
    const { columns, rows } = await report(office.supervisor, { report: id }, answered)
    const keys = columns.map(({ key }) => key)
    for (const { cells } of rows) expect(keys).toEqual(expect.arrayContaining(Object.keys(cells)))
  })

  test.each(reportIds)('%s tells another office nothing of this one', async (id) => {
    const other = await openOffice()
    const numbers = (await rowsOf(id, other.supervisor)).flatMap(({ cells }) =>
      Object.entries(cells).flatMap(([key, value]) =>
        typeof value === 'number' && key !== 'months' && key !== 'day' ? [value] : [],
      ),
    )
    expect(numbers.every((value) => value === 0)).toBe(true)
  })
})

describe('what reports say', () => {
  test('SS-12 every open case has a next action: the check reads 0', async () => {
    expect((await rowsOf('quality')).find(({ cells }) => cells.check === 'no_next_action')?.cells).toEqual({
      check: 'no_next_action',
      n: 0,
    })
  })

  test('open cases stand in the stage they are in, in the order of the board', async () => {
    const rows = await rowsOf('caseload')
    expect(rows.map(({ cells }) => [cells.stage, cells.open])).toEqual([
      ['INTAKE', 1],
      ['CONFIRMING', 6],
    ])
  })

  test('a case is over its target by the days the office worked, not by those of a long holiday', async () => {
    const resting = await openOffice()
    await aCase(resting, { stageSince: new Date('2026-09-30T04:00:00Z') })
    const overOn = async (day: string) => {
      const now = new Date(`${day}T04:00:00Z`)
      return (await report(resting.supervisor, { report: 'ageing' }, now)).rows.map(({ cells }) => cells.overTarget)
    }
    expect([await overOn('2026-10-09'), await overOn('2026-10-10')]).toEqual([[0], [1]])
  })

  test('a relief that was asked for six times and granted in full six times has the ratio 1', async () => {
    const rows = await rowsOf('reliefs')
    expect(rows[0]?.cells).toMatchObject({ relief: 'TERM_EXTENSION', requested: 6, answered: 6, granted: 6, ratio: '1.0000' })
  })

  test('a month holds its first and its last day whole, as the office counts days', async () => {
    const own = await openOffice()
    // The last second of September in Shanghai, and the first and the last of October.
    const moments = { '2026-09-30T15:59:59Z': 5, '2026-09-30T16:00:00Z': 6, '2026-10-31T15:59:59Z': 7 }
    for (const [at, count] of Object.entries(moments))
      for (let n = 0; n < count; n++)
        await aVersion(own, await aDebt(own, await aCase(own)), { sent: true, sentAt: new Date(at), outcome: 'ACCEPTED' })
    const sentIn = async (from: string, to: string) =>
      (await rowsOf('creditors', own.supervisor, { from, to })).map(({ cells }) => cells.sent)
    expect(await sentIn('2026-09-01', '2026-09-30')).toEqual([5])
    expect(await sentIn('2026-10-01', '2026-10-31')).toEqual([13])
    expect(await sentIn('2026-11-01', '2026-11-30')).toEqual([])
  })

  test('what is due today is not missed; it is from tomorrow on', async () => {
    const own = await openOffice()
    await aCase(own, { dueOn: '2026-11-25' })
    const missed = async (now: Date) => {
      const { rows } = await report(own.supervisor, { report: 'deadlines' }, now)
      return rows.find(({ cells }) => cells.check === 'next_action')?.cells
    }
    expect(await missed(answered)).toMatchObject({ n: 1, missed: 0 })
    expect(await missed(new Date('2026-11-26T02:00:00Z'))).toMatchObject({ n: 1, missed: 1, days: '1' })
  })

  test('the rate of a creditor comes with its interval', async () => {
    // Wilson 1927 for 6 of 6: lower limit 6 / (6 + 1.959964²) = 0.6097.
    expect((await rowsOf('creditors'))[0]?.cells).toMatchObject({
      sent: 6,
      approved: 6,
      share: '1.0000',
      low: '0.6097',
      high: '1.0000',
    })
  })

  test('workload names counsellors and never a rate of approval', async () => {
    const { columns, rows } = await report(office.supervisor, { report: 'workload' }, answered)
    expect(rows.map(({ cells }) => cells.counsellor)).toContain(office.counsellor.name)
    expect(columns.map(({ key }) => key)).not.toContain('share')
  })
})

describe('who sees how much', () => {
  test('a counsellor sees the work they may open, a colleague none of it', async () => {
    expect(await rowsOf('caseload', office.counsellor)).toHaveLength(2)
    expect(await rowsOf('caseload', office.colleague)).toEqual([])
  })

  test('for an analyst rows of fewer than ten people keep their name only', async () => {
    const rows = await rowsOf('caseload', office.analyst)
    expect(rows.map(({ cells }) => cells)).toEqual([{ stage: 'INTAKE' }, { stage: 'CONFIRMING' }])
  })

  test('what leaves the team hides the same, whoever asks, and leaves a line in the access log', async () => {
    const { rows, limit } = await reportExport(office.supervisor, { report: 'creditors' }, answered)
    expect(limit).toBe(10)
    expect(rows.map(({ cells }) => Object.keys(cells))).toEqual([['creditor']])
    expect(await accessOf(office)).toContainEqual(expect.objectContaining({ kind: 'export', what: 'report.creditors' }))
  })

  test('two periods a day apart tell an analyst the same, so that nobody is found by the difference', async () => {
    const seen = (to: string) => report(office.analyst, { report: 'by-month', to }, answered)
    const [one, other] = [await seen('2026-11-20'), await seen('2026-11-21')]
    expect(one.rows).toEqual(other.rows)
    expect(one.asked.to).toBe('2026-12-31')
  })

  test('assistants and auditors do not take reports along', async () => {
    expect((await refusalOf(report(office.assistant, { report: 'caseload' }, answered))).code).toBe('forbidden')
    expect((await refusalOf(reportExport(office.auditor, { report: 'caseload' }, answered))).code).toBe('forbidden')
  })
})
