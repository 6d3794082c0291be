import type { Interval } from '@/lib/statistics/numbers'
import { wilson } from '@/lib/statistics/proportions'
import { approvals } from './approval'
import type { Counts } from './first-versions.queries'
import { hiddenSlices } from './hidden-slices'
import type { Rounding } from './rounding'
import { hiddenCells, importedOf, leavesTeam } from './small-cells'

type Telling = { limit: number; isNarrowed: boolean; round: Rounding }

/**
 * Where each version stands and the rate of the decided. Of the whole office its team sees all of it; else the slices are
 * groups like any other: small ones are null, and with them every figure that would tell them.
 */
export function totalsOf(counts: Counts, telling: Telling) {
  const { importedBy } = counts
  const { limit, round } = telling
  const [hidden, slices] = [hiddenIn(counts, telling), fatesOf(counts).map(round)]
  const [approved = 0, refused = 0, pending = 0, countered = 0, unanswered = 0] = slices
  const isTold = !hidden.slice(0, 2).some(Boolean)
  const imported = { n: decidedIn(counts.by), importedBy }
  return {
    funnel: {
      ...peopleIn(counts, hidden, round),
      /** How many of the sent are past outcomes; null where that would tell of a few. */
      imported: importedOf({ n: counts.sent, imported: total(importedBy) }, { limit, round }),
      slices: approvals.map((approval, index) => ({ approval, n: hidden[index] ? null : (slices[index] ?? 0) })),
    },
    rate: isTold ? { ...rateOf(approved, approved + refused), imported: importedDecided(imported, telling) } : null,
    /** The rate if every open version were refused, and if every one were approved. */
    bounds: hidden.slice(0, 5).some(Boolean) ? null : boundsOf(approved, approved + refused, pending + countered + unanswered),
  }
}

/** Whether no fate is of so few that a share of it would tell of them. */
export const isAllTold = ({ by }: Counts, limit: number) => !hiddenSlices(by, limit).some(Boolean)

export const rateOf = (events: number, n: number) => ({
  n,
  events,
  estimate: n === 0 ? null : events / n,
  wilson: wilson(events, n),
})

const fatesOf = ({ by }: Counts) => approvals.map((approval) => by.get(approval) ?? 0)

const hiddenIn = (counts: Counts, { limit, isNarrowed }: Telling): boolean[] =>
  !leavesTeam(limit) && !isNarrowed ? approvals.map(() => false) : hiddenSlices(counts.by, limit, isNarrowed)

/** How many were sent and of how many clients: what is told of them adds up, and what is told of a few open ones does not. */
function peopleIn(counts: Counts, hidden: readonly boolean[], round: Rounding) {
  const [approved = 0, refused = 0, ...open] = fatesOf(counts)
  const areKindsTold = !hidden.slice(2).some(Boolean)
  const undecided = areKindsTold ? sumOf(open.map(round)) : round(sumOf(open))
  const sent = hidden[0] ? round(counts.sent) : round(approved) + round(refused) + undecided
  return { sent, clients: counts.clients === counts.sent ? sent : Math.min(sent, round(counts.clients)) }
}

const sumOf = (counts: readonly number[]) => counts.reduce((sum, n) => sum + n, 0)
const total = (by: Counts['by']) => sumOf([...by.values()])
const decidedIn = (by: Counts['by']) => (by.get('approved') ?? 0) + (by.get('refused') ?? 0)

/** How many of the decided were imported; null where the difference to all that were imported would tell of a few. */
function importedDecided({ n, importedBy }: { n: number; importedBy: Counts['by'] }, telling: Telling) {
  const imported = decidedIn(importedBy)
  const open = total(importedBy) - imported
  return hiddenCells([{ n: open, events: open }], telling.limit)[0] ? null : importedOf({ n, imported }, telling)
}

const boundsOf = (events: number, decided: number, open: number): Interval | null =>
  decided + open === 0 ? null : [events / (decided + open), (events + open) / (decided + open)]
