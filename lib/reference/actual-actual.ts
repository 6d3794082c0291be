import { addMonths, type CivilDate, civilDate, daysBetween, isLeapYear, parts } from '@/lib/platform/dates'
import { type Rate, rate, zero } from '@/lib/platform/money'
import type { DayCount } from '@/lib/schedules/day-count'

/**
 * ISMA rule 251: days over the days of the reference period, times its length in months. Without one, the period counted is
 * its own reference.
 */
export const periodActual = (reference?: [CivilDate, CivilDate]): DayCount => ({
  days: daysBetween,
  years: (from, to) => overReference(from, to, reference ?? [from, to]),
})

/** AFB: whole years counted back from the end, the rest over 366 where it holds a 29 February. */
export const frenchActual: DayCount = { days: daysBetween, years: wholeYearsBack }

function overReference(from: CivilDate, to: CivilDate, [start, end]: [CivilDate, CivilDate]): Rate {
  if (from >= to) return zero
  const months = monthsOf(start, end)
  if (from < start) {
    const before: [CivilDate, CivilDate] = [addMonths(start, -months), start]
    const inBefore = overReference(from, to < start ? to : start, before)
    return to <= start ? inBefore : inBefore.plus(overReference(start, to, [start, end]))
  }
  if (to <= end) return rate(daysBetween(from, to)).div(daysBetween(start, end)).times(months).div(12)
  return overReference(from, end, [start, end]).plus(overReference(end, to, [end, addMonths(end, months)]))
}

const monthsOf = (start: CivilDate, end: CivilDate): number => Math.max(1, Math.round((daysBetween(start, end) * 12) / 365))

function wholeYearsBack(from: CivilDate, to: CivilDate): Rate {
  let end = to
  let years = 0
  for (let before = yearBefore(end); before >= from; before = yearBefore(end)) {
    end = before
    years += 1
  }
  return rate(daysBetween(from, end))
    .div(holdsLeapDay(from, end) ? 366 : 365)
    .plus(years)
}

function yearBefore(date: CivilDate): CivilDate {
  const { year, month, day } = parts(date)
  return month === 2 && day === 28 ? civilDate(year - 1, 2, 29) : civilDate(year - 1, month, day)
}

const holdsLeapDay = (from: CivilDate, to: CivilDate): boolean =>
  [parts(from).year, parts(to).year].some((year) => isLeapYear(year) && from <= `${year}-02-29` && to > `${year}-02-29`)
