import { cholesky, type Matrix, solve } from './cholesky'
import { dot } from './vectors'

/** The log odds at some points of a number against one point of it: how far each lies from there, and how they vary together. */
export type Points = { away: ArrayLike<number>; logOdds: Float64Array; covariance: Matrix }

/**
 * The straight line that bands of a number show: weighted least squares through the log odds of its bands, which vary together as
 * they share a reference (Greenland & Longnecker 1992 Am J Epidemiol 135:1301). Per unit of the number; null where no band says anything.
 */
export function slopeThrough({ away, logOdds, covariance }: Points): { slope: number; se: number } | null {
  const factored = logOdds.length > 0 ? cholesky(covariance) : null
  if (!factored || !('lower' in factored)) return null
  const weighed = solve(factored.lower, away)
  const information = dot(weighed, Float64Array.from(away))
  return information > 0 ? { slope: dot(weighed, logOdds) / information, se: Math.sqrt(1 / information) } : null
}
