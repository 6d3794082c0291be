import type { Result, TimeResult as Time } from '@/lib/analysis/result'
import { type AgreedRow, keptCount, middleChange } from './agreed'
import { coarseShare } from './coarse'
import { type FactorView, factorViews, type Tally } from './factor-view'
import { findingsOf } from './findings'
import type { Counts } from './first-versions.queries'
import type { Reach } from './reach'
import { exactly, type Rounding } from './rounding'
import { hiddenCells, leavesTeam } from './small-cells'
import type { Statistics } from './statistics'
import { isAllTold, rateOf, totalsOf } from './totals'
import { tellable } from './warnings'

/** `isNarrowed`: of a part of the office only, as a filter chose it. */
type Given = {
  counts: Counts
  reach: Reach | null
  isNarrowed: boolean
  tally: Tally
  agreed: readonly AgreedRow[]
  statistics: Statistics
}
/** `limit`: the smallest group that is told; `round`: how a count is. */
export type Telling = { limit: number; round: Rounding }

/** What the page shows: the funnel first, then rates per factor and level, then what the statistics may say of them. */
export function viewOf({ counts, reach, isNarrowed, tally, agreed, statistics }: Given, telling: Telling) {
  const { result, why, rows, hash } = statistics
  const { limit } = telling
  const factors = factorViews(tally, telling)
  const isInside = !leavesTeam(limit)
  const isModelTold = isInside || !hasHiddenGap(result, factors)
  return {
    ...totalsOf(counts, { ...telling, isNarrowed }),
    reach,
    figures: {
      answer: result?.time ? answerOf({ ...result.time, undated: statistics.undated }, isAllTold(counts, limit), telling) : null,
      change: changeOf(agreed, telling),
      kept: keptOf(agreed, telling),
    },
    factors,
    findings: result ? findingsOf(result, factors, limit) : [],
    method: result
      ? methodOf(result, { onePerClient: statistics.onePerClient, isTold: isModelTold, isInside, ...telling })
      : null,
    why,
    warnings: result ? tellable(result, { views: factors, isModelTold, ...telling }) : [],
    data: { rows, hash },
    limit,
  }
}

export type AnalyticsView = ReturnType<typeof viewOf>

/** Whether the cases the model leaves out are those of a gap that is hidden: less them, the total would tell how many they are. */
const hasHiddenGap = (result: Result | null, factors: readonly FactorView[]) =>
  factors.some(({ column, missing }) => result?.model.factors.includes(column) && missing !== null && 'hidden' in missing)

type Shown = Telling & { onePerClient: boolean; isTold: boolean; isInside: boolean }

/** How every figure of the page came about. `n` and `eventsPerParameter` are null where they would tell of a few. */
const methodOf = ({ model, multiplicity }: Result, { onePerClient, isTold, isInside, limit, round }: Shown) => ({
  model: model.method,
  n: isTold ? round(model.n) : null,
  parameters: model.parameters,
  eventsPerParameter: isTold && model.eventsPerParameter !== null ? perParameter(model, round) : null,
  adjustedFor: model.factors,
  tested: multiplicity.tested,
  onePerClient,
  /** How well the model tells cases it had not seen; inside the team only, as it rests on every count. */
  quality: isInside ? qualityOf(model, limit) : null,
})

const perParameter = ({ eventsPerParameter, parameters }: Result['model'], round: Rounding) =>
  round(Math.round((eventsPerParameter ?? 0) * parameters)) / Math.max(1, parameters)

function qualityOf({ auc, brier, calibration, deciles }: Result['model'], limit: number) {
  if (auc?.outOfSample == null || brier?.outOfSample == null || calibration?.slopeInterval == null) return null
  const { intercept, slope, slopeInterval } = calibration
  const area = { auc: auc.outOfSample, aucInterval: auc.outOfSampleDelong }
  const line = { intercept, slope: slope ?? 0, slopeInterval }
  return { ...area, brier: brier.outOfSample, plain: brier.null, ...line, deciles: decilesTold(deciles, limit) }
}

/** Groups of similar prediction, the small ones null. */
function decilesTold(deciles: Result['model']['deciles'], limit: number) {
  const cells = deciles.map(({ n, observed }) => ({ n, events: observed }))
  const hidden = hiddenCells(cells, limit)
  return deciles.map((decile, index) => (hidden[index] ? null : decile))
}

/** Days by which the shares are told: a month, and as long as is waited. */
const toldAfter = [30, 60] as const

/** Without a day of the answer for more of them than this, the others may be the quick ones, or those of one outcome. */
const mostUndated = 0.05

/**
 * How long an answer takes, and what had become of all versions by some days: the rest still waited. A day by which, or
 * since the day before it, something had become of a few only is left out. Nothing is said where the day of too many is not known.
 */
function answerOf({ undated, ...time }: Time & { undated: number }, isTold: boolean, telling: Telling) {
  const isWithheld = undated > mostUndated * (time.n + undated)
  const known = isWithheld || time.n === 0 ? { median: null, interval: null, shares: [] } : waitOf(time, isTold, telling)
  return { ...known, isWithheld, undated: undated < telling.limit ? 0 : telling.round(undated) }
}

function waitOf({ n, median, medianInterval: interval, ...curves }: Time, isTold: boolean, { limit, round }: Telling) {
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
  return { median, interval, shares: isTold ? apart.map((row) => sharesTold(row, n, round)) : [] }
}

const fates = ['approved', 'refused', 'withdrawn'] as const
type Shares = Record<(typeof fates)[number], number>
const nobodyYet: Shares = { approved: 0, refused: 0, withdrawn: 0 }

/** The shares of so many as their rounded counts have them. */
const sharesTold = (row: Shares & { day: number }, n: number, round: Rounding) => {
  const told = (share: number) => (round === exactly ? share : coarseShare(Math.min(1, round(Math.round(share * n)) / round(n))))
  return { day: row.day, approved: told(row.approved), refused: told(row.refused), withdrawn: told(row.withdrawn) }
}

/** Nothing of so few that it would tell of one. */
function changeOf(agreed: readonly AgreedRow[], { limit, round }: Telling) {
  const middle = middleChange(agreed)
  return middle === null || middle.n < limit ? null : { ...middle, n: round(middle.n) }
}

function keptOf(agreed: readonly AgreedRow[], { limit, round }: Telling) {
  const { n, events } = keptCount(agreed)
  return hiddenCells([{ n, events }], limit)[0] || n === 0 ? null : rateOf(round(events), round(events) + round(n - events))
}
