import { sql } from 'drizzle-orm'
import { stages } from '@/lib/cases/stages'
import { inStageOrder, ofOffice, rowsOf, sees } from './parts'
import type { Report } from './report'

/** How long open cases have been lying where they are, beside the target of that stage. */
export const ageing: Report = {
  about: 'work',
  hasPeriod: false,
  columns: [
    { key: 'stage', kind: 'text', words: 'stage' },
    { key: 'open', kind: 'people', isTotal: true },
    { key: 'days', kind: 'days' },
    { key: 'daysOften', kind: 'days' },
    { key: 'target', kind: 'days' },
    { key: 'overTarget', kind: 'people' },
  ],
  async read(reading, asked) {
    const targets = JSON.stringify(Object.fromEntries(Object.entries(stages).map(([stage, row]) => [stage, row.targetDays])))
    const rows = await rowsOf(
      reading,
      sql`select stage, count(*)::int as open,
        round(percentile_cont(0.5) within group (order by days)::numeric, 1)::text as days,
        round(percentile_cont(0.9) within group (order by days)::numeric, 1)::text as "daysOften",
        max(target)::text as target, count(*) filter (where days > target)::int as "overTarget"
      from (select cases.stage, extract(epoch from ${reading.now.toISOString()}::timestamptz - cases.stage_since) / 86400 as days,
          (${targets}::jsonb->>cases.stage)::numeric as target
        from cases where ${ofOffice(reading, asked)} and ${sees(reading.actor)} and cases.closed_at is null) lying
      group by stage`,
    )
    return inStageOrder(rows)
  },
}
