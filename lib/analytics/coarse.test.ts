import { expect, test } from 'vitest'
import { bandOf, coarse, coarseRatio, coarseShare } from './coarse'

test('a ratio leaves the team with two decimals, and with three digits from ten on', () => {
  expect([2.1349, 0.4849, 0.0461, 9.996, 12.345, 626.24].map(coarseRatio)).toEqual([2.13, 0.48, 0.05, 10, 12.3, 626])
  expect(coarseRatio(Number.POSITIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY)
})

test('an interval that could not be computed stays away', () => {
  expect(coarse({ estimate: 1.005001, interval: null })).toEqual({ estimate: 1.01, interval: null })
  expect(coarse({ estimate: 2, interval: [1.1111, 3.6666] })).toEqual({ estimate: 2, interval: [1.11, 3.67] })
})

test('a share leaves the team to a tenth of a percent', () => {
  expect(coarseShare(0.61249)).toBe(0.612)
})

test.each([
  [0.0004, { upTo: 0.001 }],
  [0.001, { upTo: 0.001 }],
  [0.0099, { upTo: 0.01 }],
  [0.05, { upTo: 0.05 }],
  [0.0501, { over: 0.05 }],
])('of a q of %f only its range is told', (q, band) => {
  expect(bandOf(q)).toEqual(band)
})
