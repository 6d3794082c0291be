import type { DayCount } from '@/lib/analysis/time-to-decision'
import { type CivilDate, daysBetween } from '@/lib/platform/dates'
import { approvalWindowDays } from './approval'
import type { DayRow } from './patterns'
import type { Version } from './version'

/** How each version stands after how many days. */
export const dayRowsOf = (versions: readonly Version[], today: CivilDate): DayRow[] =>
  versions.map((version) => ({ approval: version.approval, days: daysOf(version, today), n: 1 }))

/** How long versions waited, and what ended them; those without a day are in no curve. */
export const waitsOf = (rows: readonly DayRow[]): DayCount[] => rows.flatMap(endOf)

/** How many versions have no day to count to: answered, as imported, on a day nobody wrote down. */
export const undatedIn = (rows: readonly DayRow[]): number =>
  rows.reduce((total, { days, n }) => (days === null ? total + n : total), 0)

/**
 * How the versions of a day ended. A version that was withdrawn or replaced can no longer be answered: that is an end of its
 * own and not a longer wait (Aalen & Johansen 1978). A counter-offer is no answer yet, and 60 days are as long as is waited.
 */
const endOf = ({ approval, days, n }: DayRow): DayCount[] =>
  days === null ? [] : [{ time: days, cause: ends[approval] ?? null, count: n }]
const ends: Record<string, DayCount['cause']> = { approved: 'approved', refused: 'rejected', withdrawn: 'withdrawn' }

/** Days from sending to the end, or waited so far; null where the day of the end is not known. */
function daysOf(version: Version, today: CivilDate): number | null {
  if (version.approval === 'no_response') return approvalWindowDays
  const end = endDay(version, today)
  return end === null ? null : Math.max(0, daysBetween(version.sent_on, end))
}

function endDay(
  { approval, is_imported: isImported, decided_on: decidedOn, taken_back_on: takenBackOn }: Version,
  today: CivilDate,
) {
  if (approval === 'pending') return today
  if (approval === 'withdrawn') return takenBackOn
  // What was imported and never dated waits no longer than it did; how long that was nobody knows.
  return decidedOn ?? (approval === 'countered' && !isImported ? today : null)
}
