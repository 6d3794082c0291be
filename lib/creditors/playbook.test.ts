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
    expect(countered).toMatchObject({ n: 12, value: { count: 2, share: 2 / 12 } })
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
    expect(told.other).toMatchObject({ n: 12, value: { count: 4, share: 4 / 12 } })
    expect(told.grants).toEqual([])
  })
  test('documents are counted by case, the usual ones first; one asked for in fewer than ten cases is not named', () => {
    const rounds = times(12)
    const ask = (code: string, cases: number) => rounds.slice(0, cases).flatMap(({ caseId }) => [{ code, caseId }])
    const asks = [...ask('PAYSLIP', 10), ...ask('PAYSLIP', 3), ...ask('BANK_STATEMENT', 12), ...ask('MEDICAL_DIAGNOSIS', 9)]
    const { documents } = playbookOf(rounds, asks)
    expect(documents.value?.map(({ code, count, share }) => [code, count, share])).toEqual([
      ['BANK_STATEMENT', 12, 1],
      ['PAYSLIP', 10, 10 / 12],
    ])
    expect(playbookOf(rounds.slice(3), ask('PAYSLIP', 10)).documents).toEqual({ n: 9, value: null })
  })
  test('a share stands with its interval: of 8 in 10 that is 0.490 to 0.943', () => {
    const rounds = [...times(8, { results: ['COUNTERED'] }), ...times(2)]
    const [low = 0, high = 0] = playbookOf(rounds, []).countered.value?.wilson ?? []
    expect([low.toFixed(3), high.toFixed(3)]).toEqual(['0.490', '0.943'])
  })
})
