import type { FactorValue } from '@/db/schema/proposals'
import type { Interval } from '@/lib/statistics/numbers'
import { wilson } from '@/lib/statistics/proportions'
import type { Approval } from './approval'
import { bandsOf, levelOf, shownFactors } from './levels'
import { hiddenCells } from './small-cells'

export type Version = {
  case_id: string
  client_id: string
  sent_at: Date
  decided_on: string | null
  values: Record<string, FactorValue>
  approval: Approval
}

/** A group: its size, approvals and rate, or nothing where it is too small to be told. */
export type Level = { level: string; n: number; events: number; rate: number; wilson: Interval } | { level: string; hidden: true }
export type FactorView = { column: string; levels: Level[]; missing: number }

/** What the page shows: the funnel first, then counts, rates and intervals per factor and level. */
export function viewOf(versions: readonly Version[], limit: number) {
  const decided = versions.filter(({ approval }) => approval === 'approved' || approval === 'refused')
  const events = decided.filter(({ approval }) => approval === 'approved').length
  const open = versions.filter(({ approval }) => approval === 'pending' || approval === 'countered').length
  return {
    funnel: { sent: versions.length, ...countBy(versions), clients: new Set(versions.map(({ client_id: id }) => id)).size },
    rate: {
      n: decided.length,
      events,
      estimate: decided.length === 0 ? null : events / decided.length,
      wilson: wilson(events, decided.length),
    },
    /** The rate if every open version were refused, and if every one were approved. */
    bounds: boundsOf(events, decided.length, open),
    medianDays: medianDays(decided),
    factors: Object.keys(shownFactors).map((column) => factorView(column, decided, limit)),
    limit,
  }
}

export type AnalyticsView = ReturnType<typeof viewOf>

export const approvals: readonly Approval[] = ['approved', 'refused', 'pending', 'countered', 'no_response', 'withdrawn']
const countBy = (versions: readonly Version[]): Record<Approval, number> => {
  const counts = { approved: 0, refused: 0, pending: 0, countered: 0, no_response: 0, withdrawn: 0 }
  for (const { approval } of versions) counts[approval] += 1
  return counts
}

const boundsOf = (events: number, decided: number, open: number): Interval | null =>
  decided + open === 0 ? null : [events / (decided + open), (events + open) / (decided + open)]

/** Days from sending to the answer, of those answered; the waiting ones make the true middle later. */
function medianDays(decided: readonly Version[]) {
  const days = decided
    .flatMap(({ sent_at: sentAt, decided_on: on }) =>
      on === null ? [] : [Math.max(0, Math.round((Date.parse(on) - sentAt.getTime()) / 86_400_000))],
    )
    .sort((a, b) => a - b)
  const middle = days.length / 2
  if (days.length === 0) return null
  return days.length % 2 === 1 ? (days[Math.floor(middle)] ?? null) : ((days[middle - 1] ?? 0) + (days[middle] ?? 0)) / 2
}

function factorView(column: string, decided: readonly Version[], limit: number): FactorView {
  const shown = shownFactors[column]
  if (shown === undefined) return { column, levels: [], missing: 0 }
  const groups = new Map<string, { n: number; events: number }>(orderOf(shown).map((level) => [level, { n: 0, events: 0 }]))
  let missing = 0
  for (const { values, approval } of decided) {
    const level = levelOf(shown, values[shown.id])
    if (level === null) missing += 1
    else tally(groups, level, approval === 'approved')
  }
  const cells = inOrder(
    shown,
    [...groups].filter(([, { n }]) => n > 0),
  )
  const hidden = hiddenCells(
    cells.map(([, cell]) => cell),
    limit,
  )
  return {
    column,
    missing,
    levels: cells.map(([level, cell], index) => (hidden[index] ? { level, hidden: true } : told(level, cell))),
  }
}

/** Bands keep their order, quarters run in time, other categories go by size. */
function inOrder(shown: (typeof shownFactors)[string], cells: [string, { n: number; events: number }][]) {
  if (shown.kind === 'bands' || shown.kind === 'ordered') return cells
  const byName = shown.id === 'F-26' || shown.kind === 'flag'
  return cells.sort(([a, x], [b, y]) => (byName ? 0 : y.n - x.n) || (a < b ? -1 : 1))
}

function tally(groups: Map<string, { n: number; events: number }>, level: string, isEvent: boolean) {
  const { n, events } = groups.get(level) ?? { n: 0, events: 0 }
  groups.set(level, { n: n + 1, events: events + (isEvent ? 1 : 0) })
}

const told = (level: string, { n, events }: { n: number; events: number }): Level => ({
  level,
  n,
  events,
  rate: events / n,
  wilson: wilson(events, n),
})

const orderOf = (shown: (typeof shownFactors)[string]): readonly string[] => {
  if (shown.kind === 'bands') return bandsOf(shown.limits)
  return shown.kind === 'ordered' ? shown.levels : []
}
