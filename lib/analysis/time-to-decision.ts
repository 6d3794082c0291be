import { cumulativeIncidence } from '@/lib/statistics/competing'
import { kaplanMeier, medianTime } from '@/lib/statistics/kaplan-meier'
import { at, range } from '@/lib/statistics/numbers'
import type { TimeResult } from './result'
import type { Study } from './study'

/**
 * Days to any decision by Kaplan-Meier, the pending counted as still waiting; and the share approved (and refused) by a
 * given day with the other decision as a competing end (Aalen-Johansen). Rows without days, or below 0, are left out.
 */
export function timeToDecision(study: Study): TimeResult | null {
  const { days } = study
  if (!days) return null
  const rows = range(days.length)
    .filter((row) => at(days, row) >= 0 && study.standing[row] !== 'missing')
    .map((row) => ({
      time: at(days, row),
      count: at(study.counts, row),
      cause: causes[study.standing[row] ?? 'pending'] ?? null,
    }))
  const { median, interval } = medianTime(kaplanMeier(rows.map((row) => ({ ...row, event: row.cause !== null }))))
  const curve = cumulativeIncidence(rows)
  const shares = (cause: string) => curve.map(({ time, byCause }) => ({ t: time, cumulativeIncidence: byCause.get(cause) ?? 0 }))
  const n = rows.reduce((total, { count }) => total + count, 0)
  return { n, median, medianInterval: interval, approved: shares('approved'), rejected: shares('rejected') }
}

const causes: Record<string, string> = { event: 'approved', nonEvent: 'rejected' }
