import type { Result } from '@/lib/analysis/result'
import type { Interval } from '@/lib/statistics/numbers'
import { wilson } from '@/lib/statistics/proportions'
import { type AgreedRow, keptCount, middleChange } from './agreed'
import { approvals } from './approval'
import { factorViews, type Tally } from './factor-view'
import { findingsOf } from './findings'
import type { Counts } from './first-versions.queries'
import { hiddenCells, smallest } from './small-cells'
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
      answer: result?.time ? { median: result.time.median, interval: result.time.medianInterval } : null,
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
function totalsOf({ sent, clients, by }: Counts, limit: number) {
  const counts = approvals.map((approval) => by.get(approval) ?? 0)
  const slices = counts.map((n) => ({ n, events: 0 }))
  const hidden = limit >= smallest.outside ? hiddenCells(slices, limit) : counts.map(() => false)
  const [approved = 0, refused = 0, pending = 0, countered = 0] = counts
  const isTold = !hidden.slice(0, 2).some(Boolean)
  return {
    funnel: {
      sent,
      clients,
      slices: approvals.map((approval, index) => ({ approval, n: hidden[index] ? null : (counts[index] ?? 0) })),
    },
    rate: isTold ? rateOf(approved, approved + refused) : null,
    /** The rate if every open version were refused, and if every one were approved. */
    bounds: hidden.slice(0, 4).some(Boolean) ? null : boundsOf(approved, approved + refused, pending + countered),
  }
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
