import { sql } from 'drizzle-orm'
import { firstSent, rowsOf } from './parts'
import type { Report } from './report'

/** Per relief: in how many first versions it was asked for, how many answers granted some of it, and the middle grant ratio. */
export const reliefs: Report = {
  about: 'outcomes',
  hasPeriod: true,
  columns: [
    { key: 'relief', kind: 'text', words: 'relief' },
    { key: 'requested', kind: 'people', isTotal: true },
    { key: 'answered', kind: 'people', isBeside: true },
    { key: 'granted', kind: 'people' },
    { key: 'refused', kind: 'people', isSilent: true },
    { key: 'pending', kind: 'people', isSilent: true, tells: 'answered' },
    { key: 'ratio', kind: 'share' },
  ],
  read: (reading, asked) =>
    rowsOf(
      reading,
      sql`select relief, count(*)::int as requested, count(decided)::int as answered,
        count(*) filter (where decided is not null and ratio > 0)::int as granted,
        count(*) filter (where decided is not null and ratio > 0 is not true)::int as refused,
        count(*) filter (where decided is null)::int as pending,
        round(percentile_cont(0.5) within group (order by ratio)::numeric, 4)::text as ratio
      from (select asked.relief, first.id, max(g.id::text) as decided,
          avg(case when g.result in ('REJECTED', 'NO_RESPONSE') then 0 else (g.grant_ratios->>asked.relief)::numeric end) as ratio
        from (select v.org_id, v.id from ${firstSent(reading, asked)}) first
          join lateral (select distinct line->>'type' as relief
            from proposal_lines l cross join jsonb_array_elements(l.reliefs) line
            where l.org_id = first.org_id and l.version_id = first.id) asked on true
          left join decisions g on g.org_id = first.org_id and g.version_id = first.id
        group by asked.relief, first.id) one
      group by relief order by 2 desc, 1`,
    ),
}
