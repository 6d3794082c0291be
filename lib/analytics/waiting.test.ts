import { describe, expect, test } from 'vitest'
import { timeOf } from '@/lib/analysis/time-to-decision'
import type { Approval } from './approval'
import { decidedOffice, seen } from './simulated-view'
import type { Version } from './version'
import { dayRowsOf, undatedIn, waitsOf } from './waiting'

const version: Version = {
  ...{ id: 'first', case_id: 'case', client_id: 'one', stratum: '甲 · 贷', sent_on: '2026-11-01', values: {} },
  ...{ is_imported: false, decided_on: null, taken_back_on: null, approval: 'pending', change: null, kept: null },
}
const waits = (versions: readonly Version[]) => waitsOf(dayRowsOf(versions, '2026-11-21'))
const waitOf = (change: Partial<Version>) => waits([{ ...version, ...change }])
const ended = (approval: Approval, on: string): Version => ({
  ...version,
  approval,
  ...(approval === 'withdrawn' ? { taken_back_on: on } : { decided_on: on }),
})

describe('how long an answer takes', () => {
  test('the waiting count the days so far, the unanswered the sixty they had', () => {
    expect(waitOf({})).toEqual([{ time: 20, cause: null, count: 1 }])
    expect(waitOf({ approval: 'no_response' })).toEqual([{ time: 60, cause: null, count: 1 }])
    expect(waitOf({ approval: 'approved', decided_on: '2026-11-09' })).toEqual([{ time: 8, cause: 'approved', count: 1 }])
  })

  test('what was withdrawn ends on its day, and is left out where that day is not known', () => {
    expect(waitOf({ approval: 'withdrawn', taken_back_on: '2026-11-04' })).toEqual([{ time: 3, cause: 'withdrawn', count: 1 }])
    expect(waitOf({ approval: 'withdrawn' })).toEqual([])
  })

  test('what was imported without a day of its answer is not counted as waiting until today', () => {
    expect(waitOf({ approval: 'countered' })).toEqual([{ time: 20, cause: null, count: 1 }])
    expect(waitOf({ approval: 'countered', is_imported: true })).toEqual([])
    const undated = { ...version, approval: 'approved', is_imported: true } as const
    expect(waits([undated])).toEqual([])
    expect(undatedIn(dayRowsOf([undated, version], '2026-11-21'))).toBe(1)
  })

  test('nothing is said where the answers of too many have no day: those of one outcome, or the quick ones, would stand for all', () => {
    const office = decidedOffice([{ values: {}, approved: 40, refused: 40 }])
    const withoutDay = (isOne: (version: Version, index: number) => boolean) =>
      office.map((one, index) => (isOne(one, index) ? { ...one, is_imported: true, decided_on: null } : one))
    const told = (versions: readonly Version[]) => seen(versions).figures.answer
    expect(told(office)).toMatchObject({ median: 8, isWithheld: false, undated: 0 })
    expect(told(office)?.shares).toContainEqual({ day: 30, approved: 0.5, refused: 0.5, withdrawn: 0 })
    expect(told(withoutDay((one) => one.approval === 'refused'))).toEqual({
      ...{ median: null, interval: null, shares: [], isWithheld: true, undated: 40 },
    })
    expect(told(withoutDay(() => true))).toMatchObject({ shares: [], isWithheld: true })
    // Three of eighty: told with the others, and not how few they are.
    expect(told(withoutDay((_, index) => index < 3))).toMatchObject({ median: 8, isWithheld: false, undated: 0 })
  })

  test('a withdrawal competes with the answer: shares of all ends and of those who wait add up to one', () => {
    // Aalen-Johansen by hand: 4 at risk; approved on day 4 (1/4), withdrawn on day 8 (3/4 · 1/3), refused on day 12 (1/2 · 1/2).
    const versions = [
      ...[ended('approved', '2026-11-05'), ended('withdrawn', '2026-11-09'), ended('refused', '2026-11-13')],
      version,
    ]
    const { approved, rejected, withdrawn, median } = timeOf(waits(versions))
    expect([approved, rejected, withdrawn].map((curve) => curve?.at(-1)?.cumulativeIncidence)).toEqual([0.25, 0.25, 0.25])
    // One less Kaplan-Meier, taking the withdrawn for waiting, would say 3/8 were refused. The median of decisions: day 12.
    expect(median).toBe(12)
  })
})
