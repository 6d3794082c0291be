import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { civilDateIn } from '@/lib/platform/dates'
import { type Followed, kaplanMeier } from '@/lib/statistics/kaplan-meier'
import { ofOffice, within } from './parts'
import type { Report } from './report'

/**
 * Agreements still kept after 3, 6 and 12 months (Kaplan-Meier): an agreement ends being kept on the first due day whose
 * instalment was unpaid or paid late; one that was due before the agreement was confirmed is in time on that day. What was due
 * from the day it ended is owed no more. Others count as kept up to today or up to the day they ended; whoever has paid all of
 * it cannot break it any more and is kept up to today, since to lose sight of them would leave the others to be counted alone.
 */
export const kept: Report = {
  about: 'outcomes',
  hasPeriod: true,
  columns: [
    { key: 'months', kind: 'text' },
    { key: 'atRisk', kind: 'people', isRunning: true },
    { key: 'missed', kind: 'people', isRunning: true },
    { key: 'kept', kind: 'share' },
    { key: 'low', kind: 'limit' },
    { key: 'high', kind: 'limit' },
  ],
  async read(reading, asked) {
    const today = civilDateIn(reading.now, reading.actor.timeZone)
    const { rows } = await reading.tx.execute(sql`
      select coalesce(missed, case when is_paid then ${today}::date
          else least(${today}::date, coalesce(ended, ${today}::date), coalesce(last_due, ${today}::date)) end) - confirmed_on as time,
        missed is not null as event, count(*)::int as count
      from (select a.confirmed_on, e.ended,
          min(i.due_on) filter (where i.due_on < least(${today}::date, e.ended)
            and (i.paid < i.amount or i.paid_on > greatest(i.due_on, a.confirmed_on))) as missed,
          a.status = 'COMPLETED' or bool_and(i.paid >= i.amount) as is_paid,
          max(i.due_on) as last_due
        from agreements a join cases on cases.org_id = a.org_id and cases.id = a.case_id
          join instalments i on i.org_id = a.org_id and i.agreement_id = a.id
          cross join lateral (select (a.ended_at at time zone ${reading.actor.timeZone})::date as ended) e
        where ${ofOffice(reading, asked)} and a.confirmed_on is not null and a.status <> 'DRAFT'
          and ${within(sql`a.confirmed_on::timestamp at time zone ${reading.actor.timeZone}`, reading, asked)}
        group by a.org_id, a.id, a.confirmed_on, a.status, e.ended) followed
      group by 1, 2`)
    return keptAfter(z.array(followed).parse(rows))
  },
}

const followed = z.object({ time: z.number(), event: z.boolean(), count: z.number() })
const tellingMonths = [3, 6, 12]
const daysPerMonth = 30.4375

/**
 * The share still kept after each number of months, with log-log limits, as decimal text; `missed` up to then. Null beyond the
 * longest time anybody was followed, where the curve would only be drawn on.
 */
export function keptAfter(rows: readonly Followed[]) {
  const steps = kaplanMeier(rows.map((row) => ({ ...row, time: Math.max(0, row.time) })))
  return tellingMonths.map((months) => {
    const day = months * daysPerMonth
    const step = steps.findLast(({ time }) => time <= day)
    const count = (counts: (row: Followed) => boolean) => rows.reduce((n, row) => (counts(row) ? n + (row.count ?? 1) : n), 0)
    const atRisk = count(({ time }) => time >= day)
    const isKnown = atRisk > 0 || step?.survival === 0
    const [low, high] = step?.logLog ?? [null, null]
    const share = (value: number | null) => (isKnown ? (value?.toFixed(4) ?? null) : null)
    return {
      months,
      atRisk,
      missed: count(({ time, event }) => event && time <= day),
      kept: rows.length === 0 ? null : share(step?.survival ?? 1),
      low: share(low),
      high: share(high),
    }
  })
}
