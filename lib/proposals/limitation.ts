import { addDays, addMonths, type CivilDate } from '@/lib/platform/dates'

/** Half a year before the three years are over the counsellor is asked to look [民法典总则 188]. */
export const monthsBeforeDoubt = 30

/**
 * Whether what is unpaid since a day may be barred soon or already, unless that was interrupted: an answer that the period is
 * not near its end is then to be looked at again.
 */
export const mayBeBarred = (oldestDueOn: CivilDate | null, today: CivilDate): boolean =>
  oldestDueOn !== null && addMonths(oldestDueOn, monthsBeforeDoubt) <= today

/** How long the period is [民法典总则 188]. */
export const monthsOfPeriod = 36
/** Days before its end in which the limitation period is named whatever was answered, as on the deadline radar. */
export const daysOfWarning = 90

/** The day on which the period that runs from a day ends. */
export const endOf = (from: CivilDate): CivilDate => addMonths(from, monthsOfPeriod)

/** The same, where that is near or past. */
export function nearEnd(from: CivilDate, today: CivilDate): CivilDate | undefined {
  const end = endOf(from)
  return end <= addDays(today, daysOfWarning) ? end : undefined
}
