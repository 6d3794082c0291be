import { cholesky, forward, type Matrix, quadratic, without } from './cholesky'
import { fUpper } from './distributions'
import type { Fit } from './logistic'
import { at, range } from './numbers'
import { dot, entry } from './vectors'

/**
 * Standard errors that allow rows of one cluster to hang together: the sandwich CR0 times G / (G - 1) (Liang & Zeger
 * 1986; Cameron & Miller 2015 J Hum Resour 50:317). `clusterOf` gives the number of the cluster of each pattern, so the
 * sample must have been built with clusters kept apart. Compare with t of G - 1 df; with few clusters it still understates.
 */
export function clusterRobust(fit: Fit, clusterOf: (pattern: number) => number): Robust {
  const { scores, clusters } = clusterScores(fit, clusterOf)
  const factor = clusters / (clusters - 1)
  const meat: Matrix = scores.map((one) => Float64Array.from(scores, (other) => dot(one, other)))
  const covariance = fit.covariance.map((row) =>
    Float64Array.from(fit.covariance, (column) => factor * quadratic(meat, row, column)),
  )
  const spot = (column: number) => fit.live.indexOf(column)
  return {
    clusters,
    se: Float64Array.from(fit.sample.names, (_, column) => Math.sqrt(at(covariance[spot(column)] ?? [], spot(column)))),
    test: (columns) => waldTest(fit, covariance, { spots: columns.map(spot).filter((index) => index >= 0), clusters }),
  }
}

/** Standard errors per column of the sample, and the Wald test of several columns at once against F(columns, G - 1). */
export type Robust = { se: Float64Array; clusters: number; test: (columns: readonly number[]) => number | null }

function waldTest(
  fit: Fit,
  covariance: Matrix,
  { spots, clusters }: { spots: readonly number[]; clusters: number },
): number | null {
  const dropped = new Set(range(fit.live.length).filter((index) => !spots.includes(index)))
  const factored = cholesky(without(covariance, dropped))
  if (!('lower' in factored) || spots.length === 0) return null
  const z = forward(
    factored.lower,
    spots.map((index) => at(fit.coefficients, at(fit.live, index))),
  )
  return fUpper(z.reduce((total, value) => total + value * value, 0) / spots.length, spots.length, clusters - 1)
}

/** Per column of the model the sum of its residuals in each cluster; and how many clusters there are. */
function clusterScores({ sample, fitted, live }: Fit, clusterOf: (pattern: number) => number) {
  const clusterAt = new Int32Array(sample.totals.length).map((_, pattern) => clusterOf(pattern))
  const size = clusterAt.reduce((most, cluster) => Math.max(most, cluster + 1), 0)
  const seen = new Uint8Array(size)
  for (const cluster of clusterAt) seen[cluster] = 1
  const residuals = sample.events.map((events, pattern) => events - entry(sample.totals, pattern) * entry(fitted, pattern))
  const scores = live.map((column) => {
    const sums = new Float64Array(size)
    const values = sample.columns[column] ?? sample.totals
    for (let pattern = 0; pattern < values.length; pattern++) {
      const cluster = clusterAt[pattern] ?? 0
      sums[cluster] = entry(sums, cluster) + entry(residuals, pattern) * entry(values, pattern)
    }
    return sums
  })
  return { scores, clusters: seen.reduce((count, one) => count + one, 0) }
}
