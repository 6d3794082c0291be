import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { civilDateIn } from '@/lib/platform/dates'
import { cumulativeIncidence, type Ended, incidenceAt } from '@/lib/statistics/competing'
import { dayOf, firstSent } from './parts'
import type { Report } from './report'

/**
 * Of all first versions sent, the share approved and the share refused by a given day (Aalen-Johansen: the other answer is a
 * competing end). Whatever has neither counts with the days since, as in the other reports: a few that were withdrawn or countered
 * would be what those leave of it.
 */
export const answerTime: Report = {
  about: 'outcomes',
  hasPeriod: true,
  columns: [
    { key: 'day', kind: 'text' },
    { key: 'n', kind: 'people', isRunning: true },
    { key: 'atRisk', kind: 'people', isRunning: true },
    { key: 'answered', kind: 'people', isSilent: true },
    { key: 'closed', kind: 'people', isSilent: true },
    { key: 'approved', kind: 'share' },
    { key: 'refused', kind: 'share' },
    { key: 'pending', kind: 'share' },
  ],
  async read(reading, asked) {
    const today = civilDateIn(reading.now, reading.actor.timeZone)
    const { rows } = await reading.tx.execute(sql`
      select case when outcome in ('ACCEPTED', 'ACCEPTED_MODIFIED') then 'approved'
          when outcome = 'REJECTED' then 'refused' end as cause,
        greatest(0, least(coalesce(decided_on, ${today}::date), ${today}::date) - sent_on) as time, count(*)::int as count
      from (select v.outcome, ${dayOf(sql`v.sent_at`, reading)} as sent_on,
          case when v.outcome in ('ACCEPTED', 'ACCEPTED_MODIFIED', 'REJECTED') then d.decided_on end as decided_on
        from ${firstSent(reading, asked)}) first
      group by 1, 2`)
    return sharesByDay(z.array(ended).parse(rows))
  },
}

/** Days at which the shares are told. */
const tellingDays = [3, 7, 14, 21, 30, 45, 60]
const ended = z.object({ cause: z.string().nullable(), time: z.number(), count: z.number() })

/**
 * The shares that have ended either way by each telling day, as decimal text; `atRisk` still waited on the morning of it.
 * `answered` and `closed`: how many were approved and refused since the telling day before, which the shares would tell.
 */
export function sharesByDay(rows: readonly Ended[]) {
  if (rows.length === 0) return []
  const curve = cumulativeIncidence(rows)
  const n = rows.reduce((total, { count = 1 }) => total + count, 0)
  return tellingDays.map((day, place) => {
    const before = tellingDays[place - 1] ?? Number.NEGATIVE_INFINITY
    const since = (wanted: string) =>
      rows.reduce((n, { time, cause, count = 1 }) => (cause === wanted && time > before && time <= day ? n + count : n), 0)
    const { byCause, eventFree } = incidenceAt(curve, day)
    const share = (cause: string) => (byCause.get(cause) ?? 0).toFixed(4)
    const atRisk = rows.reduce((n, { time, count = 1 }) => (time >= day ? n + count : n), 0)
    const counted = { n, atRisk, answered: since('approved'), closed: since('refused') }
    return { day, ...counted, approved: share('approved'), refused: share('refused'), pending: eventFree.toFixed(4) }
  })
}
