import { chiSquareUpper } from '@/lib/statistics/distributions'
import { fitLogistic } from '@/lib/statistics/logistic'
import { at, type Interval, sum } from '@/lib/statistics/numbers'
import { eventsIn, type Sample, sample } from '@/lib/statistics/sample'
import { stratifiedScore } from '@/lib/statistics/stratified-score'
import { picked } from '@/lib/statistics/vectors'
import type { Alone } from './alone'
import type { Comparison, FactorTest, StratifiedResult } from './result'
import { rules } from './rules'
import { silent } from './stratify'
import type { Factor, Study } from './study'
import type { Tally } from './tally'

/** A numeric factor compared per standard deviation, never cut in two at the best place. */
export type Numeric = { comparison: Comparison; test: FactorTest; unit: number }

/** Why a number has no odds ratio. `far`: some of its values are so far from the others that nothing can be fitted. */
type Unfit = 'too_few' | 'separated' | 'far'

/** Crude and stratified odds ratio per SD, and the likelihood ratio test; or why not. */
export function compareNumber(study: Study, factor: Factor, alone: Alone): Numeric | Unfit {
  const unit = deviation(alone.grouped)
  if (!carries(alone.grouped)) return 'too_few'
  if (!(unit > 0 && Number.isFinite(unit))) return 'far'
  const fit = alone.fit()
  if (!fit.converged) return isSeparated(alone.grouped) ? 'separated' : 'far'
  const p = chiSquareUpper(fit.test(1), 1)
  if (Number.isNaN(p)) return 'far'
  return {
    unit,
    test: { name: 'lr', p, q: null, ...departureOf(alone, unit) },
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

/** Whether the log odds bend along the number: the likelihood ratio of its square beside it, where that can be told. */
function departureOf(alone: Alone, unit: number): { departureP?: number } {
  const { grouped } = alone
  const values = grouped.columns[1] ?? grouped.totals
  const mean = sum(values.map((x, i) => x * at(grouped.totals, i))) / grouped.used
  const columns = [...grouped.columns, values.map((x) => ((x - mean) / unit) ** 2)]
  const bent = fitLogistic({ ...grouped, columns, names: [...grouped.names, 'square'] }, 'ml')
  if (!bent.converged || bent.aliased.length > 0) return {}
  return { departureP: chiSquareUpper(Math.max(0, 2 * (bent.logLikelihood - alone.fit().logLikelihood)), 1) }
}

/** Whether a value tells the outcomes apart, with both at that value at most: then there is no estimate. Values come by size. */
function isSeparated({ columns, events, totals }: Sample): boolean {
  const values = columns[1] ?? totals
  const [some, others] = [values.filter((_, i) => at(events, i) > 0), values.filter((_, i) => at(totals, i) > at(events, i))]
  return at(some, some.length - 1) <= at(others, 0) || at(others, others.length - 1) <= at(some, 0)
}

/** The standard deviation over grouped rows. */
function deviation({ columns, totals, used }: Sample): number {
  const values = columns[1] ?? totals
  const mean = sum(values.map((x, i) => x * at(totals, i))) / used
  return Math.sqrt(sum(values.map((x, i) => at(totals, i) * (x - mean) ** 2)) / (used - 1))
}

/** Bands between the quartiles of a number, as levels to show counts by. Never used to test. */
export function bandsOf({ columns, totals, events, used }: Sample): Tally[] {
  const values = columns[1] ?? totals
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
function quartilesOf(values: Float64Array, totals: Float64Array, used: number): number[] {
  let passed = 0
  const limits = values.filter((_, i) => {
    const before = Math.floor((4 * passed) / used)
    passed += at(totals, i)
    return Math.floor((4 * passed) / used) > before && i < values.length - 1
  })
  return [...limits]
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

/** The odds ratio per SD within strata. */
export function stratifiedNumber(study: Study, factor: Factor, unit: number): StratifiedResult | null {
  const { strata } = study
  if (!strata || strata.column === factor.column) return null
  const grouped = sample(study.outcome, [{ name: '', values: factor.values }], { counts: study.counts, apart: [strata.codes] })
  const { columns, events, totals, example } = grouped
  const x = (columns[1] ?? totals).map((value) => value / unit)
  const score = stratifiedScore({ x, stratum: picked(strata.codes, example), events, totals })
  if (!score) return silent(strata.column)
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
