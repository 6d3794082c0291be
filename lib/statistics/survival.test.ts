import { expect, test } from 'vitest'
import { cumulativeIncidence, incidenceAt } from './competing'
import { kaplanMeier, medianTime } from './kaplan-meier'
import { logRank } from './log-rank'

// Freireich et al. 1963 Blood 21:699, remission in weeks; a plus means still in remission.
const read = (text: string) => text.split(' ').map((word) => ({ time: Number.parseInt(word, 10), event: !word.endsWith('+') }))
const treated = read('6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+')
const placebo = read('1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23')

test('the leukaemia remissions have the published curve and median', () => {
  const steps = kaplanMeier(treated)
  expect(steps.map(({ time }) => time)).toEqual([6, 7, 10, 13, 16, 22, 23])
  // Collett 2003, table 2.2 onwards; Kleinbaum & Klein, table 2.1.
  expect(steps.map(({ survival }) => survival.toFixed(4))).toEqual([
    '0.8571',
    '0.8067',
    '0.7529',
    '0.6902',
    '0.6275',
    '0.5378',
    '0.4482',
  ])
  expect(steps[0]?.greenwoodSe).toBeCloseTo(0.0764, 4)
  expect(medianTime(steps).median).toBe(23)
  expect(medianTime(kaplanMeier(placebo)).median).toBe(8)
})

test('the log-rank test of the leukaemia trial is the published 16.79', () => {
  const { chi2, observed, expected } = logRank([treated, placebo])
  expect(chi2).toBeCloseTo(16.79, 2)
  expect(observed).toEqual([9, 21])
  expect(expected.map((e) => e.toFixed(2))).toEqual(['19.25', '10.75'])
})

test('a curve that lies on a half has its median in the middle of the flat piece', () => {
  expect(medianTime(kaplanMeier(read('1 2 4 9'))).median).toBe(3)
})

test('a median nobody reached is not invented', () => {
  expect(medianTime(kaplanMeier(read('1 5+ 6+ 7+'))).median).toBeNull()
})

test('when nobody is left there are no limits', () => {
  expect(kaplanMeier(read('1 2')).at(-1)).toMatchObject({ survival: 0, logLog: [null, null], greenwoodSe: null })
})

test('rows counted together are rows', () => {
  const counted = [
    { time: 3, event: true, count: 2 },
    { time: 5, event: false, count: 1 },
    { time: 6, event: true, count: 1 },
  ]
  expect(kaplanMeier(counted).map(({ survival }) => survival)).toEqual([0.5, 0])
})

test('approved, refused and waiting shares add up to everybody', () => {
  const rows = ['a', 'b', 'a', null, 'b', 'a', null, 'b'].map((cause, day) => ({ time: day + 1, cause }))
  for (const { byCause, eventFree } of cumulativeIncidence(rows)) {
    expect([...byCause.values()].reduce((total, share) => total + share, eventFree)).toBeCloseTo(1, 12)
  }
})

test('a competing end lowers the share that 1 - Kaplan-Meier would claim', () => {
  const rows = [
    { time: 1, cause: 'rejected' },
    { time: 2, cause: 'rejected' },
    { time: 3, cause: 'approved' },
    { time: 4, cause: null },
  ]
  expect(incidenceAt(cumulativeIncidence(rows), 3).byCause.get('approved')).toBeCloseTo(0.25, 12)
  const naive = kaplanMeier(rows.map(({ time, cause }) => ({ time, event: cause === 'approved' })))
  expect(1 - (naive.at(-1)?.survival ?? 1)).toBeCloseTo(0.5, 12)
  expect(incidenceAt(cumulativeIncidence(rows), 0).eventFree).toBe(1)
})
