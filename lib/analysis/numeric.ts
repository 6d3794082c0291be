import { chiSquareUpper } from '@/lib/statistics/distributions'
import { fitLogistic } from '@/lib/statistics/logistic'
import { at, type Interval, sum } from '@/lib/statistics/numbers'
import { eventsIn, type Sample, sample } from '@/lib/statistics/sample'
import { stratifiedScore } from '@/lib/statistics/stratified-score'
import type { Comparison, FactorTest, StratifiedResult } from './result'
import { rules } from './rules'
import type { Factor, Study } from './study'
import type { Tally } from './tally'

/** A numeric factor compared per standard deviation, never cut in two at the best place. */
export type Numeric = { comparison: Comparison; test: FactorTest; unit: number }

/** Crude and stratified odds ratio per SD, and the likelihood ratio test. Null where the decided rows are too few or all alike. */
export function compareNumber(study: Study, factor: Factor): Numeric | null {
  const unit = deviation(study, factor)
  const scaled = factor.values.map((value) => value / unit)
  const grouped = sample(study.outcome, [{ name: factor.column, values: scaled }], { counts: study.counts })
  if (!carries(grouped) || !(unit > 0)) return null
  const fit = fitLogistic(grouped, 'ml')
  if (!fit.converged) return null
  return {
    unit,
    test: { name: 'lr', p: chiSquareUpper(fit.test(1), 1), q: null },
    comparison: {
      level: '+1 SD',
      reference: 'mean',
      unit,
      riskDifference: null,
      oddsRatio: { estimate: Math.exp(at(fit.coefficients, 1)), woolf: exponential(fit.limits(1)), haldane: null },
      fisherP: null,
      stratified: stratifiedNumber(study, scaled),
      adjusted: null,
    },
  }
}

/** The standard deviation of a numeric factor over decided rows. */
export function deviation(study: Study, factor: Factor): number {
  const { columns, totals } = sample(study.outcome, [{ name: '', values: factor.values }], { counts: study.counts })
  const values = [...(columns[1] ?? [])]
  const n = sum(totals)
  const mean = sum(values.map((x, i) => x * at(totals, i))) / n
  return Math.sqrt(sum(values.map((x, i) => at(totals, i) * (x - mean) ** 2)) / (n - 1))
}

/** Bands between the quartiles of a number, as levels to show counts by. Never used to test. */
export function bandsOf(study: Study, factor: Factor): Tally[] {
  const { columns, totals, events } = sample(study.outcome, [{ name: '', values: factor.values }], { counts: study.counts })
  const values = [...(columns[1] ?? [])]
  const n = sum(totals)
  let passed = 0
  const edges = new Set<number>()
  values.forEach((value, i) => {
    const before = Math.floor((4 * passed) / n)
    passed += at(totals, i)
    if (Math.floor((4 * passed) / n) > before && i < values.length - 1) edges.add(value)
  })
  const limits = [...edges]
  const bands = bandNames(limits).map((level) => ({ level, events: 0, others: 0 }))
  values.forEach((value, i) => {
    const band = bands[limits.filter((limit) => value > limit).length]
    if (!band) return
    band.events += at(events, i)
    band.others += at(totals, i) - at(events, i)
  })
  return bands.filter(({ events: some, others }) => some + others > 0)
}

function bandNames(limits: readonly number[]): string[] {
  const word = (value: number | undefined) => String(Number.parseFloat((value ?? 0).toPrecision(6)))
  if (limits.length === 0) return ['all']
  const inner = limits.slice(1).map((limit, index) => `${word(limits[index])} < x ≤ ${word(limit)}`)
  return [`x ≤ ${word(limits[0])}`, ...inner, `x > ${word(limits.at(-1))}`]
}

function carries(grouped: Sample): boolean {
  const events = eventsIn(grouped)
  return grouped.used >= rules.decided && Math.min(events, grouped.used - events) >= rules.perOutcome
}

function stratifiedNumber(study: Study, scaled: Float64Array): StratifiedResult | null {
  const { strata } = study
  if (!strata) return null
  const grouped = sample(study.outcome, [{ name: '', values: scaled }], { counts: study.counts, apart: [strata.codes] })
  const inside = strata.levels.map((): { x: number; events: number; n: number }[] => [])
  grouped.totals.forEach((n, pattern) => {
    const stratum = at(strata.codes, at(grouped.example, pattern))
    inside[stratum]?.push({ x: at(grouped.columns[1] ?? [], pattern), events: at(grouped.events, pattern), n })
  })
  const score = stratifiedScore(inside)
  if (!score) return null
  return {
    by: strata.column,
    oddsRatio: score.oddsRatio,
    rbg: score.interval,
    riskDifference: null,
    breslowDayTaroneP: score.homogeneityP,
    withheld: score.homogeneityP !== null && score.homogeneityP < rules.heterogeneity,
    strata: [],
  }
}

/** Limits of a coefficient as limits of an odds ratio. */
export function exponential(limits: Interval | null): Interval | null {
  return limits && [Math.exp(limits[0]), Math.exp(limits[1])]
}
