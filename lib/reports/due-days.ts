import type { ReportPeriod, Rhythm } from '@/db/vocabulary-jobs'
import { chinaCalendar } from '@/lib/platform/china-calendar'
import { addDays, addMonths, type CivilDate, civilDate, parts, weekday } from '@/lib/platform/dates'
import { isWorkingDay, workingDayOnOrAfter } from '@/lib/platform/working-days'

/** `day` of a week from Monday 1; of a month, 31 its last; 0 with every working day. */
export type Beat = { rhythm: Rhythm; day: number }

/** How far back something that was missed is made up for, in days. */
const lookBack = 14

/** A day a report belongs to, and the working day on which it is made: the same, or the next after a holiday. */
export type Due = { day: CivilDate; madeOn: CivilDate }

/** Whether a day fits its rhythm. */
export const fits = ({ rhythm, day }: Beat): boolean => ranges[rhythm].includes(day)

const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1)
const ranges: Record<Rhythm, readonly number[]> = { DAILY: [0], WEEKLY: upTo(7), MONTHLY: upTo(31) }

/** Every day of a rhythm whose report is to be made by `today`, newest first; of what was missed the last fortnight. */
export function dueBy(today: CivilDate, beat: Beat): Due[] {
  const days = Array.from({ length: lookBack }, (_, back) => addDays(today, -back)).filter((day) => isBeat(day, beat))
  const due = days
    .map((day) => ({ day, madeOn: workingDayOnOrAfter(day, chinaCalendar) }))
    .filter(({ madeOn }) => madeOn <= today)
  // Of days, the last tells all that the ones before told.
  return beat.rhythm === 'DAILY' ? due.slice(0, 1) : due
}

/** The next day of a rhythm after `today` on which a report is made. */
export function nextAfter(today: CivilDate, beat: Beat): CivilDate {
  for (let ahead = 1; ; ahead += 1) {
    const day = addDays(today, ahead)
    if (isBeat(day, beat)) return workingDayOnOrAfter(day, chinaCalendar)
  }
}

const isBeat = (date: CivilDate, { rhythm, day }: Beat): boolean => beats[rhythm](date, day)

const beats: Record<Rhythm, (date: CivilDate, day: number) => boolean> = {
  DAILY: (date) => isWorkingDay(date, chinaCalendar),
  WEEKLY: (date, day) => weekday(date) === day,
  MONTHLY(date, day) {
    const { year, month } = parts(date)
    return date === civilDate(year, month, day)
  },
}

/** The whole week (Monday to Sunday), month or quarter before the one a day is in; both days included. */
export function periodBefore(day: CivilDate, period: ReportPeriod): { from: CivilDate; to: CivilDate } {
  const next = starts[period](day)
  return { from: starts[period](addDays(next, -1)), to: addDays(next, -1) }
}

/** The first day of the week, month or quarter a day is in. */
const starts: Record<ReportPeriod, (day: CivilDate) => CivilDate> = {
  LAST_WEEK: (day) => addDays(day, 1 - weekday(day)),
  LAST_MONTH: (day) => addDays(day, 1 - parts(day).day),
  LAST_QUARTER(day) {
    const { month } = parts(day)
    return addMonths(addDays(day, 1 - parts(day).day), -((month - 1) % 3))
  },
}
