import type { Result, TimeResult as Time } from '@/lib/analysis/result'
import type { Interval } from '@/lib/statistics/numbers'
import { wilson } from '@/lib/statistics/proportions'
import { type AgreedRow, keptCount, middleChange } from './agreed'
import { approvals } from './approval'
import { coarseShare } from './coarse'
import { type FactorView, factorViews, type Tally } from './factor-view'
import { findingsOf } from './findings'
import type { Counts } from './first-versions.queries'
import { hiddenSlices } from './hidden-slices'
import { hiddenCells, importedOf, leavesTeam } from './small-cells'
import type { Statistics } from './statistics'
import { tellable } from './warnings'

/** `isNarrowed`: of a part of the office only, as a filter chose it. */
type Given = { counts: Counts; isNarrowed: boolean; tally: Tally; agreed: readonly AgreedRow[]; statistics: Statistics }

/** What the page shows: the funnel first, then rates per factor and level, then what the statistics may say of them. */
export function viewOf({ counts, isNarrowed, tally, agreed, statistics }: Given, limit: number) {
  const { result, why, rows, hash } = statistics
  const factors = factorViews(tally, limit)
  const isInside = !leavesTeam(limit)
  const isModelTold = isInside || !hasHiddenGap(result, factors)
  return {
    ...totalsOf(counts, { limit, isNarrowed }),
    figures: {
      answer: result?.time ? answerOf(result.time, isAllTold(counts, limit), limit) : null,
      change: changeOf(agreed, limit),
      kept: keptOf(agreed, limit),
    },
    factors,
    findings: result ? findingsOf(result, factors, limit) : [],
    method: result ? methodOf(result, { onePerClient: statistics.onePerClient, isTold: isModelTold, isInside }) : null,
    why,
    warnings: result ? tellable(result, { views: factors, isModelTold }) : [],
    data: { rows, hash },
    limit,
  }
}

export type AnalyticsView = ReturnType<typeof viewOf>

/** Whether the cases the model leaves out are those of a gap that is hidden: less them, the total would tell how many they are. */
const hasHiddenGap = (result: Result | null, factors: readonly FactorView[]) =>
  factors.some(({ column, missing }) => result?.model.factors.includes(column) && missing !== null && 'hidden' in missing)

type Telling = { onePerClient: boolean; isTold: boolean; isInside: boolean }

/** How every figure of the page came about. `n` and `eventsPerParameter` are null where they would tell of a few. */
const methodOf = ({ model, multiplicity }: Result, { onePerClient, isTold, isInside }: Telling) => ({
  model: model.method,
  n: isTold ? model.n : null,
  parameters: model.parameters,
  eventsPerParameter: isTold ? model.eventsPerParameter : null,
  adjustedFor: model.factors,
  tested: multiplicity.tested,
  onePerClient,
  /** How well the model tells cases it had not seen; inside the team only, as it rests on every count. */
  quality: isInside ? qualityOf(model) : null,
})

function qualityOf({ auc, brier, calibration }: Result['model']) {
  if (auc?.outOfSample == null || brier?.outOfSample == null || calibration?.slopeInterval == null) return null
  const { slope, slopeInterval } = calibration
  return { auc: auc.outOfSample, brier: brier.outOfSample, plain: brier.null, slope: slope ?? 0, slopeInterval }
}

/**
 * Where each version stands and the rate of the decided. Of the whole office its team sees all of it; else the slices are
 * groups like any other: small ones are null, and with them every figure that would tell them.
 */
function totalsOf({ sent, clients, by, importedBy }: Counts, { limit, isNarrowed }: { limit: number; isNarrowed: boolean }) {
  const counts = approvals.map((approval) => by.get(approval) ?? 0)
  const isWhole = !leavesTeam(limit) && !isNarrowed
  const hidden = isWhole ? counts.map(() => false) : hiddenSlices(by, limit, isNarrowed)
  const [approved = 0, refused = 0, pending = 0, countered = 0, unanswered = 0] = counts
  const isTold = !hidden.slice(0, 2).some(Boolean)
  return {
    funnel: {
      sent,
      clients,
      /** How many of the sent are past outcomes; null where that would tell of a few. */
      imported: importedOf({ n: sent, imported: total(importedBy) }, limit),
      slices: approvals.map((approval, index) => ({ approval, n: hidden[index] ? null : (counts[index] ?? 0) })),
    },
    rate: isTold
      ? {
          ...rateOf(approved, approved + refused),
          imported: importedDecided({ n: approved + refused, importedBy }, limit),
        }
      : null,
    /** The rate if every open version were refused, and if every one were approved. */
    bounds: hidden.slice(0, 5).some(Boolean) ? null : boundsOf(approved, approved + refused, pending + countered + unanswered),
  }
}

const total = (by: Counts['by']) => [...by.values()].reduce((sum, n) => sum + n, 0)
const decidedIn = (by: Counts['by']) => (by.get('approved') ?? 0) + (by.get('refused') ?? 0)

/** How many of the decided were imported; null where the difference to all that were imported would tell of a few. */
function importedDecided({ n, importedBy }: { n: number; importedBy: Counts['by'] }, limit: number) {
  const imported = decidedIn(importedBy)
  const open = total(importedBy) - imported
  return hiddenCells([{ n: open, events: open }], limit)[0] ? null : importedOf({ n, imported }, limit)
}

/** Whether no fate is of so few that a share of it would tell of them. */
const isAllTold = ({ by }: Counts, limit: number) => !hiddenSlices(by, limit).some(Boolean)

/** Days by which the shares are told: a month, and as long as is waited. */
const toldAfter = [30, 60] as const

/**
 * How long an answer takes, and what had become of all versions by some days: the rest still waited. A day by which, or
 * since the day before it, something had become of a few only is left out.
 */
function answerOf({ n, median, medianInterval: interval, ...curves }: Time, isTold: boolean, limit: number) {
  const shareBy = (curve: Time['approved'] = [], day: number) =>
    coarseShare(curve.findLast(({ t }) => t <= day)?.cumulativeIncidence ?? 0)
  const shares = toldAfter.map((day) => ({
    day,
    approved: shareBy(curves.approved, day),
    refused: shareBy(curves.rejected, day),
    withdrawn: shareBy(curves.withdrawn, day),
  }))
  const isOfFew = (share: number) => share > 0 && share * n < limit
  const tells = (now: Shares, before: Shares) => fates.every((fate) => !isOfFew(now[fate]) && !isOfFew(now[fate] - before[fate]))
  const ofMany = shares.filter((row) => tells(row, nobodyYet))
  const apart = ofMany.filter((row, index) => tells(ofMany[index + 1] ?? row, row))
  return { median, interval, shares: isTold ? apart : [] }
}

const fates = ['approved', 'refused', 'withdrawn'] as const
type Shares = Record<(typeof fates)[number], number>
const nobodyYet: Shares = { approved: 0, refused: 0, withdrawn: 0 }

const rateOf = (events: number, n: number) => ({
  n,
  events,
  estimate: n === 0 ? null : events / n,
  wilson: wilson(events, n),
})

const boundsOf = (events: number, decided: number, open: number): Interval | null =>
  decided + open === 0 ? null : [events / (decided + open), (events + open) / (decided + open)]

/** Nothing of so few that it would tell of one. */
function changeOf(agreed: readonly AgreedRow[], limit: number) {
  const middle = middleChange(agreed)
  return middle === null || middle.n < limit ? null : middle
}

function keptOf(agreed: readonly AgreedRow[], limit: number) {
  const kept = keptCount(agreed)
  return hiddenCells([kept], limit)[0] || kept.n === 0 ? null : rateOf(kept.events, kept.n)
}
