import { bendP } from '@/lib/statistics/bend'
import { chiSquareUpper } from '@/lib/statistics/distributions'
import type { Fit } from '@/lib/statistics/logistic'
import { at, type Interval, sum } from '@/lib/statistics/numbers'
import { eventsIn, type Sample, singleRows } from '@/lib/statistics/sample'
import { stepsP } from '@/lib/statistics/steps'
import { stratifiedScore } from '@/lib/statistics/stratified-score'
import { type Column, combine, entry, times } from '@/lib/statistics/vectors'
import type { Alone } from './alone'
import type { Comparison, FactorTest, StratifiedResult } from './result'
import { rules } from './rules'
import { silent } from './stratify'
import type { Coded, Factor, Study } from './study'
import type { Tally } from './tally'

/** A numeric factor compared per standard deviation, never cut in two at the best place. */
export type Numeric = { comparison: Comparison; test: FactorTest; unit: number }

/** Why a number has no odds ratio. `far`: some of its values are so far from the others that nothing can be fitted. */
type Unfit = 'too_few' | 'separated' | 'far'

/** Crude and stratified odds ratio per SD, the likelihood ratio test, and that of a bend; or why not. */
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
    test: { name: 'lr', p, q: null, ...departureOf(fit) },
    comparison: {
      level: '+1 SD',
      reference: 'mean',
      unit,
      riskDifference: null,
      oddsRatio: {
        estimate: Math.exp(unit * at(fit.coefficients, 1)),
        woolf: exponential(stretched(fit.limits(1), unit)),
        haldane: null,
      },
      fisherP: null,
      stratified: withinOwnStrata(study, factor, unit),
      adjusted: null,
    },
  }
}

/** Two tests of a departure from the straight line: the smaller p counts, doubled where there are two (Bonferroni). */
function departureOf(fit: Fit): { departureP?: number } {
  const ps = [bendP(fit), stepsP(fit)].filter((p) => p !== null)
  return ps.length === 0 ? {} : { departureP: Math.min(1, ps.length * Math.min(...ps)) }
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
  const mean = sum(times(values, totals)) / used
  return Math.sqrt(sum(combine(values, totals, (x, n) => n * (x - mean) ** 2)) / (used - 1))
}

/** Bands between the quartiles of a number, as levels to show counts by. Never used to test. */
export function bandsOf({ columns, totals, events, used }: Sample): Tally[] {
  const values = columns[1] ?? totals
  const limits = quartilesOf(values, totals, used)
  const bands = bandNames(limits, values).map((level) => ({ level, events: 0, others: 0 }))
  values.forEach((value, i) => {
    const band = bands[limits.filter((limit) => value > limit).length]
    if (!band) return
    band.events += entry(events, i)
    band.others += entry(totals, i) - entry(events, i)
  })
  return bands.filter(({ events: some, others }) => some + others > 0)
}

/** The values at which a quarter, half and three quarters of the rows are reached, without the largest. */
function quartilesOf(values: Float64Array, totals: Float64Array, used: number): number[] {
  let passed = 0
  const limits = values.filter((_, i) => {
    const before = Math.floor((4 * passed) / used)
    passed += entry(totals, i)
    return Math.floor((4 * passed) / used) > before && i < values.length - 1
  })
  return [...limits]
}

/** Bands by their edges in six digits, or as many as it takes to have the same values on each side of the edge as named. */
function bandNames(limits: readonly number[], values: Column): string[] {
  const known = limits.map((limit) => {
    const next = values.find((value) => value > limit) ?? Number.POSITIVE_INFINITY
    return [6, 9, 12, 15].map((digits) => atLeast(limit, digits)).find((edge) => edge >= limit && edge < next) ?? limit
  })
  if (known.length === 0) return ['all']
  const inner = known.slice(1).map((edge, index) => `${known[index]} < x ≤ ${edge}`)
  return [`x ≤ ${known[0]}`, ...inner, `x > ${known.at(-1)}`]
}

/** The number in so many digits, the last of them one more where it would be below the number. */
function atLeast(value: number, digits: number): number {
  const near = Number.parseFloat(value.toPrecision(digits))
  if (near >= value) return near
  const unit = 10 ** (Math.floor(Math.log10(Math.abs(value))) - digits + 1)
  return Number.parseFloat((near + unit).toPrecision(digits))
}

function carries(grouped: Sample): boolean {
  const events = eventsIn(grouped)
  return grouped.used >= rules.decided && Math.min(events, grouped.used - events) >= rules.perOutcome
}

/** The decided rows of a number, the smallest first: in whatever order they came, a sum over them is the same. */
export type NumberRows = Pick<Sample, 'events' | 'totals' | 'example'> & { x: Column }

export function numberRows({ outcome, counts }: Study, { values }: Factor, unit: number): NumberRows {
  const { columns, events, totals, example } = singleRows(outcome, [{ name: '', values }], counts)
  return { x: (columns[1] ?? totals).map((value) => value / unit), events, totals, example }
}

/** The strata of the study; a number is not compared within itself. */
function withinOwnStrata(study: Study, factor: Factor, unit: number): StratifiedResult | null {
  const { strata } = study
  return strata && strata.column !== factor.column ? stratifiedNumber(strata, numberRows(study, factor, unit)) : null
}

/** The odds ratio per unit within strata. */
export function stratifiedNumber({ column, codes }: Coded, { x, events, totals, example }: NumberRows): StratifiedResult {
  const score = stratifiedScore({ x, stratum: codes, at: example, events, totals })
  if (!score) return silent(column)
  return {
    by: column,
    oddsRatio: score.oddsRatio,
    rbg: score.interval,
    riskDifference: null,
    breslowDayTaroneP: score.homogeneityP,
    withheld: score.homogeneityP !== null && score.homogeneityP < rules.heterogeneity,
    strata: [],
  }
}

function stretched(limits: Interval | null, unit: number): Interval | null {
  return limits && [unit * limits[0], unit * limits[1]]
}

/** Limits of a coefficient as limits of an odds ratio. */
export function exponential(limits: Interval | null): Interval | null {
  return limits && [Math.exp(limits[0]), Math.exp(limits[1])]
}
