import { describe, expect, test } from 'vitest'
import { playbookOf, quartiles, type Round } from './playbook'

const round = (over: Partial<Round> = {}): Round => ({
  ...{ caseId: crypto.randomUUID(), replyDays: 5, results: ['ACCEPTED'], ratios: [], otherAsked: false, otherGranted: false },
  ...over,
})
const times = (n: number, over: Partial<Round> = {}) => Array.from({ length: n }, () => round(over))

describe('what a creditor does', () => {
  test('quartiles are those of R (type 7)', () => {
    // quantile(c(1, 2, 3, 4, 10), c(.25, .5, .75)) is 2 3 4; of c(1, 2, 3, 4): 1.75 2.5 3.25.
    expect(quartiles([10, 1, 3, 2, 4])).toEqual({ low: 2, median: 3, high: 4 })
    expect(quartiles([1, 2, 3, 4])).toEqual({ low: 1.75, median: 2.5, high: 3.25 })
  })
  test('of nine nothing is shown but that they are nine; of ten the figure', () => {
    expect(playbookOf(times(9), []).replyDays).toEqual({ n: 9, value: null })
    expect(playbookOf(times(10), []).replyDays).toEqual({ n: 10, value: { low: 5, median: 5, high: 5 } })
  })
  test('each figure stands on its own number', () => {
    const rounds = [...times(10), ...times(3, { replyDays: null, results: [] }), ...times(2, { results: ['COUNTERED'] })]
    const { replyDays, countered } = playbookOf(rounds, [])
    expect(replyDays.n).toBe(12)
    expect(countered).toEqual({ n: 12, value: { count: 2, share: 2 / 12 } })
  })
  test('granted over asked is told by relief, and hidden where a relief was asked for too rarely', () => {
    const half = { relief: 'WAIVE_INTEREST', ratio: 0.5 } as const
    const rounds = [...times(10, { ratios: [half] }), ...times(9, { ratios: [{ relief: 'TERM_EXTENSION', ratio: 1 }] })]
    expect(playbookOf(rounds, []).grants).toEqual([
      { relief: 'WAIVE_INTEREST', n: 10, value: { low: 0.5, median: 0.5, high: 0.5 } },
      { relief: 'TERM_EXTENSION', n: 9, value: null },
    ])
  })
  test('SR-08 what is asked in free words is reported by itself, never among what can be measured', () => {
    const other = { otherAsked: true, ratios: [{ relief: 'OTHER', ratio: 1 }] } as const
    const rounds = [...times(8, other), ...times(4, { ...other, otherGranted: true })]
    const told = playbookOf(rounds, [])
    expect(told.other).toEqual({ n: 12, value: { count: 4, share: 4 / 12 } })
    expect(told.grants).toEqual([])
  })
  test('documents are counted by case, the usual ones first', () => {
    const rounds = times(10)
    const [first, second] = rounds
    const ask = (code: string, one = first) => ({ code, caseId: one?.caseId ?? '' })
    const { documents } = playbookOf(rounds, [
      ask('PAYSLIP'),
      ask('PAYSLIP'),
      ask('BANK_STATEMENT'),
      ask('BANK_STATEMENT', second),
    ])
    expect(documents).toEqual({
      n: 10,
      value: [
        { code: 'BANK_STATEMENT', count: 2, share: 0.2 },
        { code: 'PAYSLIP', count: 1, share: 0.1 },
      ],
    })
    expect(playbookOf(rounds.slice(1), [ask('PAYSLIP', second)]).documents.value).toBeNull()
  })
})
