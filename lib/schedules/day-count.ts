import { type CivilDate, daysBetween, isLeapYear, parts } from '@/lib/platform/dates'
import { type Rate, rate, zero } from '@/lib/platform/money'

export type DayCount = { days: (from: CivilDate, to: CivilDate) => number; years: (from: CivilDate, to: CivilDate) => Rate }

/** The days of the month that a 30/360 convention counts for the two ends of a period. */
export type MonthEnds = (from: CivilDate, to: CivilDate) => { first: number; second: number }

/** Days and fractions of a year between two dates (ISDA 2006 definitions, section 4.16). */
export const dayCounts = {
  'actual/365': actualOver('365'),
  'actual/364': actualOver('364'),
  'actual/360': actualOver('360'),
  'actual/actual': { days: daysBetween, years: actualActual },
  '30e/360': thirty((from, to) => ({ first: Math.min(parts(from).day, 30), second: Math.min(parts(to).day, 30) })),
} as const satisfies Record<string, DayCount>

export function actualOver(daysInYear: string): DayCount {
  return { days: daysBetween, years: (from, to) => rate(daysBetween(from, to)).div(daysInYear) }
}

/** Months of thirty days; conventions differ only in how they shorten a month's end. */
export function thirty(monthEnds: MonthEnds, daysInYear = 360): DayCount {
  const days = (from: CivilDate, to: CivilDate) => {
    const a = parts(from)
    const b = parts(to)
    const { first, second } = monthEnds(from, to)
    return 360 * (b.year - a.year) + 30 * (b.month - a.month) + (second - first)
  }
  return { days, years: (from, to) => rate(days(from, to)).div(daysInYear) }
}

/** Days in leap years over 366 plus days in other years over 365. */
function actualActual(from: CivilDate, to: CivilDate): Rate {
  const start = parts(from).year
  const end = parts(to).year
  let years = zero
  for (let year = start; year <= end; year++) {
    const first = year === start ? from : `${year}-01-01`
    const last = year === end ? to : `${year + 1}-01-01`
    years = years.plus(rate(daysBetween(first, last)).div(isLeapYear(year) ? 366 : 365))
  }
  return years
}
