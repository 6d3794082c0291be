import { cholesky, inverse } from './cholesky'
import { climb } from './climb'
import type { Scored } from './discrimination'
import { chiSquareUpper } from './distributions'
import { at, range, sum } from './numbers'
import { likelihood } from './surface'
import { type Column, dot } from './vectors'

/** Mean squared error of probabilities (Brier 1950), beside that of always saying the overall rate. */
export function brier({ scores, events, totals }: Scored) {
  const n = sum(totals)
  const rate = sum(events) / n
  const squares = scores.map((p, i) => at(events, i) * (1 - p) ** 2 + (at(totals, i) - at(events, i)) * p ** 2)
  const value = sum(squares) / n
  const nothing = rate * (1 - rate)
  return { value, nothing, scaled: 1 - value / nothing }
}

/**
 * Calibration of given probabilities (Van Calster et al. 2019 BMC Med 17:230): the intercept with the slope held at 1
 * (the logit as offset), and the slope in a model of its own. Probabilities of exactly 0 or 1 are moved in by 1e-12.
 */
export function calibration({ scores, events, totals }: Scored) {
  const logits = scores.map((p) => logit(Math.min(1 - 1e-12, Math.max(1e-12, p))))
  const ones = new Float64Array(scores.length).fill(1)
  const { point } = climb(likelihood({ columns: [ones], events, totals, offset: logits }), new Float64Array(1))
  const slope = slopeOf({ columns: [ones, logits], events, totals })
  return { intercept: at(point.coefficients, 0), interceptSe: 1 / Math.sqrt(at(point.information()[0] ?? [], 0)), ...slope }
}

/** A group of rows of similar probability: how many, how many events happened and how many were expected. */
export type Decile = { n: number; observed: number; expected: number }

/** Groups between the deciles of the probability (type 7 quantiles, the lowest included, equal breaks merged). */
export function deciles({ scores, events, totals }: Scored): Decile[] {
  const order = range(scores.length).sort((a, b) => at(scores, a) - at(scores, b))
  const sorted = { values: order.map((i) => at(scores, i)), counts: order.map((i) => at(totals, i)) }
  const breaks = [...new Set([1, 2, 3, 4, 5, 6, 7, 8, 9].map((tenth) => quantile(sorted, tenth / 10)))]
  const groups = [...breaks, Number.POSITIVE_INFINITY].map(() => ({ n: 0, observed: 0, expected: 0 }))
  for (const i of order) {
    const group = groups[breaks.filter((limit) => at(scores, i) > limit).length]
    if (!group) continue
    group.n += at(totals, i)
    group.observed += at(events, i)
    group.expected += at(totals, i) * at(scores, i)
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

type Sorted = { values: readonly number[]; counts: readonly number[] }

function quantile(sorted: Sorted, share: number): number {
  const position = share * (sum(sorted.counts) - 1)
  const [low, high] = [valueAt(sorted, Math.floor(position)), valueAt(sorted, Math.ceil(position))]
  return low + (position - Math.floor(position)) * (high - low)
}

function valueAt({ values, counts }: Sorted, rank: number): number {
  let passed = 0
  const found = values.findIndex((_, i) => {
    passed += at(counts, i)
    return rank < passed
  })
  return at(values, found)
}
