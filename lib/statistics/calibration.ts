import { cholesky, inverse } from './cholesky'
import { climb } from './climb'
import type { Scored } from './discrimination'
import { chiSquareUpper } from './distributions'
import { at, indices, sum } from './numbers'
import { patternsOf } from './patterns'
import { likelihood } from './surface'
import { type Column, dot, picked } from './vectors'

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

/**
 * Groups between the deciles of the probability (type 7 quantiles of Hyndman & Fan 1996 Am Stat 50:361): each open below and closed above, the lowest
 * probability in the first one, equal breaks merged.
 */
export function deciles(rows: Scored): Decile[] {
  const sorted = inOrder(rows)
  const lowest = at(sorted.scores, 0)
  const quantiles = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((tenth) => quantile(sorted, tenth / 10))
  const breaks = [...new Set(quantiles)].filter((limit) => limit > lowest)
  const groups = [...breaks, Number.POSITIVE_INFINITY].map(() => ({ n: 0, observed: 0, expected: 0 }))
  sorted.scores.forEach((score, i) => {
    const group = groups[breaks.filter((limit) => score > limit).length]
    if (!group) return
    group.n += at(sorted.totals, i)
    group.observed += at(sorted.events, i)
    group.expected += at(sorted.totals, i) * score
  })
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

/** The rows from the lowest score, with how many there are up to each. */
type Sorted = Scored & { upTo: Column }

function inOrder({ scores, events, totals }: Scored): Sorted {
  const { order } = patternsOf(indices(scores.length), [scores])
  const counts = picked(totals, order)
  const upTo = counts.slice()
  for (let i = 1; i < upTo.length; i++) upTo[i] = at(upTo, i) + at(upTo, i - 1)
  return { scores: picked(scores, order), events: picked(events, order), totals: counts, upTo }
}

function quantile(sorted: Sorted, share: number): number {
  const position = share * (at(sorted.upTo, sorted.upTo.length - 1) - 1)
  const [low, high] = [scoreAt(sorted, Math.floor(position)), scoreAt(sorted, Math.ceil(position))]
  return low + (position - Math.floor(position)) * (high - low)
}

/** The score of the row of this rank, from 0. */
function scoreAt({ scores, upTo }: Sorted, rank: number): number {
  return at(
    scores,
    upTo.findIndex((passed) => rank < passed),
  )
}
