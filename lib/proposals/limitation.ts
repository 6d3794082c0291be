import { addMonths, type CivilDate } from '@/lib/platform/dates'

/** Half a year before the three years are over the counsellor is asked to look [民法典总则 188]. */
const monthsBeforeDoubt = 30

/**
 * Whether what is unpaid since a day may be barred soon or already, unless that was interrupted: an answer that the period is
 * not near its end is then to be looked at again.
 */
export const mayBeBarred = (oldestDueOn: CivilDate | null, today: CivilDate): boolean =>
  oldestDueOn !== null && addMonths(oldestDueOn, monthsBeforeDoubt) <= today
