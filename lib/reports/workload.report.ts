import { sql } from 'drizzle-orm'
import { civilDateIn } from '@/lib/platform/dates'
import { ofOffice, rowsOf, sees, within } from './parts'
import type { Report } from './report'

/** What each counsellor has in hand, by name. Never how often their proposals are approved: that is no ranking of people. */
export const workload: Report = {
  about: 'work',
  hasPeriod: true,
  columns: [
    { key: 'counsellor', kind: 'text' },
    // Of all time, what is open is what was opened less what was closed.
    { key: 'open', kind: 'people', tells: 'closed' },
    { key: 'onUs', kind: 'people' },
    { key: 'late', kind: 'people' },
    { key: 'opened', kind: 'people' },
    { key: 'closed', kind: 'people', tells: 'opened' },
    { key: 'contacts', kind: 'number' },
    { key: 'tasks', kind: 'number' },
  ],
  read(reading, asked) {
    const today = civilDateIn(reading.now, reading.actor.timeZone)
    const here = (instant: string) => within(sql.raw(instant), reading, asked)
    return rowsOf(
      reading,
      sql`select m.name as counsellor,
        count(*) filter (where cases.closed_at is null)::int as open,
        count(*) filter (where cases.closed_at is null and cases.whose_move = 'us')::int as "onUs",
        count(*) filter (where cases.closed_at is null and cases.due_on < ${today}::date)::int as late,
        count(*) filter (where ${here('cases.opened_at')})::int as opened,
        count(*) filter (where cases.closed_at is not null and ${here('cases.closed_at')})::int as closed,
        (select count(*) from contacts k where k.org_id = m.org_id and k.by = m.user_id and ${here('k.at')})::int as contacts,
        (select count(*) from tasks k where k.org_id = m.org_id and k.assignee_id = m.user_id and k.done_at is null)::int as tasks
      from cases join members m on m.org_id = cases.org_id and m.user_id = cases.owner_id
      where ${ofOffice(reading, asked)} and ${sees(reading.actor)}
      group by m.org_id, m.user_id, m.name order by m.name`,
    )
  },
}
