import { beforeAll, describe, expect, test } from 'vitest'
import { aCase, aDebt, aVersion, type Office, openOffice } from '@/db/testing/factories'
import { inFives } from '@/db/testing/in-fives'
import { type VersionOutcome, versionOutcomes } from '@/db/vocabulary'
import { analytics } from '@/lib/analytics/queries'
import { report, reportExport } from './queries'

const now = new Date('2026-11-25T02:00:00Z')
const quarters = [
  { sentAt: new Date('2026-02-20T02:00:00Z'), approved: 11, refused: 3 },
  { sentAt: new Date('2026-05-20T02:00:00Z'), approved: 11, refused: 11 },
  { sentAt: new Date('2026-08-20T02:00:00Z'), approved: 11, refused: 11 },
  { sentAt: new Date('2026-10-20T02:00:00Z'), approved: 12, refused: 3 },
]

/** In the first and the last quarter three were refused, in the others eleven. */
async function officeOfFourQuarters() {
  const office = await openOffice()
  for (const { sentAt, approved, refused } of quarters)
    for (let n = 0; n < approved + refused; n++)
      await aVersion(office, await aDebt(office, await aCase(office)), {
        ...{ sent: true, sentAt, outcome: n < approved ? ('ACCEPTED' as const) : ('REJECTED' as const) },
      })
  return office
}

async function officeThatSent(counts: Record<VersionOutcome, number>) {
  const office = await openOffice()
  for (const outcome of versionOutcomes)
    for (let n = 0; n < counts[outcome]; n++)
      await aVersion(office, await aDebt(office, await aCase(office)), { sent: true, outcome })
  return office
}

describe('what was sent', () => {
  test.each([
    ['by-month', ['approved', 'modified', 'refused', 'noAnswer', 'pending']],
    ['creditors', ['approved', 'refused', 'pending']],
    ['trend', ['approved', 'refused', 'pending']],
  ] as const)('is whole in the columns of %s: a few withdrawn are not what they leave of it', async (id, parts) => {
    const answers = { ACCEPTED: 12, ACCEPTED_MODIFIED: 6, REJECTED: 11, NO_RESPONSE: 7 }
    const office = await officeThatSent({ ...answers, COUNTERED: 4, PENDING: 3, WITHDRAWN: 2, SUPERSEDED: 1 })
    const [row] = (await report(office.supervisor, { report: id }, now)).rows
    const told = parts.map((key) => row?.cells[key])
    expect(row?.hidden).toEqual([])
    expect(told.reduce((sum: number, n) => sum + (typeof n === 'number' ? n : 0), 0)).toBe(46)
    expect(row?.cells.sent).toBe(46)
  })

  test('is whole in the time to an answer, which does not tell either how many were withdrawn or countered', async () => {
    const answers = { ACCEPTED: 12, ACCEPTED_MODIFIED: 0, REJECTED: 11, NO_RESPONSE: 10 }
    const office = await officeThatSent({ ...answers, COUNTERED: 4, PENDING: 0, WITHDRAWN: 2, SUPERSEDED: 1 })
    const { rows } = await report(office.supervisor, { report: 'answer-time' }, now)
    expect(rows.map(({ cells }) => cells.n)).toEqual(rows.map(() => 40))
    expect(rows.at(-1)?.cells).toMatchObject({ approved: '0.3000', refused: '0.2750', pending: '0.4250' })
  })
})

describe('outside the team a quarter with few refused', () => {
  let office: Office
  beforeAll(async () => {
    office = await officeOfFourQuarters()
  })

  test('is not told by the whole less the quarters before it', async () => {
    const refused = async (asked: object) =>
      (await reportExport(office.supervisor, { report: 'funder', ...asked }, now)).rows.find(
        ({ cells }) => cells.figure === 'refused',
      )?.cells.n
    expect([await refused({}), await refused({ to: '2026-09-30' })]).toEqual([inFives(28), inFives(28)])
    const before = await report(office.analyst, { report: 'creditors', to: '2026-09-30' }, now)
    expect(before.asked.to).toBe('2026-12-31')
    const factors = await analytics(office.analyst, { to: '2026-09-30' }, now)
    expect([factors.asked.to, factors.funnel.sent]).toEqual(['2026-12-31', expect.any(Number)])
  })

  test('is not told by the trend less the quarter beside it', async () => {
    const { columns, rows } = await report(office.analyst, { report: 'trend' }, now)
    expect(columns.map(({ key }) => key)).not.toContain('stretch')
    expect(rows.map(({ cells }) => cells.sent)).toEqual([14, 22, 22, 15].map(inFives))
    expect(rows.flatMap(({ cells }) => [cells.approved, cells.refused]).filter((n) => n !== undefined)).toEqual([])
  })

  test('while inside the team, where five are enough, periods are whole months, and one of a few goes with its neighbours', async () => {
    const to = async (day: string) => {
      const { asked, rows } = await report(office.supervisor, { report: 'creditors', to: day }, now)
      return [asked.to, rows[0]?.cells.sent]
    }
    expect(await to('2026-08-03')).toEqual(['2026-10-31', 73])
    expect(await to('2026-05-03')).toEqual(['2026-05-31', 36])
  })

  test('and what lies where is asked for by the day there', async () => {
    const { asked } = await report(office.supervisor, { report: 'workload', to: '2026-08-03' }, now)
    expect(asked.to).toBe('2026-08-03')
  })
})
