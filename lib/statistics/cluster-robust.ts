import { type Matrix, quadratic } from './cholesky'
import type { Fit } from './logistic'
import { at } from './numbers'

/**
 * Standard errors that allow rows of one cluster to hang together: the sandwich CR0 times G / (G - 1) (Liang & Zeger
 * 1986; Cameron & Miller 2015 J Hum Resour 50:317). `clusterOf` gives the cluster of each pattern, so the sample must
 * have been built with clusters kept apart. Compare with t of G - 1 df; with few clusters it still understates.
 */
export function clusterRobust(fit: Fit, clusterOf: (pattern: number) => string): { se: Float64Array; clusters: number } {
  const scores = clusterScores(fit, clusterOf)
  const clusters = scores.size
  const factor = clusters / (clusters - 1)
  const meat = outerProducts(
    [...scores.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, score]) => score),
    fit.live.length,
  )
  const robust = fit.covariance.map((row) => Math.sqrt(factor * quadratic(meat, row, row)))
  return { se: Float64Array.from(fit.sample.names, (_, column) => at(robust, fit.live.indexOf(column))), clusters }
}

function clusterScores({ sample, fitted, live }: Fit, clusterOf: (pattern: number) => string) {
  const scores = new Map<string, Float64Array>()
  sample.totals.forEach((total, pattern) => {
    const residual = at(sample.events, pattern) - total * at(fitted, pattern)
    const cluster = clusterOf(pattern)
    const score = scores.get(cluster) ?? new Float64Array(live.length)
    scores.set(
      cluster,
      score.map((value, j) => value + residual * at(sample.columns[at(live, j)] ?? [], pattern)),
    )
  })
  return scores
}

function outerProducts(scores: Float64Array[], size: number): Matrix {
  return Array.from({ length: size }, (_, j) =>
    Float64Array.from({ length: size }, (__, k) => scores.reduce((total, score) => total + at(score, j) * at(score, k), 0)),
  )
}
