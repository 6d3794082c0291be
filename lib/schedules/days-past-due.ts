import { type CivilDate, civilDateIn, daysBetween } from '@/lib/platform/dates'

/**
 * Days past due on a day: 0 all through the due date, 1 from the next midnight. Negative before the due date: days still
 * to run.
 */
export const daysPastDue = (due: CivilDate, today: CivilDate): number => daysBetween(due, today)

/** Days past due at an instant, the day being the one in `zone` ('Asia/Shanghai'). */
export const daysPastDueAt = (due: CivilDate, now: Date, zone: string): number => daysPastDue(due, civilDateIn(now, zone))
