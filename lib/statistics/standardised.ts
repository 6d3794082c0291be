import type { Fit } from './logistic'
import { logistic } from './surface'
import { type Column, dot, linear } from './vectors'

/** One step of a factor: to a level from the reference, or by so much of a number as the log odds are of. */
type Step = { factor: string; level: string | null }

/**
 * By how much the rate of all rows would differ if each of them took a step, all else of a model as it is (g-computation: Robins
 * 1986 Math Model 7:1393). Unlike an odds ratio it does not grow just because more is adjusted for (Greenland, Robins & Pearl 1999).
 */
export function standardised(fit: Fit, step: Step, logOdds: number): number {
  const { totals, used } = fit.sample
  const ratio = Math.exp(logOdds)
  const risen = chancesBefore(fit, step).map((chance) => (chance * ratio) / (1 - chance + chance * ratio) - chance)
  return dot(totals, risen) / used
}

/** What each row would have at the reference: a level replaces whatever level it has, a number moves on from where it is. */
function chancesBefore({ sample, coefficients, fitted }: Fit, { factor, level }: Step): Column {
  if (level === null) return fitted
  const own = sample.terms.find(({ name }) => name === factor)?.columns ?? []
  const known = coefficients.map((b, j) => (Number.isNaN(b) || own.includes(j) ? 0 : b))
  return linear(sample.columns, known, new Float64Array(sample.totals.length)).map(logistic)
}
