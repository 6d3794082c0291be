import { type CivilDate, daysInMonth, parts } from '@/lib/platform/dates'
import { actualOver, type DayCount, dayCounts, type MonthEnds, thirty } from '@/lib/schedules/day-count'
import { frenchActual, periodActual } from './actual-actual'

/** What a convention may need besides the two dates. */
export type Context = { reference?: [CivilDate, CivilDate]; terminationDate?: CivilDate }

/** Day count conventions by the names they go under; the first that matches is meant. */
const named: [RegExp, (context: Context) => DayCount][] = [
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
  const year = /^act(?:ual)?\/(36\d(?:\.25)?)/.exec(plain)?.[1]
  return year ? actualOver(year) : named.find(([pattern]) => pattern.test(plain))?.[1](context)
}

const bondEnds: MonthEnds = (from, to) => {
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
