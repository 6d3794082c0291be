import { clusterRobust } from '@/lib/statistics/cluster-robust'
import { fitLogistic, seenIn } from '@/lib/statistics/logistic'
import { at } from '@/lib/statistics/numbers'
import { sample, singleRows } from '@/lib/statistics/sample'
import { stratifiedLevels } from '@/lib/statistics/stratified-levels'
import { stratifiedScore } from '@/lib/statistics/stratified-score'
import { picked } from '@/lib/statistics/vectors'
import { aloneOf } from './alone'
import type { FactorResult, FactorTest } from './result'
import { rules } from './rules'
import { clusterCount, decidedIn } from './strata'
import type { Coded, Factor, Study } from './study'
import { variableOf } from './variable'
import type { Note } from './warnings'

/**
 * What a factor belongs to as a whole, rather than to the row: the clusters or else the strata, or what is adjusted for, where it
 * is said to or is the same in every row of each of them. Its rows are then not so many independent observations as they look.
 */
export function bodyOf(study: Study, factor: Factor): Coded | null {
  const { clusters, strata } = study
  if (isNamed(study, factor)) return clusters ?? strata
  const whole = [clusters, strata].find((bodies) => bodies !== null && isConstantIn(bodies, study, factor))
  return (
    whole ??
    includedIn(study)
      .map(study.coded)
      .find((bodies) => isConstantIn(bodies, study, factor)) ??
    null
  )
}

/**
 * Another factor of more levels, each of which shows one value of this one only: a lender and its size, or a reason and its kind. Whether
 * the difference belongs to the one or the other these data do not say.
 */
export function nestedIn(study: Study, factor: Factor): Factor | null {
  const own = study.isLean ? { ...factor } : factor
  const finer = study.factors.filter((other) => other.type === 'category' && other.levels.length > factor.levels.length)
  return finer.find((other) => isConstantIn(other, study, own)) ?? null
}

/** Columns that are only adjusted for. */
export const includedIn = ({ spec }: Study): readonly string[] => spec.model?.include ?? []

/** Whether there is such a body, even one without a column of its own. */
export const isClusterLevel = (study: Study, factor: Factor): boolean => isNamed(study, factor) || bodyOf(study, factor) !== null

const isNamed = ({ spec }: Study, { column }: Factor) => spec.clusterLevelFactors?.includes(column) ?? false

function isConstantIn(bodies: Coded, study: Study, factor: Factor): boolean {
  if (bodies.column === factor.column) return false
  const seen = firstValues(study, factor, bodies)
  return seen !== null && seen.decided >= 2 * seen.values.size && new Set(seen.values.values()).size > 1
}

/**
 * The plain test, made to allow for rows of one cluster hanging together: the larger p of the two. With clusters enough the other
 * is a robust one; with a few large ones, over which no error can be estimated, it is that within them.
 */
export function withClusters(
  study: Study,
  factor: Factor,
  { plain, reference }: { plain: FactorTest; reference: string | null },
): FactorTest {
  const { clusters } = study
  if (!clusters || clusters.column === factor.column) return plain
  const count = clusterCount(study, clusters)
  if (count < rules.clusters && decidedIn(study) >= rules.rowsPerCluster * count) {
    const within = withinP(study, factor, clusters)
    return within === null ? plain : { ...plain, p: Math.max(plain.p, within), withinClustersP: within }
  }
  const robust = robustP(study, factor, { clusters, reference })
  return robust === null ? plain : { ...plain, p: Math.max(plain.p, robust), clusterRobustP: robust }
}

/** That there are too few clusters to allow for, where rows of one are tested at all: two or more to a cluster on average. */
export function fewClusters(study: Study, results: readonly FactorResult[]): Note[] {
  const { clusters } = study
  if (clusters === null || results.every(({ test }) => test === null)) return []
  const count = clusterCount(study, clusters)
  if (count >= rules.clusters || decidedIn(study) < 2 * count) return []
  const values = { cluster: clusters.column, clusters: String(count), needed: String(rules.clusters) }
  return [{ key: 'clusters_few', column: null, values }]
}

/** The test of what belongs to one of many bodies; null with too few of them. */
export function testOfBodies(study: Study, factor: Factor, { clusters, reference }: Robustly): FactorTest | null {
  if (clusterCount(study, clusters) < rules.clusters) return null
  const robust = robustP(study, factor, { clusters, reference })
  return robust === null ? null : { name: 'cluster_robust', p: robust, q: null, clusterRobustP: robust }
}

/** Whether the rate goes with the factor within clusters; 1 where the factor does not vary inside any. */
function withinP(study: Study, factor: Factor, clusters: Coded): number | null {
  if (factor.levels.length > mostLevels) return null
  const variable = factor.type === 'category' ? [] : [{ name: '', values: factor.values }]
  const rows = sample(study.outcome, variable, { counts: study.counts, apart: [factor.values, clusters.codes] })
  const [stratum, x] = [picked(clusters.codes, rows.example), picked(factor.values, rows.example)]
  const counted = { x, stratum, events: rows.events, totals: rows.totals }
  return (factor.type === 'category' ? stratifiedLevels(counted) : stratifiedScore(counted))?.p ?? 1
}

type Robustly = { clusters: Coded; reference: string | null }

function robustP(study: Study, factor: Factor, { clusters, reference }: Robustly): number | null {
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
function firstValues({ outcome, counts }: Study, { values }: Factor, { codes }: Coded) {
  const first = new Map<number, number>()
  let decided = 0
  for (const [row, value] of values.entries()) {
    const cluster = at(codes, row)
    if (Number.isNaN(value + cluster + at(outcome, row))) continue
    if ((first.get(cluster) ?? value) !== value) return null
    first.set(cluster, value)
    decided += at(counts, row)
  }
  return { values: first, decided }
}
