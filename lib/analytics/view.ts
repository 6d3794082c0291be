import type { Result, TimeResult as Time } from '@/lib/analysis/result'
import type { Interval } from '@/lib/statistics/numbers'
import { wilson } from '@/lib/statistics/proportions'
import { type AgreedRow, keptCount, middleChange } from './agreed'
import { approvals } from './approval'
import { factorViews, type Tally } from './factor-view'
import { findingsOf } from './findings'
import type { Counts } from './first-versions.queries'
import { hiddenCells, importedOf, smallest } from './small-cells'
import type { Statistics } from './statistics'
import { tellable } from './warnings'

type Given = { counts: Counts; tally: Tally; agreed: readonly AgreedRow[]; statistics: Statistics }

/** What the page shows: the funnel first, then rates per factor and level, then what the statistics may say of them. */
export function viewOf({ counts, tally, agreed, statistics }: Given, limit: number) {
  const { result, why, rows, hash } = statistics
  const factors = factorViews(tally, limit)
  return {
    ...totalsOf(counts, limit),
    figures: {
      answer: result?.time ? answerOf(result.time, isAllTold(counts, limit)) : null,
      change: changeOf(agreed, limit),
      kept: keptOf(agreed, limit),
    },
    factors,
    findings: result ? findingsOf(result, factors, limit) : [],
    method: result ? methodOf(result, statistics.onePerClient) : null,
    why,
    warnings: result ? tellable(result.warnings, factors) : [],
    data: { rows, hash },
    limit,
  }
}

export type AnalyticsView = ReturnType<typeof viewOf>

/** How every figure of the page came about. */
const methodOf = ({ model, multiplicity }: Result, onePerClient: boolean) => ({
  model: model.method,
  n: model.n,
  parameters: model.parameters,
  eventsPerParameter: model.eventsPerParameter,
  adjustedFor: model.factors,
  tested: multiplicity.tested,
  onePerClient,
})

/**
 * Where each version stands and the rate of the decided. Outside the team the slices are groups like any other: small
 * ones are null, and with them every figure that would tell them.
 */
function totalsOf({ sent, clients, by, importedBy }: Counts, limit: number) {
  const counts = approvals.map((approval) => by.get(approval) ?? 0)
  const slices = counts.map((n) => ({ n, events: 0 }))
  const hidden = limit >= smallest.outside ? hiddenCells(slices, limit) : counts.map(() => false)
  const [approved = 0, refused = 0, pending = 0, countered = 0] = counts
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
          imported: importedOf({ n: approved + refused, imported: decidedIn(importedBy) }, limit),
        }
      : null,
    /** The rate if every open version were refused, and if every one were approved. */
    bounds: hidden.slice(0, 4).some(Boolean) ? null : boundsOf(approved, approved + refused, pending + countered),
  }
}

const total = (by: Counts['by']) => [...by.values()].reduce((sum, n) => sum + n, 0)
const decidedIn = (by: Counts['by']) => (by.get('approved') ?? 0) + (by.get('refused') ?? 0)

/** Whether no fate is of so few that a share of it would tell of them. */
const isAllTold = ({ by }: Counts, limit: number) =>
  !hiddenCells(
    approvals.map((approval) => ({ n: by.get(approval) ?? 0, events: 0 })),
    limit,
  ).some(Boolean)

/** Days by which the shares are told: a month, and as long as is waited. */
const toldAfter = [30, 60] as const

/** How long an answer takes, and what had become of all versions by some days: the rest still waited. */
function answerOf({ median, medianInterval: interval, ...curves }: Time, isTold: boolean) {
  const shareBy = (curve: Time['approved'] = [], day: number) => curve.findLast(({ t }) => t <= day)?.cumulativeIncidence ?? 0
  const shares = toldAfter.map((day) => ({
    day,
    approved: shareBy(curves.approved, day),
    refused: shareBy(curves.rejected, day),
    withdrawn: shareBy(curves.withdrawn, day),
  }))
  return { median, interval, shares: isTold ? shares : [] }
}

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
