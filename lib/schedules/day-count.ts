import { type CivilDate, daysBetween, daysInMonth, isLeapYear, parts } from '@/lib/platform/dates'
import { type Rate, rate, zero } from '@/lib/platform/money'

/**
 * Days and fractions of a year between two dates under the conventions of ISDA 2006, section 4.16. The three 30/360
 * variants differ in how they shorten a month end: `30/360` is the bond basis, `30e/360` the eurobond basis.
 */
export const dayCounts = {
  'actual/365': { days: daysBetween, years: (from, to) => rate(daysBetween(from, to)).div(365) },
  'actual/364': { days: daysBetween, years: (from, to) => rate(daysBetween(from, to)).div(364) },
  'actual/360': { days: daysBetween, years: (from, to) => rate(daysBetween(from, to)).div(360) },
  'actual/365.25': { days: daysBetween, years: (from, to) => rate(daysBetween(from, to)).div('365.25') },
  'actual/actual': { days: daysBetween, years: actualActual },
  '30/360': thirty(bondMonthEnds),
  '30e/360': thirty(euroMonthEnds),
  '30/360 us': thirty(usMonthEnds),
  '30/360 italian': thirty(italianMonthEnds),
  '30/360 nasd': thirty(nasdMonthEnds),
} as const satisfies Record<string, DayCount>

type DayCount = { days: (from: CivilDate, to: CivilDate) => number; years: (from: CivilDate, to: CivilDate) => Rate }
type Ends = { from: CivilDate; to: CivilDate }
/** The two days of the month as the convention counts them; `carry` moves the second date into the next month. */
type MonthEnds = (ends: Ends) => { first: number; second: number }

function thirty(monthEnds: MonthEnds): DayCount {
  const days = (from: CivilDate, to: CivilDate) => {
    const a = parts(from)
    const b = parts(to)
    const { first, second } = monthEnds({ from, to })
    return 360 * (b.year - a.year) + 30 * (b.month - a.month) + (second - first)
  }
  return { days, years: (from, to) => rate(days(from, to)).div(360) }
}

function bondMonthEnds({ from, to }: Ends) {
  const first = Math.min(parts(from).day, 30)
  const day = parts(to).day
  return { first, second: day === 31 && first === 30 ? 30 : day }
}

function euroMonthEnds({ from, to }: Ends) {
  return { first: Math.min(parts(from).day, 30), second: Math.min(parts(to).day, 30) }
}

/** Bond basis with the end of February counted as the 30th where the period starts on it (30U/360). */
function usMonthEnds({ from, to }: Ends) {
  const fromIsEnd = isEndOfFebruary(from)
  const first = fromIsEnd ? 30 : Math.min(parts(from).day, 30)
  const day = parts(to).day
  if (fromIsEnd && isEndOfFebruary(to)) return { first, second: 30 }
  return { first, second: day === 31 && first === 30 ? 30 : day }
}

function italianMonthEnds({ from, to }: Ends) {
  const shortened = (date: CivilDate) => {
    const { month, day } = parts(date)
    return (month === 2 && day > 27) || day === 31 ? 30 : day
  }
  return { first: shortened(from), second: shortened(to) }
}

/** A 31st reached from before the 30th counts as the first of the next month. */
function nasdMonthEnds({ from, to }: Ends) {
  const first = Math.min(parts(from).day, 30)
  const day = parts(to).day
  if (day !== 31) return { first, second: day }
  return { first, second: first < 30 ? 31 : 30 }
}

function isEndOfFebruary(date: CivilDate): boolean {
  const { year, month, day } = parts(date)
  return month === 2 && day === daysInMonth(year, 2)
}

/** Days in leap years over 366 plus days in other years over 365 (ISDA). */
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
