import { type SQL, sql } from 'drizzle-orm'
import type { Reading } from '@/lib/core/query'
import { chinaCalendar } from '@/lib/platform/china-calendar'
import { addDays, type CivilDate, civilDateIn, daysBetween } from '@/lib/platform/dates'
import { isWorkingDay } from '@/lib/platform/working-days'
import { dayOf } from './parts'

/** The first day of the count; what was in a stage before it counts from here. */
const start = '2020-01-01'

/** Working days from one instant to another, as the board and the targets of stages count them: the first day is not counted. */
export const workingDays = (from: SQL, to: SQL, reading: Reading): SQL => {
  const counted = `{${countedTo(civilDateIn(reading.now, reading.actor.timeZone)).join(',')}}`
  const at = (instant: SQL) => sql`(${counted}::int[])[greatest(${dayOf(instant, reading)} - ${start}::date, 0) + 1]`
  return sql`(${at(to)} - ${at(from)})`
}

/** How many working days there were from the start up to each day, today the last. */
function countedTo(today: CivilDate): readonly number[] {
  if (kept?.today === today) return kept.counts
  const counts: number[] = []
  for (let n = 0; n <= daysBetween(start, today); n += 1) {
    counts.push((counts.at(-1) ?? 0) + (isWorkingDay(addDays(start, n), chinaCalendar) ? 1 : 0))
  }
  kept = { today, counts }
  return counts
}
let kept: { today: CivilDate; counts: readonly number[] } | undefined
