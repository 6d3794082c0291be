import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { wilson } from '@/lib/statistics/proportions'
import { dayOf, firstSent } from './parts'
import type { Report } from './report'

/** Creditor by creditor: first versions sent, decided and approved, with the interval of the rate and days to the answer. */
export const creditors: Report = {
  about: 'outcomes',
  hasPeriod: true,
  columns: [
    { key: 'creditor', kind: 'text' },
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
    const { rows } = await reading.tx.execute(sql`
      select r.short_name as creditor, count(*)::int as sent,
        count(*) filter (where outcome in ('ACCEPTED', 'ACCEPTED_MODIFIED'))::int as approved,
        count(*) filter (where outcome = 'REJECTED')::int as refused,
        count(*) filter (where outcome in ('PENDING', 'COUNTERED', 'NO_RESPONSE'))::int as pending,
        percentile_cont(0.5) within group (order by days)::text as days
      from (select v.outcome, cases.creditor_id, d.decided_on - ${dayOf(sql`v.sent_at`, reading)} as days
        from ${firstSent(reading, asked)}) first
        join creditors r on r.org_id = ${reading.actor.organisationId} and r.id = first.creditor_id
      group by r.short_name order by r.short_name`)
    return z.array(counted).parse(rows).map(withRate)
  },
}

const counted = z.object({
  creditor: z.string(),
  sent: z.number(),
  approved: z.number(),
  refused: z.number(),
  pending: z.number(),
  days: z.string().nullable(),
})

/** Adds the rate of the decided with Wilson's interval, fractions as decimal text; nothing where nothing was decided. */
export function withRate<Row extends { approved: number; refused: number }>(row: Row) {
  const decided = row.approved + row.refused
  if (decided === 0) return { ...row, share: null, low: null, high: null }
  const [low, high] = wilson(row.approved, decided)
  return { ...row, share: (row.approved / decided).toFixed(4), low: low.toFixed(4), high: high.toFixed(4) }
}
