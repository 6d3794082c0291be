import { normalTwoSided, Z95 } from './distributions'
import { type Interval, sum } from './numbers'
import { orderOf } from './order'
import { type Column, dot, entry } from './vectors'

/** Scores (or predicted probabilities), and how many of the rows at each had the event. */
export type Scored = { scores: Column; events: Column; totals: Column }

/** Area under the ROC curve; `se` and `interval` null where it is 0 or 1, since DeLong's variance is then degenerate. */
export type Area = { auc: number; se: number | null; interval: Interval | null; p: number | null }

/**
 * The chance that a row with the event scores higher than one without, ties counting half, with the standard error of
 * DeLong, DeLong & Clarke-Pearson (1988 Biometrics 44:837) by mid-ranks (Sun & Xu 2014) and an interval on the scale of
 * the area, which ends at 0 and 1. Scores are rounded to 10 significant digits first: floating-point noise would split ties. Null without both
 * outcomes.
 */
export function discrimination(rows: Scored): Area | null {
  const { events, others } = merged(rows)
  const [yes, no] = [sum(events), sum(others)]
  if (yes === 0 || no === 0) return null
  const [beats, beatenBy] = [new Float64Array(events.length), new Float64Array(events.length)]
  let [below, above] = [0, yes]
  for (let i = 0; i < events.length; i++) {
    above -= entry(events, i)
    beats[i] = (below + entry(others, i) / 2) / no
    beatenBy[i] = (above + entry(events, i) / 2) / yes
    below += entry(others, i)
  }
  const auc = dot(events, beats) / yes
  const forEvents = squaresAround(auc, beats, events) / (yes - 1)
  const forOthers = squaresAround(auc, beatenBy, others) / (no - 1)
  return withInterval(auc, Math.sqrt(forEvents / yes + forOthers / no))
}

function squaresAround(auc: number, shares: Column, rows: Column): number {
  let squares = 0
  for (let i = 0; i < shares.length; i++) squares += entry(rows, i) * (entry(shares, i) - auc) ** 2
  return squares
}

function withInterval(auc: number, se: number): Area {
  if (!(se > 0)) return { auc, se: null, interval: null, p: null }
  const interval: Interval = [Math.max(0, auc - Z95 * se), Math.min(1, auc + Z95 * se)]
  return { auc, se, interval, p: normalTwoSided((auc - 0.5) / se) }
}

/** One entry per different score, from the lowest. */
function merged({ scores, events, totals }: Scored) {
  const alike = new Float64Array(scores.length)
  for (let i = 0; i < alike.length; i++) alike[i] = rounded(entry(scores, i))
  const [yes, no] = [new Float64Array(alike.length), new Float64Array(alike.length)]
  let [last, count] = [Number.NaN, 0]
  for (const row of orderOf(alike)) {
    const score = entry(alike, row)
    if (score !== last) count++
    last = score
    yes[count - 1] = entry(yes, count - 1) + entry(events, row)
    no[count - 1] = entry(no, count - 1) + entry(totals, row) - entry(events, row)
  }
  return { events: yes.subarray(0, count), others: no.subarray(0, count) }
}

/** To 10 significant digits. */
function rounded(score: number): number {
  // Below this its last digits are no longer all there.
  if (Math.abs(score) < 1e-290 || !Number.isFinite(score)) return score
  const unit = units[Math.floor(Math.log10(Math.abs(score))) + lowestPower] ?? 1
  return Math.round(score / unit) * unit
}

/** The tenth digit of a number, by the power of ten of its first one: a power is dear to work out for every score. */
const lowestPower = 300
const units = Float64Array.from({ length: 2 * lowestPower + 10 }, (_, place) => 10 ** (place - lowestPower - 9))
