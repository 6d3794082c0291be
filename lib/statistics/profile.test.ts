import { expect, test } from 'vitest'
import { CHI2_95 } from './distributions'
import { fitLogistic } from './logistic'
import { sample } from './sample'

/** Rows of a two by two table: events and others where the factor is there, then where it is not. */
const table = { events: [9, 9_000], others: [31, 14_000] }

const logLikelihood = (intercept: number, slope: number) =>
  [slope, 0].reduce((total, step, row) => {
    const odds = intercept + step
    const n = (table.events[row] ?? 0) + (table.others[row] ?? 0)
    return total + (table.events[row] ?? 0) * odds - n * Math.log1p(Math.exp(odds))
  }, 0)

/** The highest log-likelihood with the slope held, by thirds of an interval rather than by Newton's method. */
function held(slope: number): number {
  let [low, high] = [-5, 5]
  while (high - low > 1e-9) {
    const [a, b] = [low + (high - low) / 3, high - (high - low) / 3]
    if (logLikelihood(a, slope) < logLikelihood(b, slope)) low = a
    else high = b
  }
  return logLikelihood((low + high) / 2, slope)
}

test('with many rows, limits of a rare level lie where the likelihood has fallen by 3.84, all else at its best', () => {
  const counts = Float64Array.of(9, 31, 9_000, 14_000)
  const values = Float64Array.of(1, 1, 0, 0)
  const fit = fitLogistic(sample(Float64Array.of(1, 0, 1, 0), [{ name: 'x', values }], { counts }), 'ml')
  const limits = fit.limits(1) ?? []
  expect(limits).toHaveLength(2)
  for (const limit of limits) {
    const fall = 2 * (fit.logLikelihood - held(limit))
    // The fall has a slope of about 4 a standard error here: a limit right to 1e-5 of one.
    expect(Math.abs(fall - CHI2_95)).toBeLessThan(4e-5)
  }
})
