import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { civilDateIn } from '@/lib/platform/dates'
import { kaplanMeier, medianTime } from '@/lib/statistics/kaplan-meier'
import { wilson } from '@/lib/statistics/proportions'
import { dayOf, firstSent } from './parts'
import type { Report } from './report'

/** Creditor by creditor: first versions sent, decided and approved, with the interval of the rate and the days by which half are answered. */
export const creditors: Report = {
  about: 'outcomes',
  hasPeriod: true,
  columns: [
    { key: 'creditor', kind: 'text', isName: true },
    { key: 'sent', kind: 'people', isTotal: true },
    { key: 'approved', kind: 'people' },
    { key: 'refused', kind: 'people' },
    { key: 'pending', kind: 'people' },
    { key: 'share', kind: 'share' },
    { key: 'low', kind: 'limit' },
    { key: 'high', kind: 'limit' },
    { key: 'days', kind: 'days' },
  ],
  async read(reading, asked) {
    const today = civilDateIn(reading.now, reading.actor.timeZone)
    const { rows } = await reading.tx.execute(sql`
      select r.short_name as creditor, fate, fate is not null and fate <> 'no_answer' as event, time, count(*)::int as count
      from (select cases.creditor_id,
          case when v.outcome in ('ACCEPTED', 'ACCEPTED_MODIFIED') then 'approved' when v.outcome = 'REJECTED' then 'refused'
            when v.outcome = 'COUNTERED' then 'countered' when v.outcome in ('PENDING', 'NO_RESPONSE') then 'no_answer' end as fate,
          greatest(0, least(coalesce(d.decided_on, ${today}::date), ${today}::date) - ${dayOf(sql`v.sent_at`, reading)}) as time
        from ${firstSent(reading, asked)}) first
        join creditors r on r.org_id = ${reading.actor.organisationId} and r.id = first.creditor_id
      group by 1, 2, 3, 4 order by 1, 4`)
    return byCreditor(z.array(waited).parse(rows)).map(withRate)
  },
}

/** So many first versions to a creditor with this fate; `time`: days to the answer, or waited so far. */
type Waited = z.output<typeof waited>
const waited = z.object({
  creditor: z.string(),
  fate: z.enum(['approved', 'refused', 'countered', 'no_answer']).nullable(),
  event: z.boolean(),
  time: z.number(),
  count: z.number(),
})

/**
 * Counts by creditor, and the days by which half of what was sent had an answer (Kaplan-Meier, what waits counting as far as it
 * waited): the middle of the answered alone would make whoever answers a few soon and the others never look fast. Null where not
 * half has an answer yet. What was taken back waits for none.
 */
export function byCreditor(rows: readonly Waited[]) {
  return [...new Set(rows.map(({ creditor }) => creditor))].map((creditor) => {
    const own = rows.filter((row) => row.creditor === creditor)
    const count = (...fates: readonly Waited['fate'][]) =>
      own.reduce((n, row) => (fates.includes(row.fate) ? n + row.count : n), 0)
    const { median } = medianTime(kaplanMeier(own.filter(({ fate }) => fate !== null)))
    return {
      creditor,
      sent: count('approved', 'refused', 'countered', 'no_answer', null),
      approved: count('approved'),
      refused: count('refused'),
      pending: count('countered', 'no_answer', null),
      days: median === null ? null : String(median),
    }
  })
}

/** Adds the rate of the decided with Wilson's interval, fractions as decimal text; nothing where nothing was decided. */
export function withRate<Row extends { approved: number; refused: number }>(row: Row) {
  const decided = row.approved + row.refused
  if (decided === 0) return { ...row, share: null, low: null, high: null }
  const [low, high] = wilson(row.approved, decided)
  return { ...row, share: (row.approved / decided).toFixed(4), low: low.toFixed(4), high: high.toFixed(4) }
}
