import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { stretchAround, stretchesOf } from '@/lib/analytics/periods'
import { smallest } from '@/lib/analytics/small-cells'
import { withRate } from './creditors.report'
import { firstSent } from './parts'
import type { Report } from './report'

/** Quarter by quarter, with the policy changes that fell into each: a factor can stand for a time. */
export const trend: Report = {
  about: 'outcomes',
  hasPeriod: true,
  columns: [
    { key: 'quarter', kind: 'text' },
    { key: 'stretch', kind: 'text', isSilent: true },
    { key: 'sent', kind: 'people', isTotal: true },
    { key: 'approved', kind: 'people' },
    { key: 'refused', kind: 'people' },
    { key: 'pending', kind: 'people' },
    { key: 'share', kind: 'share' },
    { key: 'low', kind: 'limit' },
    { key: 'high', kind: 'limit' },
    { key: 'mark', kind: 'text', words: 'mark' },
  ],
  async read(reading, asked) {
    const { rows } = await reading.tx.execute(sql`
      select to_char(v.sent_at at time zone ${reading.actor.timeZone}, 'YYYY"Q"Q') as quarter,
        min(date_trunc('quarter', v.sent_at at time zone ${reading.actor.timeZone})::date)::text as first,
        count(*)::int as sent, count(distinct v.client_id)::int as clients,
        count(*) filter (where v.outcome in ('ACCEPTED', 'ACCEPTED_MODIFIED'))::int as approved,
        count(*) filter (where v.outcome = 'REJECTED')::int as refused,
        count(*) filter (where v.outcome not in ('ACCEPTED', 'ACCEPTED_MODIFIED', 'REJECTED'))::int as pending
      from ${firstSent(reading, asked)} group by 1 order by 1`)
    const quarters = z.array(counted).parse(rows)
    // Outside the team other reports have the sum of a stretch of quarters.
    const stretches = asked.who === 'everybody' ? [] : stretchesOf(quarters, smallest.outside)
    return quarters.map(({ first, clients, ...row }) => {
      return { ...withRate(row), stretch: stretchAround(first, stretches), mark: marks[row.quarter] ?? null }
    })
  },
}

/** Rules that changed what creditors may do or say, by the quarter they took effect in (domain.md 3.1, 3.4, 3.5). */
const marks: Record<string, string> = { '2025Q1': 'collection_standard', '2025Q4': 'loan_assist', '2026Q1': 'collection_guide' }

const counted = z.object({
  quarter: z.string(),
  first: z.string(),
  clients: z.number(),
  sent: z.number(),
  approved: z.number(),
  refused: z.number(),
  pending: z.number(),
})
