import { expect, test } from 'vitest'
import { conditionalOddsRatio } from './conditional-odds-ratio'
import { exactTest, hypergeometric } from './hypergeometric'
import { chiSquares, haldane, oddsRatio, riskRatio, type TwoByTwo } from './two-by-two'

const table = (a: number, b: number, c: number, d: number): TwoByTwo => ({
  exposedEvents: a,
  exposedOthers: b,
  unexposedEvents: c,
  unexposedOthers: d,
})
const tea = table(3, 1, 1, 3)

test("Fisher's lady tasting tea: 17 of 70 one way, 34 of 70 both ways", () => {
  const { greater, twoSided, midTwoSided } = exactTest(hypergeometric(tea), 3)
  expect(greater).toBeCloseTo(17 / 70, 14)
  expect(twoSided).toBeCloseTo(34 / 70, 14)
  expect(midTwoSided).toBeCloseTo(18 / 70, 14)
})

test('the exact limits of the tea tasting are those of the root, not of R', () => {
  const conditional = conditionalOddsRatio([tea])
  expect(conditional?.estimate).toBeCloseTo(6.408319658, 6)
  expect(conditional?.interval[1]).toBeCloseTo(626.2435306, 4)
})

test('the conditional odds ratio is where the expected first cell is the observed one', () => {
  const conditional = conditionalOddsRatio([table(7, 5, 3, 11)])
  const { lowest, probabilities } = hypergeometric(table(7, 5, 3, 11), Math.log(conditional?.estimate ?? 1))
  expect(probabilities.reduce((mean, p, x) => mean + p * (lowest + x), 0)).toBeCloseTo(7, 9)
})

test('at the edge of what the margins allow the exact limits are open', () => {
  expect(conditionalOddsRatio([table(0, 5, 4, 3)])).toMatchObject({ estimate: 0 })
  expect(conditionalOddsRatio([table(7, 0, 123, 109)])?.interval[1]).toBe(Number.POSITIVE_INFINITY)
  expect(conditionalOddsRatio([table(0, 0, 4, 3)])).toBeNull()
})

test('a zero cell has no interval and is never dropped', () => {
  expect(oddsRatio(table(7, 0, 123, 109))).toEqual({ estimate: Number.POSITIVE_INFINITY, logSe: null, interval: null })
  expect(haldane(table(7, 0, 123, 109)).estimate).toBeCloseTo((7.5 * 109.5) / (0.5 * 123.5), 12)
  expect(riskRatio(table(0, 9, 4, 5)).interval).toBeNull()
})

test('a p far out in the tail keeps its digits', () => {
  // Twenty times the Physicians' Health Study: 1 - cdf would give 0.
  expect(chiSquares(table(3780, 216_900, 2080, 218_660)).chi2P).toBeGreaterThan(0)
  expect(chiSquares(table(3780, 216_900, 2080, 218_660)).chi2P).toBeLessThan(1e-100)
})
