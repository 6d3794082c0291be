import { expect, test } from 'vitest'
import { clopperPearson, newcombe, wald, waldDifference, wilson } from './proportions'

const rounded = (interval: readonly number[], digits: number) => interval.map((limit) => limit.toFixed(digits))
const group = (fraction: string) => {
  const [events = 0, n = 0] = fraction.split('/').map((part) => Number.parseInt(part, 10))
  return { events, n }
}

test('V8 eight of ten approved can mean anything from 49.0 % to 94.3 %', () => {
  expect(rounded(wilson(8, 10), 3)).toEqual(['0.490', '0.943'])
})

test('V8 none of five approved still allows 43.4 %', () => {
  expect(rounded(wilson(0, 5), 3)).toEqual(['0.000', '0.434'])
})

// Newcombe 1998, Stat Med 17:857, table I, method 3 (Wilson) and method 5 (Clopper-Pearson).
test.each([
  [81, 263, ['0.2553', '0.3662'], ['0.2527', '0.3676']],
  [15, 148, ['0.0624', '0.1605'], ['0.0578', '0.1617']],
  [0, 20, ['0.0000', '0.1611'], ['0.0000', '0.1684']],
  [1, 29, ['0.0061', '0.1718'], ['0.0009', '0.1776']],
])('%i of %i has the published score and exact limits', (events, n, score, exact) => {
  expect(rounded(wilson(events, n), 4)).toEqual(score)
  expect(rounded(clopperPearson(events, n), 4)).toEqual(exact)
})

// Newcombe 1998, Stat Med 17:873, table II, method 10.
test.each([
  ['56/70', '48/80', ['0.0524', '0.3339']],
  ['9/10', '3/10', ['0.1705', '0.8090']],
  ['6/7', '2/7', ['0.0582', '0.8062']],
  ['5/56', '0/29', ['-0.0381', '0.1926']],
  ['0/10', '0/20', ['-0.1611', '0.2775']],
  ['0/10', '0/10', ['-0.2775', '0.2775']],
  ['10/10', '0/20', ['0.6791', '1.0000']],
  ['10/10', '0/10', ['0.6075', '1.0000']],
])('%s against %s has the published difference limits', (first, second, limits) => {
  expect(rounded(newcombe(group(first), group(second)), 4)).toEqual(limits)
})

test('with nobody decided every rate is possible', () => {
  expect(wilson(0, 0)).toEqual([0, 1])
})

test('the textbook limits leave the range where the score limits do not', () => {
  expect(wald(1, 29)[0]).toBeLessThan(0)
  expect(wilson(1, 29)[0]).toBeGreaterThan(0)
  expect(waldDifference({ events: 10, n: 10 }, { events: 0, n: 10 })).toEqual([1, 1])
})
