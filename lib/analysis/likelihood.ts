import { Z95 } from '@/lib/statistics/distributions'
import { predictions } from '@/lib/statistics/flic'
import type { Fit } from '@/lib/statistics/logistic'
import { at, type Interval } from '@/lib/statistics/numbers'
import { wilson } from '@/lib/statistics/proportions'
import { logistic } from '@/lib/statistics/surface'
import { fitModel } from './model'
import { qualityOf } from './quality'
import { rules } from './rules'
import type { SheetRow } from './sheet'
import type { AnalysisSpec } from './spec'
import { type Factor, readStudy, type Study } from './study'
import { variableOf } from './variable'

/** Decided rows like one that is not decided yet: how many, how many of them approved, and the rate's interval. */
export type Similar = { n: number; events: number; wilson: Interval }

/** Why there is nothing to be said. `columns`: which facts are missing, or have a value that nobody decided had. */
export type Unsaid =
  | { why: 'too_few' | 'low_events' | 'no_better' | 'uncalibrated' | 'too_clear'; n: number; events: number }
  | { why: 'facts_missing' | 'never_seen'; columns: string[]; n: number; events: number }
  | { why: 'few_similar'; n: number; events: number; similar: number }

/** The share of such rows that would be approved, as a range of fractions; and what that rests on. */
export type Likelihood = {
  range: Interval
  similar: Similar
  n: number
  events: number
  /** Of predictions for rows the model had not seen: 1 is right. */
  slope: { estimate: number; interval: Interval }
  brier: { value: number; null: number }
}

/**
 * How often such a row was approved, by a logistic model of few factors that were declared beforehand: the 95 % range of the
 * approval rate of rows like it, not of one row's fate. Nothing is said unless the model holds out of sample (ten folds dealt
 * out over sorted rows, so that nothing is random): its calibration slope agrees with 1 and not with 0 (Van Calster 2019), its
 * Brier score beats that of the plain rate, its factors together go with approval (likelihood ratio test), and enough rows
 * are alike in all factors but one. A model that tells outcomes apart too well knew them (`leakageAuc`). Rows with a missing
 * fact are left out.
 */
export function likelihoodOf(rows: readonly SheetRow[], spec: AnalysisSpec, asked: SheetRow): Likelihood | Unsaid {
  const read = readStudy(rows, spec)
  if ('fault' in read) return { why: 'too_few', n: 0, events: 0 }
  const factors = read.study.factors.filter(({ levels }) => levels.length > 1)
  const model = fitModel(read.study, { factors: factors.map((factor) => variableOf(factor, null)), include: [] })
  const counted = { n: model.n, events: model.events }
  if (isFew(counted)) return { why: 'too_few', ...counted }
  if (model.fit === null) return { why: 'low_events', ...counted }
  const unfit = unfitting(factors, asked)
  if (unfit !== null) return { ...unfit, ...counted }
  const held = heldUp(model.fit)
  if ('why' in held) return { ...held, ...counted }
  const similar = similarTo(read.study, factors, asked)
  if (similar.n < rules.perLevel) return { why: 'few_similar', ...counted, similar: similar.n }
  return { range: rangeAt(model.fit, factors, asked), similar, ...counted, ...held }
}

const isFew = ({ n, events }: { n: number; events: number }) =>
  n < rules.decided || Math.min(events, n - events) < rules.perOutcome

type Held = Pick<Likelihood, 'slope' | 'brier'>

/** What a model shows for itself in rows it had not seen, or why that is not enough. */
function heldUp(fit: Fit): Held | { why: 'too_clear' | 'no_better' | 'uncalibrated' } {
  const { auc, ...outside } = qualityOf(fit)
  if (auc === null || auc.apparent > rules.leakageAuc) return { why: 'too_clear' }
  const held = outOfSample(outside)
  if (held === null) return { why: 'uncalibrated' }
  if (!isBetter(fit, held)) return { why: 'no_better' }
  const [low, high] = held.slope.interval
  return low <= 1 && high >= 1 ? held : { why: 'uncalibrated' }
}

/** Whether it tells more than the plain rate does. */
const isBetter = (fit: Fit, { slope, brier }: Held) =>
  together(fit) <= rules.falseDiscovery && slope.interval[0] > 0 && brier.value < brier.null

function outOfSample({ brier, calibration }: Pick<ReturnType<typeof qualityOf>, 'brier' | 'calibration'>): Held | null {
  if (calibration === null || calibration.slope === null || calibration.slopeInterval === null) return null
  if (brier === null || brier.outOfSample === null) return null
  const slope = { estimate: calibration.slope, interval: calibration.slopeInterval }
  return { slope, brier: { value: brier.outOfSample, null: brier.null } }
}

/** Facts the asked row lacks, or has in a way nobody decided had. */
function unfitting(factors: readonly Factor[], asked: SheetRow) {
  const lacking = factors.filter(({ column }) => (asked[column] ?? null) === null).map(({ column }) => column)
  if (lacking.length > 0) return { why: 'facts_missing' as const, columns: lacking }
  const strange = factors.filter(({ column, levels }) => !levels.includes(asked[column] ?? '')).map(({ column }) => column)
  return strange.length > 0 ? { why: 'never_seen' as const, columns: strange } : null
}

/** The log odds at the asked row with its standard error, as probabilities. Firth's are brought back to the rate (FLIC). */
function rangeAt(fit: Fit, factors: readonly Factor[], asked: SheetRow): Interval {
  const chosen = new Set(factors.map(({ column }) => `${column}[${asked[column]}]`))
  const row = fit.live.map((column) => (column === 0 || chosen.has(fit.sample.names[column] ?? '') ? 1 : 0))
  const odds = row.reduce<number>((sum, x, j) => sum + x * at(fit.coefficients, fit.live[j] ?? 0), 0)
  const variance = row.reduce<number>(
    (sum, x, i) => sum + x * row.reduce<number>((inner, y, j) => inner + y * at(fit.covariance[i] ?? [], j), 0),
    0,
  )
  const half = Z95 * Math.sqrt(variance)
  const centre = odds + shiftOf(fit)
  return [logistic(centre - half), logistic(centre + half)]
}

/** The p of all factors together. */
const together = ({ live, testTogether }: Fit) => testTogether(live.filter((column) => column > 0)).p

/** By how much FLIC moves every log odds. */
function shiftOf(fit: Fit): number {
  const { events, totals } = fit.sample
  const own = Math.log(at(fit.fitted, 0) / (1 - at(fit.fitted, 0)))
  const odds = fit.fitted.map((p) => Math.log(p / (1 - p)))
  const told = at(predictions({ odds, events, totals }, fit.estimator), 0)
  return Math.log(told / (1 - told)) - own
}

/** Decided rows that agree in all factors, or in all but one. */
function similarTo({ outcome, counts }: Study, factors: readonly Factor[], asked: SheetRow): Similar {
  const wanted = factors.map(({ column, levels }) => levels.indexOf(asked[column] ?? ''))
  let [n, events] = [0, 0]
  outcome.forEach((happened, row) => {
    const apart = factors.filter(({ codes }, index) => at(codes, row) !== wanted[index]).length
    if (Number.isNaN(happened) || apart > 1) return
    n += at(counts, row)
    events += happened * at(counts, row)
  })
  return { n, events, wilson: wilson(events, n) }
}
