import { cholesky, forward, type Matrix, quadratic, without } from './cholesky'
import { fUpper } from './distributions'
import type { Fit } from './logistic'
import { at, range } from './numbers'

/**
 * Standard errors that allow rows of one cluster to hang together: the sandwich CR0 times G / (G - 1) (Liang & Zeger
 * 1986; Cameron & Miller 2015 J Hum Resour 50:317). `clusterOf` gives the cluster of each pattern, so the sample must
 * have been built with clusters kept apart. Compare with t of G - 1 df; with few clusters it still understates.
 */
export function clusterRobust(fit: Fit, clusterOf: (pattern: number) => string): Robust {
  const scores = clusterScores(fit, clusterOf)
  const clusters = scores.size
  const factor = clusters / (clusters - 1)
  const meat = outerProducts(
    [...scores.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, score]) => score),
    fit.live.length,
  )
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

function clusterScores({ sample, fitted, live }: Fit, clusterOf: (pattern: number) => string) {
  const scores = new Map<string, Float64Array>()
  const columns = live.map((j) => sample.columns[j] ?? sample.totals)
  sample.totals.forEach((total, pattern) => {
    const residual = at(sample.events, pattern) - total * at(fitted, pattern)
    const cluster = clusterOf(pattern)
    const score = scores.get(cluster) ?? new Float64Array(live.length)
    scores.set(cluster, score)
    for (let j = 0; j < score.length; j++) score[j] = at(score, j) + residual * at(columns[j] ?? [], pattern)
  })
  return scores
}

function outerProducts(scores: Float64Array[], size: number): Matrix {
  return Array.from({ length: size }, (_, j) =>
    Float64Array.from({ length: size }, (__, k) => scores.reduce((total, score) => total + at(score, j) * at(score, k), 0)),
  )
}
