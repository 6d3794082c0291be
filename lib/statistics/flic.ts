import { climb } from './climb'
import type { Fit } from './logistic'
import { at } from './numbers'
import { likelihood, logistic } from './surface'
import { linear } from './vectors'

/**
 * Predictions of a fitted model for patterns of its own columns. Firth's estimates pull probabilities towards a half, so
 * its intercept is estimated again by plain maximum likelihood (FLIC; Puhr et al. 2017 Stat Med 36:2302): on average the
 * predictions then meet the rate.
 */
export function predictions(fit: Fit): Float64Array {
  if (fit.estimator === 'ml') return fit.fitted
  const { columns, events, totals } = fit.sample
  const known = fit.coefficients.map((b, j) => (j === 0 || Number.isNaN(b) ? 0 : b))
  const offset = linear(columns, known, new Float64Array(totals.length))
  const ones = new Float64Array(totals.length).fill(1)
  const { point } = climb(likelihood({ columns: [ones], events, totals, offset }), fit.coefficients.slice(0, 1))
  return offset.map((odds) => logistic(odds + at(point.coefficients, 0)))
}
