import { sql } from 'drizzle-orm'
import { civilDateIn } from '@/lib/platform/dates'
import { dayOf, ofOffice, rowsOf, sees, within } from './parts'
import type { Report } from './report'

/** How fast evidence came that was asked for: per kind, how much in time and how many days it took. */
export const evidence: Report = {
  about: 'work',
  hasPeriod: true,
  columns: [
    { key: 'evidence', kind: 'text' },
    { key: 'requested', kind: 'people', isTotal: true },
    { key: 'answered', kind: 'people' },
    { key: 'inTime', kind: 'share' },
    { key: 'days', kind: 'days' },
    { key: 'late', kind: 'people' },
  ],
  read(reading, asked) {
    const today = civilDateIn(reading.now, reading.actor.timeZone)
    return rowsOf(
      reading,
      sql`select coalesce(max(${reading.actor.locale === 'en' ? sql`t.name_en` : sql`t.name_zh`}), q.code) as evidence, count(*)::int as requested, count(q.fulfilled_at)::int as answered,
        round((count(*) filter (where ${dayOf(sql`q.fulfilled_at`, reading)} <= q.deadline))::numeric
          / nullif(count(*) filter (where q.deadline is not null and (q.fulfilled_at is not null or q.deadline < ${today}::date)), 0), 4)::text as "inTime",
        round((percentile_cont(0.5) within group (order by extract(epoch from q.fulfilled_at - q.created_at) / 86400))::numeric, 1)::text as days,
        count(*) filter (where q.fulfilled_at is null and q.deadline < ${today}::date)::int as late
      from evidence_requests q join cases on cases.org_id = q.org_id and cases.id = q.case_id
        left join evidence_types t on t.org_id = q.org_id and t.code = q.code
      where ${ofOffice(reading, asked)} and ${sees(reading.actor)} and ${within(sql`q.created_at`, reading, asked)}
      group by q.code order by 2 desc, 1`,
    )
  },
}
