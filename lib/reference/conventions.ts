import { type CivilDate, daysBetween, daysInMonth, isLeapYear, parts } from '@/lib/platform/dates'
import { one, rate } from '@/lib/platform/money'
import { actualOver, type DayCount, dayCounts, type MonthEnds, thirty } from '@/lib/schedules/day-count'
import { frenchActual, periodActual } from './actual-actual'

/** What a convention may need besides the two dates. */
export type Context = { reference?: [CivilDate, CivilDate]; terminationDate?: CivilDate }

/** Day count conventions by the names they go under; the first that matches is meant. */
const named: [RegExp, (context: Context) => DayCount][] = [
  [/^nl\/365|no.?leap/, () => noLeap],
  [/^1\/1$|^one$/, () => ({ days: daysBetween, years: () => one })],
  [/^simple/, () => simple],
  [/^(act|actual)\/(act|actual).*(isma|icma|bond)/, ({ reference }) => periodActual(reference)],
  [/^(act|actual)\/(act|actual).*(afb|euro)/, () => frenchActual],
  [/^(act|actual)\/(act|actual)/, () => dayCounts['actual/actual']],
  [/30e\/360.*isda|german/, ({ terminationDate }) => thirty(germanEnds(terminationDate))],
  [/30e\/360|euro|30s\/360/, () => dayCounts['30e/360']],
  [/italian/, () => thirty(italianEnds)],
  [/nasd/, () => thirty(bondEnds)],
  [/30u\/360|\bus\b|\busa\b/, () => thirty(americanEnds)],
  [/30\/365/, () => thirty(bondEnds, 365)],
  [/30a?\/360|bond|isma/, () => thirty(bondEnds)],
]

/** The convention of that name; undefined for a name nobody knows. */
export function conventionOf(name: string, context: Context): DayCount | undefined {
  const plain = name.toLowerCase()
  const year = /^act(?:ual)?\/(36\d(?:\.25)?)(?![.\dl])/.exec(plain)?.[1]
  if (year && !plain.includes('leap')) return actualOver(year)
  return named.find(([pattern]) => pattern.test(plain))?.[1](context)
}

/** Days but no 29 February, over 365. */
const noLeap: DayCount = { days: withoutLeapDays, years: (from, to) => rate(withoutLeapDays(from, to)).div(365) }

function withoutLeapDays(from: CivilDate, to: CivilDate): number {
  const years = Array.from({ length: parts(to).year - parts(from).year + 1 }, (_, index) => parts(from).year + index)
  const leapDays = years.filter((year) => isLeapYear(year) && from < `${year}-02-29` && `${year}-02-29` <= to)
  return daysBetween(from, to) - leapDays.length
}

/** Whole months between like days of the month, else months of thirty days. */
const simple: DayCount = {
  days: thirty(bondEnds).days,
  years: (from, to) => {
    const [a, b] = [parts(from), parts(to)]
    const isWhole = a.day === b.day || (a.day > b.day && endsMonth(to)) || (a.day < b.day && endsMonth(from))
    return isWhole ? rate((b.year - a.year) * 12 + b.month - a.month).div(12) : thirty(bondEnds).years(from, to)
  },
}

function endsMonth(date: CivilDate): boolean {
  const { year, month, day } = parts(date)
  return day === daysInMonth(year, month)
}

function bondEnds(from: CivilDate, to: CivilDate): ReturnType<MonthEnds> {
  const first = Math.min(parts(from).day, 30)
  return { first, second: first === 30 ? Math.min(parts(to).day, 30) : parts(to).day }
}

/** The bond basis with the end of February counted as the 30th where the period starts on it. */
const americanEnds: MonthEnds = (from, to) => {
  if (!endsFebruary(from)) return bondEnds(from, to)
  return { first: 30, second: endsFebruary(to) ? 30 : Math.min(parts(to).day, 30) }
}

/** Every month's end is the 30th, but not the end of February on which the whole agreement ends. */
const germanEnds =
  (terminationDate: CivilDate | undefined): MonthEnds =>
  (from, to) => ({
    first: endsFebruary(from) ? 30 : Math.min(parts(from).day, 30),
    second: endsFebruary(to) && to !== terminationDate ? 30 : Math.min(parts(to).day, 30),
  })

const italianEnds: MonthEnds = (from, to) => ({ first: italianDay(from), second: italianDay(to) })

function italianDay(date: CivilDate): number {
  const { month, day } = parts(date)
  return month === 2 && day > 27 ? 30 : Math.min(day, 30)
}

function endsFebruary(date: CivilDate): boolean {
  const { year, month, day } = parts(date)
  return month === 2 && day === daysInMonth(year, 2)
}
