import { clusterRobust } from '@/lib/statistics/cluster-robust'
import { fitLogistic } from '@/lib/statistics/logistic'
import { at } from '@/lib/statistics/numbers'
import { sample } from '@/lib/statistics/sample'
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
export function clusterCount({ outcome }: Study, { codes }: Coded): number {
  return new Set(codes.filter((code, row) => !Number.isNaN(code) && !Number.isNaN(at(outcome, row)))).size
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
  const grouped = sample(study.outcome, [variableOf(factor, reference)], { apart: [clusters.codes], counts: study.counts })
  const fit = fitLogistic(grouped, 'ml')
  if (!fit.converged) return null
  const robust = clusterRobust(fit, (pattern) => at(clusters.codes, at(grouped.example, pattern)))
  return robust.test(grouped.terms[0]?.columns ?? [])
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
