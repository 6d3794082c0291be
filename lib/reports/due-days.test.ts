import { describe, expect, test } from 'vitest'
import { dueBy, fits, nextAfter, periodBefore } from './due-days'

const madeBy = (today: string, rhythm: 'DAILY' | 'WEEKLY' | 'MONTHLY', day = 0) =>
  dueBy(today, { rhythm, day }).map((due) => [due.day, due.madeOn])

describe('the days of a schedule', () => {
  test('every working day is its own; on a Sunday the last one was Friday', () => {
    expect(madeBy('2026-11-20', 'DAILY')).toEqual([['2026-11-20', '2026-11-20']])
    expect(madeBy('2026-11-22', 'DAILY')).toEqual([['2026-11-20', '2026-11-20']])
  })

  test('a Saturday worked in exchange is a working day', () => {
    expect(madeBy('2026-10-10', 'DAILY')).toEqual([['2026-10-10', '2026-10-10']])
  })

  test('a Monday in the National Day holidays is made on the first working day after', () => {
    expect(madeBy('2026-10-07', 'WEEKLY', 1)).toEqual([['2026-09-28', '2026-09-28']])
    expect(madeBy('2026-10-08', 'WEEKLY', 1)).toEqual([
      ['2026-10-05', '2026-10-08'],
      ['2026-09-28', '2026-09-28'],
    ])
  })

  test('two Mondays in the Spring Festival are two reports on one day, so that no week is left out', () => {
    const made = madeBy('2026-02-24', 'WEEKLY', 1).filter(([, on]) => on === '2026-02-24')
    expect(made.map(([day]) => day)).toEqual(['2026-02-23', '2026-02-16'])
  })

  test('the 31st is the last day of a shorter month', () => {
    expect(madeBy('2027-03-01', 'MONTHLY', 31)).toEqual([['2027-02-28', '2027-03-01']])
    expect(madeBy('2026-12-31', 'MONTHLY', 31)).toEqual([['2026-12-31', '2026-12-31']])
  })

  test('what was missed for more than a fortnight is not made up for', () => {
    expect(madeBy('2026-11-16', 'MONTHLY', 2)).toEqual([])
    expect(madeBy('2026-11-15', 'MONTHLY', 2)).toEqual([['2026-11-02', '2026-11-02']])
  })

  test('the next one is told beforehand', () => {
    expect(nextAfter('2026-09-30', { rhythm: 'WEEKLY', day: 5 })).toBe('2026-10-08')
    expect(nextAfter('2026-11-20', { rhythm: 'DAILY', day: 0 })).toBe('2026-11-23')
    expect(nextAfter('2026-11-20', { rhythm: 'MONTHLY', day: 1 })).toBe('2026-12-01')
  })

  test.each([
    ['DAILY', 0, true],
    ['DAILY', 1, false],
    ['WEEKLY', 7, true],
    ['WEEKLY', 8, false],
    ['MONTHLY', 31, true],
    ['MONTHLY', 0, false],
  ] as const)('%s takes %i: %s', (rhythm, day, expected) => {
    expect(fits({ rhythm, day })).toBe(expected)
  })
})

describe('the period of a report', () => {
  test.each([
    ['LAST_WEEK', '2026-11-23', '2026-11-16', '2026-11-22'],
    ['LAST_WEEK', '2026-11-22', '2026-11-09', '2026-11-15'],
    ['LAST_MONTH', '2026-03-31', '2026-02-01', '2026-02-28'],
    ['LAST_MONTH', '2027-01-01', '2026-12-01', '2026-12-31'],
    ['LAST_QUARTER', '2026-11-23', '2026-07-01', '2026-09-30'],
    ['LAST_QUARTER', '2027-01-04', '2026-10-01', '2026-12-31'],
  ] as const)('%s on %s is %s to %s', (period, day, from, to) => {
    expect(periodBefore(day, period)).toEqual({ from, to })
  })
})
