import { cholesky, inverse } from './cholesky'
import { climb } from './climb'
import { chiSquareUpper } from './distributions'
import { at, sum } from './numbers'
import { likelihood } from './surface'
import { type Column, dot } from './vectors'

/** A predicted probability (0..1) and what happened to the rows it was given to. */
export type Predicted = { probability: number; events: number; n: number }

/** Mean squared error of probabilities (Brier 1950), beside that of always saying the overall rate. */
export function brier(rows: readonly Predicted[]) {
  const n = sum(rows.map((row) => row.n))
  const rate = sum(rows.map((row) => row.events)) / n
  const squares = rows.map(
    ({ probability, events, n: size }) => events * (1 - probability) ** 2 + (size - events) * probability ** 2,
  )
  const value = sum(squares) / n
  const nothing = rate * (1 - rate)
  return { value, nothing, scaled: 1 - value / nothing }
}

/**
 * Calibration of given probabilities (Van Calster et al. 2019 BMC Med 17:230): the intercept with the slope held at 1
 * (the logit as offset), and the slope in a model of its own. Probabilities of exactly 0 or 1 are moved in by 1e-12.
 */
export function calibration(rows: readonly Predicted[]) {
  const logits = Float64Array.from(rows, ({ probability }) => logit(Math.min(1 - 1e-12, Math.max(1e-12, probability))))
  const events = Float64Array.from(rows, (row) => row.events)
  const totals = Float64Array.from(rows, (row) => row.n)
  const ones = new Float64Array(rows.length).fill(1)
  const { point } = climb(likelihood({ columns: [ones], events, totals, offset: logits }), new Float64Array(1))
  const slope = slopeOf({ columns: [ones, logits], events, totals })
  return { intercept: at(point.coefficients, 0), interceptSe: 1 / Math.sqrt(at(point.information()[0] ?? [], 0)), ...slope }
}

/** A group of rows of similar probability: how many, how many events happened and how many were expected. */
export type Decile = { n: number; observed: number; expected: number }

/** Groups between the deciles of the probability (type 7 quantiles, the lowest included, equal breaks merged). */
export function deciles(rows: readonly Predicted[]): Decile[] {
  const sorted = [...rows].sort((a, b) => a.probability - b.probability)
  const breaks = [...new Set([1, 2, 3, 4, 5, 6, 7, 8, 9].map((tenth) => quantile(sorted, tenth / 10)))]
  const groups = [...breaks, Number.POSITIVE_INFINITY].map(() => ({ n: 0, observed: 0, expected: 0 }))
  for (const { probability, events, n } of sorted) {
    const group = groups[breaks.filter((limit) => probability > limit).length]
    if (!group) continue
    group.n += n
    group.observed += events
    group.expected += n * probability
  }
  return groups.filter(({ n }) => n > 0)
}

/**
 * Hosmer & Lemeshow (1980) over groups; for probabilities that were not fitted to these rows df = groups. It depends on
 * the grouping: a hint, not a verdict.
 */
export function hosmerLemeshow(groups: readonly Decile[]) {
  const chi2 = sum(groups.map(({ n, observed, expected }) => (observed - expected) ** 2 / (expected * (1 - expected / n))))
  return { chi2, df: groups.length, p: chiSquareUpper(chi2, groups.length) }
}

function slopeOf({ columns: [ones, logits], events, totals }: { columns: [Column, Column]; events: Column; totals: Column }) {
  const middle = dot(logits, totals) / dot(ones, totals)
  const surface = likelihood({
    columns: [ones, logits.map((x) => x - middle)],
    events,
    totals,
    offset: new Float64Array(ones.length),
  })
  const { point, converged } = climb(surface, new Float64Array(2))
  const factored = cholesky(point.information())
  if (!converged || !('lower' in factored)) return { slope: null, slopeSe: null }
  return { slope: at(point.coefficients, 1), slopeSe: Math.sqrt(at(inverse(factored.lower)[1] ?? [], 1)) }
}

function logit(probability: number): number {
  return Math.log(probability / (1 - probability))
}

function quantile(sorted: readonly Predicted[], share: number): number {
  const size = sum(sorted.map(({ n }) => n))
  const position = share * (size - 1)
  const [low, high] = [valueAt(sorted, Math.floor(position)), valueAt(sorted, Math.ceil(position))]
  return low + (position - Math.floor(position)) * (high - low)
}

function valueAt(sorted: readonly Predicted[], rank: number): number {
  let passed = 0
  for (const { probability, n } of sorted) {
    passed += n
    if (rank < passed) return probability
  }
  return Number.NaN
}
