import { addDays, addMonths, type CivilDate, dayOfMonth } from '@/lib/platform/dates'

/** How often an instalment falls due: every `count` days, weeks or months. */
export type Frequency = { count: number; unit: 'day' | 'week' | 'month' }

export const monthly: Frequency = { count: 1, unit: 'month' }

/** Reads '1 month', '2 weeks', '15 days', '1 quarter', 'year'; undefined for anything else. */
export function parseFrequency(text: string): Frequency | undefined {
  const [, digits = '1', word = ''] = /^(?:(\d{1,3}) )?(day|week|month|quarter|year)s?$/.exec(text.trim()) ?? []
  const base = units.get(word)
  const count = Number.parseInt(digits, 10)
  return base && count > 0 ? { unit: base.unit, count: base.count * count } : undefined
}

/**
 * The due date `steps` after the first one. Months keep the day of the first due date (or `seedDay`) and fall on the
 * month's last day where it is shorter: 31 January, 28 February, 31 March.
 */
export function dueDateAfter(firstDue: CivilDate, every: Frequency, steps: number, seedDay = dayOfMonth(firstDue)): CivilDate {
  if (every.unit === 'month') return addMonths(firstDue, every.count * steps, seedDay)
  return addDays(firstDue, daysOf(every) * steps)
}

/** The due dates of a whole series, the first one included. */
export const dueDates = (firstDue: CivilDate, every: Frequency, count: number): CivilDate[] =>
  Array.from({ length: count }, (_, step) => dueDateAfter(firstDue, every, step))

/** The length of a period in days when every month counts thirty. */
export const daysOf = ({ count, unit }: Frequency): number => count * { day: 1, week: 7, month: 30 }[unit]

/** How many such periods make a year of twelve months, 52 weeks or 360 days, as a fraction [periods, per]. */
export const perYear = ({ count, unit }: Frequency): readonly [number, number] => [{ day: 360, week: 52, month: 12 }[unit], count]

const units = new Map<string, Frequency>([
  ['day', { unit: 'day', count: 1 }],
  ['week', { unit: 'week', count: 1 }],
  ['month', { unit: 'month', count: 1 }],
  ['quarter', { unit: 'month', count: 3 }],
  ['year', { unit: 'month', count: 12 }],
])
