import { addDays, type CivilDate, weekday } from './dates'

/** The office's own table: days off beside weekends, and weekend days made working days (调休). */
export type WorkingCalendar = { daysOff: ReadonlySet<CivilDate>; extraWorkingDays: ReadonlySet<CivilDate> }

export const isWorkingDay = (date: CivilDate, calendar: WorkingCalendar): boolean =>
  calendar.extraWorkingDays.has(date) || (weekday(date) < 6 && !calendar.daysOff.has(date))

/** The date itself where it is a working day, otherwise the next one: how a due date on a holiday moves. */
export const workingDayOnOrAfter = (date: CivilDate, calendar: WorkingCalendar): CivilDate =>
  isWorkingDay(date, calendar) ? date : addWorkingDays(date, 1, calendar)

/** The date `days` working days later; the starting day is not counted. */
export function addWorkingDays(date: CivilDate, days: number, calendar: WorkingCalendar): CivilDate {
  let current = date
  for (let left = days; left > 0; ) {
    current = addDays(current, 1)
    if (isWorkingDay(current, calendar)) left -= 1
  }
  return current
}

/** Working days after `from` up to and including `to`; 0 when `to` is not later. */
export function workingDaysBetween(from: CivilDate, to: CivilDate, calendar: WorkingCalendar): number {
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if (isWorkingDay(day, calendar)) count += 1
  }
  return count
}
