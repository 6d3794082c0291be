import { normalTwoSided, Z95 } from './distributions'
import { type Interval, sum } from './numbers'

/** A score shared by some rows: how many of them had the event and how many not. */
export type Scored = { score: number; events: number; others: number }

/** Area under the ROC curve; `se` and `interval` null where it is 0 or 1, since DeLong's variance is then degenerate. */
export type Area = { auc: number; se: number | null; interval: Interval | null; p: number | null }

/**
 * The chance that a row with the event scores higher than one without, ties counting half, with the standard error of
 * DeLong, DeLong & Clarke-Pearson (1988 Biometrics 44:837) by mid-ranks (Sun & Xu 2014) and an interval on the scale of
 * the area. Scores are rounded to 10 significant digits first: floating-point noise would split ties. Null without both
 * outcomes.
 */
export function discrimination(rows: readonly Scored[]): Area | null {
  const ranked = merged(rows)
  const events = sum(ranked.map((entry) => entry.events))
  const others = sum(ranked.map((entry) => entry.others))
  if (events === 0 || others === 0) return null
  let below = 0
  const placed = ranked.map((entry) => {
    const place = { ...entry, othersBelow: below + entry.others / 2 }
    below += entry.others
    return place
  })
  let above = events
  const both = placed.map((entry) => {
    above -= entry.events
    return { ...entry, beats: entry.othersBelow / others, beatenBy: (above + entry.events / 2) / events }
  })
  const auc = sum(both.map((entry) => entry.events * entry.beats)) / events
  const forEvents = sum(both.map((entry) => entry.events * (entry.beats - auc) ** 2)) / (events - 1)
  const forOthers = sum(both.map((entry) => entry.others * (entry.beatenBy - auc) ** 2)) / (others - 1)
  return withInterval(auc, Math.sqrt(forEvents / events + forOthers / others))
}

function withInterval(auc: number, se: number): Area {
  if (!(se > 0)) return { auc, se: null, interval: null, p: null }
  return { auc, se, interval: [auc - Z95 * se, auc + Z95 * se], p: normalTwoSided((auc - 0.5) / se) }
}

function merged(rows: readonly Scored[]): Scored[] {
  const byScore = new Map<number, Scored>()
  for (const { score, events, others } of rows) {
    const key = Number.parseFloat(score.toPrecision(10))
    const same = byScore.get(key)
    byScore.set(key, { score: key, events: events + (same?.events ?? 0), others: others + (same?.others ?? 0) })
  }
  return [...byScore.values()].sort((a, b) => a.score - b.score)
}
