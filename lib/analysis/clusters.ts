import { clusterRobust } from '@/lib/statistics/cluster-robust'
import { fitLogistic, seenIn } from '@/lib/statistics/logistic'
import { at } from '@/lib/statistics/numbers'
import { sample, singleRows } from '@/lib/statistics/sample'
import { aloneOf } from './alone'
import type { FactorTest } from './result'
import { rules } from './rules'
import type { Coded, Factor, Study } from './study'
import { variableOf } from './variable'

/**
 * Whether a factor belongs to the cluster and not to the row: named so, or the same in every row of each cluster. Its
 * rows are then not so many independent observations as they look.
 */
export function isClusterLevel(study: Study, factor: Factor): boolean {
  const { clusters, spec } = study
  if (spec.clusterLevelFactors?.includes(factor.column)) return true
  if (!clusters || clusters.column === factor.column) return false
  const seen = firstValues(study, factor, clusters)
  return seen !== null && seen.decided >= 2 * seen.values.size && new Set(seen.values.values()).size > 1
}

/** Clusters among the decided rows. */
export function clusterCount({ outcome }: Study, { codes, levels }: Coded): number {
  const seen = new Uint8Array(levels.length)
  for (let row = 0; row < codes.length; row++) if (!Number.isNaN(at(outcome, row) + at(codes, row))) seen[at(codes, row)] = 1
  return seen.reduce((count, one) => count + one, 0)
}

/**
 * The plain test, made to allow for rows of one cluster hanging together where there are clusters enough: then the
 * larger p of the two. What belongs to the cluster has no plain test at all.
 */
export function withClusters(
  study: Study,
  factor: Factor,
  given: { plain: FactorTest | null; reference: string | null },
): FactorTest | null {
  const { clusters } = study
  if (!clusters || clusterCount(study, clusters) < rules.clusters) return given.plain
  const robust = robustP(study, factor, { clusters, reference: given.reference })
  if (isClusterLevel(study, factor))
    return robust === null ? null : { name: 'cluster_robust', p: robust, q: null, clusterRobustP: robust }
  if (!given.plain || robust === null) return given.plain
  return { ...given.plain, p: Math.max(given.plain.p, robust), clusterRobustP: robust }
}

function robustP(
  study: Study,
  factor: Factor,
  { clusters, reference }: { clusters: Coded; reference: string | null },
): number | null {
  if (factor.levels.length > mostLevels) return null
  const variables = [variableOf(factor, reference)]
  const isWhole = !clusters.codes.some(Number.isNaN)
  const outcome = isWhole ? study.outcome : study.outcome.map((happened, row) => happened + 0 * at(clusters.codes, row))
  const alone = isWhole && factor.type === 'number' ? aloneOf(study, factor) : null
  const fit = alone?.fit() ?? fitLogistic(sample(outcome, variables, { counts: study.counts }), 'ml')
  if (!fit.converged) return null
  const rows = singleRows(outcome, variables, study.counts)
  const robust = clusterRobust(seenIn(fit, rows), (row) => at(clusters.codes, at(rows.example, row)))
  return robust.test(rows.terms[0]?.columns ?? [])
}

/** A factor of more levels is an identifier: no robust test is tried. */
const mostLevels = 100

/** The one value of each cluster; null as soon as a cluster shows two. */
function firstValues({ outcome }: Study, { values }: Factor, { codes }: Coded) {
  const first = new Map<number, number>()
  let decided = 0
  for (const [row, value] of values.entries()) {
    const cluster = at(codes, row)
    if (Number.isNaN(value + cluster + at(outcome, row))) continue
    if ((first.get(cluster) ?? value) !== value) return null
    first.set(cluster, value)
    decided++
  }
  return { values: first, decided }
}
