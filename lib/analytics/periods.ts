import { addDays, addMonths, type CivilDate, civilDate, parts } from '@/lib/platform/dates'
import { leavesTeam } from './small-cells'

type Period = { from: CivilDate | null; to: CivilDate | null }

/** What periods are whole ones of: the team needs a finer grain than others. */
export type Unit = 'month' | 'quarter'
export const unitFor = (limit: number): Unit => (leavesTeam(limit) ? 'quarter' : 'month')

/** Versions sent in one unit, named by its first day, of how many clients, and how many were approved and refused. */
export type UnitCount = { first: CivilDate; sent: number; clients: number; approved: number; refused: number }
type Stretch = { first: CivilDate; last: CivilDate }

/** Units that are told as one: from the first day of `first` to the end of the unit that begins on `end`. */
type Joined = UnitCount & { end: CivilDate }

/**
 * Units in order, joined to stretches that may each be told: of enough versions and people, and of no few approved or
 * refused. Every answer is of whole stretches, so that no two of them leave a difference of a few: neither at an end nor in the
 * middle. Units between two stretches, of which nothing was sent, belong to neither.
 */
export function stretchesOf(units: readonly UnitCount[], limit: number): Stretch[] {
  const found: Joined[] = []
  for (const unit of units) {
    const [open, own] = [found.at(-1), { ...unit, end: unit.first }]
    if (open === undefined || isToldOf(open, limit)) found.push(own)
    else found.splice(-1, 1, joined(open, own))
  }
  // What is left at the end is too little by itself: it belongs to the stretch before, and both to one earlier if need be.
  for (let [before, last] = found.slice(-2); before && last && !isToldOf(last, limit); [before, last] = found.slice(-2))
    found.splice(-2, 2, joined(before, last))
  return found.map(({ first, end }) => ({ first, last: unitAround(end, unitFor(limit)).last }))
}

const isToldOf = ({ sent, clients, approved, refused }: UnitCount, limit: number) =>
  Math.min(sent, clients) >= limit && [approved, refused].every((n) => n === 0 || n >= limit)

/** One person may be in both: as many as in the larger there are for certain. */
const joined = (a: Joined, b: Joined): Joined => ({
  ...{ first: a.first, end: b.end },
  sent: a.sent + b.sent,
  clients: Math.max(a.clients, b.clients),
  approved: a.approved + b.approved,
  refused: a.refused + b.refused,
})

/**
 * A period as it may be told: widened to whole units, and these to whole stretches. Two periods a day apart would otherwise tell
 * by their difference what became of the one case between them.
 */
export function toldPeriod<Asked extends Period>(asked: Asked, units: readonly UnitCount[], limit: number): Asked {
  const stretches = stretchesOf(units, limit)
  const around = (day: CivilDate) => within(day, stretches) ?? unitAround(day, unitFor(limit))
  return {
    ...asked,
    from: asked.from === null ? null : around(asked.from).first,
    to: asked.to === null ? null : around(asked.to).last,
  }
}

/** The first day of the stretch a unit lies in, by the unit's first day. */
export const stretchAround = (first: CivilDate, stretches: readonly Stretch[]): CivilDate =>
  within(first, stretches)?.first ?? first

/** The stretch a day lies in; none, where nothing was sent around it. */
const within = (day: CivilDate, stretches: readonly Stretch[]) => stretches.find(({ first, last }) => first <= day && day <= last)

const monthsIn: Record<Unit, number> = { month: 1, quarter: 3 }

/** First and last day of the unit a day lies in. */
function unitAround(day: CivilDate, unit: Unit): Stretch {
  const { year, month } = parts(day)
  const first = civilDate(year, month - ((month - 1) % monthsIn[unit]), 1)
  return { first, last: addDays(addMonths(first, monthsIn[unit]), -1) }
}
