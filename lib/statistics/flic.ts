import { climb } from './climb'
import type { Estimator } from './logistic'
import { at } from './numbers'
import { likelihood, logistic } from './surface'
import type { Column } from './vectors'

/** Fitted log odds per pattern, and the counts they were fitted to. */
export type Fitted = { odds: Column; events: Column; totals: Column }

/**
 * Probabilities from fitted log odds. Firth's estimates pull probabilities towards a half, so its intercept is estimated
 * again by plain maximum likelihood (FLIC; Puhr et al. 2017 Stat Med 36:2302): on average the predictions then meet the
 * rate.
 */
export function predictions({ odds, events, totals }: Fitted, estimator: Estimator): Column {
  if (estimator === 'ml') return odds.map(logistic)
  const ones = new Float64Array(totals.length).fill(1)
  const { point } = climb(likelihood({ columns: [ones], events, totals, offset: odds }), new Float64Array(1))
  return odds.map((value) => logistic(value + at(point.coefficients, 0)))
}
