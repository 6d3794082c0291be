import { analyse } from '@/lib/analysis/analyse'
import type { Result } from '@/lib/analysis/result'
import type { CivilDate } from '@/lib/platform/dates'
import { money, sum, toText } from '@/lib/platform/money'
import type { Interval } from '@/lib/statistics/numbers'
import { wilson } from '@/lib/statistics/proportions'
import type { Approval } from './approval'
import { factorViews } from './factor-view'
import { findingsOf } from './findings'
import { sheetOf, specFor } from './sheet'
import { hiddenCells, smallest } from './small-cells'
import type { Version } from './version'
import { tellable } from './warnings'

/** What the page shows: the funnel first, then rates per factor and level, then what the statistics may say of them. */
export function viewOf(versions: readonly Version[], { limit, today }: { limit: number; today: CivilDate }) {
  const decided = versions.filter(({ approval }) => approval === 'approved' || approval === 'refused')
  const result = resultOf(versions, today)
  const factors = factorViews(decided, limit)
  return {
    ...totalsOf(versions, limit),
    figures: {
      answer: result?.time ? { median: result.time.median, interval: result.time.medianInterval } : null,
      change: changeOf(decided, limit),
      kept: keptOf(decided, limit),
    },
    factors,
    findings: result ? findingsOf(result, factors, limit) : [],
    method: result ? methodOf(result) : null,
    warnings: result ? tellable(result.warnings, factors) : [],
    limit,
  }
}

export type AnalyticsView = ReturnType<typeof viewOf>
export const approvals: readonly Approval[] = ['approved', 'refused', 'pending', 'countered', 'no_response', 'withdrawn']

/** The statistics run while the reader waits: with more versions than this there are rates only, until the filter is narrower. */
export const mostAnalysed = 10_000

function resultOf(versions: readonly Version[], today: CivilDate): Result | null {
  if (versions.length > mostAnalysed) return null
  const sheet = sheetOf(versions, today)
  const answer = analyse(sheet, specFor(sheet))
  return 'result' in answer ? answer.result : null
}

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
function totalsOf(versions: readonly Version[], limit: number) {
  const counts = approvals.map((approval) => versions.filter((version) => version.approval === approval).length)
  const slices = counts.map((n) => ({ n, events: 0 }))
  const hidden = limit >= smallest.outside ? hiddenCells(slices, limit) : counts.map(() => false)
  const [approved = 0, refused = 0, pending = 0, countered = 0] = counts
  const isTold = !hidden.slice(0, 2).some(Boolean)
  return {
    funnel: {
      sent: versions.length,
      clients: new Set(versions.map(({ client_id: id }) => id)).size,
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
