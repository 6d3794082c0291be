import { describe, expect, test } from 'vitest'
import { timeOf } from '@/lib/analysis/time-to-decision'
import type { Approval } from './approval'
import type { Version } from './version'
import { waitsOf } from './waiting'

const version: Version = {
  ...{ id: 'first', case_id: 'case', client_id: 'one', stratum: '甲 · 贷', sent_on: '2026-11-01', values: {} },
  ...{ is_imported: false, decided_on: null, taken_back_on: null, approval: 'pending', change: null, kept: null },
}
const waitOf = (change: Partial<Version>) => waitsOf([{ ...version, ...change }], '2026-11-21')
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
    expect(waitOf({ approval: 'approved', is_imported: true })).toEqual([])
  })

  test('a withdrawal competes with the answer: shares of all ends and of those who wait add up to one', () => {
    // Aalen-Johansen by hand: 4 at risk; approved on day 4 (1/4), withdrawn on day 8 (3/4 · 1/3), refused on day 12 (1/2 · 1/2).
    const versions = [
      ...[ended('approved', '2026-11-05'), ended('withdrawn', '2026-11-09'), ended('refused', '2026-11-13')],
      version,
    ]
    const { approved, rejected, withdrawn, median } = timeOf(waitsOf(versions, '2026-11-21'))
    expect([approved, rejected, withdrawn].map((curve) => curve?.at(-1)?.cumulativeIncidence)).toEqual([0.25, 0.25, 0.25])
    // One less Kaplan-Meier, taking the withdrawn for waiting, would say 3/8 were refused. The median of decisions: day 12.
    expect(median).toBe(12)
  })
})
