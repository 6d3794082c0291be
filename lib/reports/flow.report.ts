import { sql } from 'drizzle-orm'
import { inStageOrder, ofOffice, rowsOf, sees, stay, stayColumns, targetOf, within } from './parts'
import type { Report } from './report'
import { workingDays } from './working-age'

/** How cases went through the stages in a period: how many entered and left each, and how long they stayed. */
export const flow: Report = {
  about: 'work',
  hasPeriod: true,
  columns: [
    { key: 'stage', kind: 'text', words: 'stage' },
    { key: 'moves', kind: 'people', isTotal: true },
    { key: 'closed', kind: 'people' },
    { key: 'pending', kind: 'people', isSilent: true, isBeside: true, tells: 'closed' },
    ...stayColumns,
  ],
  async read(reading, asked) {
    const rows = await rowsOf(
      reading,
      sql`select stage, count(*)::int as moves, count(left_at)::int as closed, count(*) filter (where left_at is null)::int as pending, ${stay}
      from (select stay.stage, stay.left_at, extract(epoch from stay.left_at - stay.at) / 86400 as days,
          ${workingDays(sql`stay.at`, sql`stay.left_at`, reading)} as worked,
          ${targetOf(sql`stay.stage`)} as target
        from (select e."to" as stage, e.at, lead(e.at) over (partition by e.case_id order by e.case_version, e.at) as left_at
          from stage_events e join cases on cases.org_id = e.org_id and cases.id = e.case_id
          where ${ofOffice(reading, asked)} and ${sees(reading.actor)}) stay
        where stay.stage <> 'CLOSED' and ${within(sql`stay.at`, reading, asked)}) stays
      group by stage`,
    )
    return inStageOrder(rows)
  },
}
