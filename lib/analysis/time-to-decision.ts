import { cumulativeIncidence } from '@/lib/statistics/competing'
import { kaplanMeier, medianTime } from '@/lib/statistics/kaplan-meier'
import { at } from '@/lib/statistics/numbers'
import type { TimeResult } from './result'
import type { Study } from './study'

/**
 * Days to any decision by Kaplan-Meier, the pending counted as still waiting; and the share approved (and refused) by a
 * given day with the other decision as a competing end (Aalen-Johansen). Rows without days, or below 0, are left out.
 */
export function timeToDecision(study: Study): TimeResult | null {
  return study.days && timeOf(groupedByDay(study, study.days))
}

/** Rows that ended on a day, by what ended them (null: still waiting), and how many. */
export type DayCount = { time: number; cause: 'approved' | 'rejected' | 'withdrawn' | null; count: number }

/**
 * The same of rows counted beforehand. What was withdrawn leaves the curve of decisions on its day, and is an end of its own
 * beside them in the shares, which therefore add up with those who still wait to one.
 */
export function timeOf(rows: readonly DayCount[]): TimeResult {
  const { median, interval } = medianTime(kaplanMeier(rows.map((row) => ({ ...row, event: isDecision(row.cause) }))))
  const curve = cumulativeIncidence(rows)
  const shares = (cause: string) => curve.map(({ time, byCause }) => ({ t: time, cumulativeIncidence: byCause.get(cause) ?? 0 }))
  const n = rows.reduce((total, { count }) => total + count, 0)
  const ended = { approved: shares('approved'), rejected: shares('rejected') }
  const isTakenBack = rows.some(({ cause }) => cause === 'withdrawn')
  return { n, median, medianInterval: interval, ...ended, ...(isTakenBack && { withdrawn: shares('withdrawn') }) }
}

const isDecision = (cause: DayCount['cause']) => cause === 'approved' || cause === 'rejected'

/** How many ended on a day in one way: a row each, however many there are. */
function groupedByDay({ standing, counts }: Study, days: Float64Array): DayCount[] {
  const ended = new Map<DayCount['cause'], Map<number, number>>()
  standing.forEach((word, row) => {
    const day = at(days, row)
    if (!(day >= 0) || word === 'missing') return
    const cause = causes[word]
    const byDay = ended.get(cause) ?? new Map<number, number>()
    ended.set(cause, byDay.set(day, (byDay.get(day) ?? 0) + at(counts, row)))
  })
  return [...ended].flatMap(([cause, byDay]) => [...byDay].map(([time, count]) => ({ time, cause, count })))
}

const causes = { event: 'approved', nonEvent: 'rejected', pending: null } as const
