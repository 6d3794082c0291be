import type { Result } from '@/lib/analysis/result'
import { money, sum, toText } from '@/lib/platform/money'
import type { Interval } from '@/lib/statistics/numbers'
import { wilson } from '@/lib/statistics/proportions'
import { type Approval, isDecided } from './approval'
import { factorViews } from './factor-view'
import { findingsOf } from './findings'
import type { Counts } from './first-versions.queries'
import { hiddenCells, smallest } from './small-cells'
import type { Statistics } from './statistics'
import type { Version } from './version'
import { tellable } from './warnings'

type Given = { counts: Counts; versions: readonly Version[]; statistics: Statistics }

/** What the page shows: the funnel first, then rates per factor and level, then what the statistics may say of them. */
export function viewOf({ counts, versions, statistics }: Given, limit: number) {
  const decided = versions.filter(({ approval }) => isDecided(approval))
  const { result, why, rows, hash } = statistics
  const factors = factorViews(decided, limit)
  return {
    ...totalsOf(counts, limit),
    figures: {
      answer: result?.time ? { median: result.time.median, interval: result.time.medianInterval } : null,
      change: changeOf(decided, limit),
      kept: keptOf(decided, limit),
    },
    factors,
    findings: result ? findingsOf(result, factors, limit) : [],
    method: result ? methodOf(result) : null,
    why,
    warnings: result ? tellable(result.warnings, factors) : [],
    data: { rows, hash },
    limit,
  }
}

export type AnalyticsView = ReturnType<typeof viewOf>
export const approvals: readonly Approval[] = ['approved', 'refused', 'pending', 'countered', 'no_response', 'withdrawn']

/** How every figure of the page came about. */
const methodOf = ({ model, multiplicity }: Result) => ({
  model: model.method,
  n: model.n,
  parameters: model.parameters,
  eventsPerParameter: model.eventsPerParameter,
  adjustedFor: model.factors,
  tested: multiplicity.tested,
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

/** The middle change of the monthly payment among the approved, CNY. */
function changeOf(decided: readonly Version[], limit: number) {
  const changes = decided
    .flatMap(({ approval, change }) => (approval === 'approved' && change !== null ? [money(change)] : []))
    .sort((a, b) => a.cmp(b))
  const middle = changes.slice(Math.ceil(changes.length / 2) - 1, Math.floor(changes.length / 2) + 1)
  if (changes.length < limit) return null
  return { n: changes.length, median: toText(sum(middle).div(middle.length)) }
}

/** How many agreements kept their first six months, of those whose six months are over. */
function keptOf(decided: readonly Version[], limit: number) {
  const known = decided.flatMap(({ kept }) => (kept === null ? [] : [kept]))
  const events = known.filter(Boolean).length
  return hiddenCells([{ n: known.length, events }], limit)[0] || known.length === 0 ? null : rateOf(events, known.length)
}
