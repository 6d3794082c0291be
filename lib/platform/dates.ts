/** A day on the calendar as 'YYYY-MM-DD', without time or zone. Plain text, so that it sorts and travels as it is. */
export type CivilDate = string

const shape = /^(\d{4})-(\d{2})-(\d{2})$/
const msPerDay = 86_400_000

/** The date where the text is a real day of the calendar ('2026-02-30' is not), undefined otherwise. Full-width digits are folded. */
export function parseCivilDate(text: string): CivilDate | undefined {
  const plain = text.normalize('NFKC').trim()
  return shape.test(plain) && fromDayNumber(dayNumber(plain)) === plain ? plain : undefined
}

export const isCivilDate = (text: string): boolean => parseCivilDate(text) === text

/** Between 1900 and 2199: of such a day every other one that follows from it is a day of the calendar, too. */
export const isNearDay = (date: CivilDate): boolean => date >= '1900-01-01' && date < '2200-01-01'

/** The day it is at `instant` in an IANA zone such as 'Asia/Shanghai'. An unknown zone throws a RangeError. */
export const civilDateIn = (instant: Date, zone: string): CivilDate => formatterFor(zone).format(instant)

export const addDays = (date: CivilDate, days: number): CivilDate => fromDayNumber(dayNumber(date) + days)

/**
 * The same day of the month `months` later (or earlier), or the month's last day where there is none. `seedDay` keeps a
 * series on its own day: from 2023-02-28 with seed day 31 the next month gives 2023-03-31, not the 28th.
 */
export function addMonths(date: CivilDate, months: number, seedDay = dayOfMonth(date)): CivilDate {
  const { year, month } = parts(date)
  const first = year * 12 + (month - 1) + months
  return civilDate(Math.floor(first / 12), (first % 12) + 1, seedDay)
}

/** A date from its numbers; a day beyond the month's end becomes its last day. */
export function civilDate(year: number, month: number, day: number): CivilDate {
  const clamped = Math.min(day, daysInMonth(year, month))
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(clamped, 2)}`
}

/** Days from the first date to the second: 1 for the next day, negative backwards. */
export const daysBetween = (from: CivilDate, to: CivilDate): number => dayNumber(to) - dayNumber(from)

/** Monday is 1, Sunday is 7. */
export const weekday = (date: CivilDate): number => ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1

export const daysInMonth = (year: number, month: number): number => {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

export const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

/** Negative, zero or positive, for sorting the earlier date first. */
export const compareDates = (a: CivilDate, b: CivilDate): number => (a < b ? -1 : a > b ? 1 : 0)

export const earlier = (a: CivilDate, b: CivilDate): CivilDate => (a < b ? a : b)
export const later = (a: CivilDate, b: CivilDate): CivilDate => (a > b ? a : b)

/** Year, month (1 to 12) and day of a date. Text that is no date is a bug and throws. */
export function parts(date: CivilDate): { year: number; month: number; day: number } {
  const [, year, month, day] = shape.exec(date) ?? []
  if (!year || !month || !day) throw new Error(`Not a civil date: ${date}`)
  return { year: whole(year), month: whole(month), day: whole(day) }
}

export const dayOfMonth = (date: CivilDate): number => parts(date).day

const whole = (digits: string) => Number.parseInt(digits, 10)
const pad = (value: number, width: number) => value.toString().padStart(width, '0')

/** Days since 1970-01-01. */
function dayNumber(date: CivilDate): number {
  const { year, month, day } = parts(date)
  return Date.UTC(year, month - 1, day) / msPerDay
}

const fromDayNumber = (days: number): CivilDate => new Date(days * msPerDay).toISOString().slice(0, 10)

// Building a formatter costs far more than using one, and a board asks for thousands of dates in one zone.
const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterFor(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone)
  if (known) return known
  // Swedish writes dates as ISO 8601 does.
  const made = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
  formatters.set(zone, made)
  return made
}
