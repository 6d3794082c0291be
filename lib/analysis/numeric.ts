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

/** The decided rows of a numeric factor, grouped by value. */
export function groupedNumber(study: Study, factor: Factor): Sample {
  return sample(study.outcome, [{ name: factor.column, values: factor.values }], { counts: study.counts })
}

/** Crude and stratified odds ratio per SD, and the likelihood ratio test; or why not: too few decided rows, or separated. */
export function compareNumber(study: Study, factor: Factor, grouped: Sample): Numeric | 'too_few' | 'separated' {
  const unit = deviation(grouped)
  if (!carries(grouped) || !(unit > 0)) return 'too_few'
  const fit = fitLogistic(grouped, 'ml')
  if (!fit.converged) return 'separated'
  return {
    unit,
    test: { name: 'lr', p: chiSquareUpper(fit.test(1), 1), q: null },
    comparison: {
      level: '+1 SD',
      reference: 'mean',
      unit,
      riskDifference: null,
      oddsRatio: {
        estimate: Math.exp(unit * at(fit.coefficients, 1)),
        woolf: exponential(times(fit.limits(1), unit)),
        haldane: null,
      },
      fisherP: null,
      stratified: stratifiedNumber(study, factor, unit),
      adjusted: null,
    },
  }
}

/** The standard deviation over grouped rows. */
function deviation({ columns, totals, used }: Sample): number {
  const values = [...(columns[1] ?? [])]
  const mean = sum(values.map((x, i) => x * at(totals, i))) / used
  return Math.sqrt(sum(values.map((x, i) => at(totals, i) * (x - mean) ** 2)) / (used - 1))
}

/** Bands between the quartiles of a number, as levels to show counts by. Never used to test. */
export function bandsOf({ columns, totals, events, used }: Sample): Tally[] {
  const values = [...(columns[1] ?? [])]
  const limits = quartilesOf(values, totals, used)
  const bands = bandNames(limits).map((level) => ({ level, events: 0, others: 0 }))
  values.forEach((value, i) => {
    const band = bands[limits.filter((limit) => value > limit).length]
    if (!band) return
    band.events += at(events, i)
    band.others += at(totals, i) - at(events, i)
  })
  return bands.filter(({ events: some, others }) => some + others > 0)
}

/** The values at which a quarter, half and three quarters of the rows are reached, without the largest. */
function quartilesOf(values: readonly number[], totals: Float64Array, used: number): number[] {
  let passed = 0
  return values.filter((_, i) => {
    const before = Math.floor((4 * passed) / used)
    passed += at(totals, i)
    return Math.floor((4 * passed) / used) > before && i < values.length - 1
  })
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

function stratifiedNumber(study: Study, factor: Factor, unit: number): StratifiedResult | null {
  const { strata } = study
  if (!strata) return null
  const grouped = sample(study.outcome, [{ name: '', values: factor.values.map((value) => value / unit) }], {
    counts: study.counts,
    apart: [strata.codes],
  })
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

function times(limits: Interval | null, unit: number): Interval | null {
  return limits && [unit * limits[0], unit * limits[1]]
}

/** Limits of a coefficient as limits of an odds ratio. */
export function exponential(limits: Interval | null): Interval | null {
  return limits && [Math.exp(limits[0]), Math.exp(limits[1])]
}
