import { chiSquareUpper, Z95 } from './distributions'
import { type Interval, sum } from './numbers'

/** Rows of one stratum that share a number: how many, and how many with the event. */
export type Scored = { x: number; events: number; n: number }

/**
 * Does the rate go with a number, within strata? Mantel's extension test (1963 JASA 58:690): in each stratum the sum of
 * x over events against its expectation given the margins. The ratio of score to variance is a one-step log odds ratio
 * per unit of x (Peto), good near 1 and a little small far from it. `homogeneityP`: do the strata agree on it? Null
 * where no stratum has both outcomes and two values.
 */
export function stratifiedScore(strata: readonly (readonly Scored[])[]) {
  const parts = strata.map(scoreOf).filter(({ variance }) => variance > 0)
  const variance = sum(parts.map((part) => part.variance))
  if (!(variance > 0)) return null
  const score = sum(parts.map((part) => part.score))
  const [log, half] = [score / variance, Z95 / Math.sqrt(variance)]
  const between = sum(parts.map((part) => part.score ** 2 / part.variance)) - score ** 2 / variance
  const interval: Interval = [Math.exp(log - half), Math.exp(log + half)]
  return {
    oddsRatio: Math.exp(log),
    interval,
    p: chiSquareUpper(score ** 2 / variance, 1),
    homogeneityP: parts.length > 1 ? chiSquareUpper(between, parts.length - 1) : null,
    parts: parts.length,
  }
}

function scoreOf(rows: readonly Scored[]) {
  const n = sum(rows.map((row) => row.n))
  const events = sum(rows.map((row) => row.events))
  const mean = sum(rows.map((row) => row.n * row.x)) / n
  const spread = sum(rows.map((row) => row.n * (row.x - mean) ** 2))
  const score = sum(rows.map((row) => row.events * (row.x - mean)))
  return { score, variance: n > 1 ? (events * (n - events) * spread) / (n * (n - 1)) : 0 }
}
