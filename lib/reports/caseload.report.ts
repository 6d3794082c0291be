import { sql } from 'drizzle-orm'
import { civilDateIn } from '@/lib/platform/dates'
import { inStageOrder, ofOffice, rowsOf, sees } from './parts'
import type { Report } from './report'

/** What lies open today: by stage, and whose move it is. */
export const caseload: Report = {
  about: 'work',
  hasPeriod: false,
  columns: [
    { key: 'stage', kind: 'text', words: 'stage' },
    { key: 'open', kind: 'people', isTotal: true },
    { key: 'onUs', kind: 'people' },
    { key: 'onClient', kind: 'people' },
    { key: 'onCreditor', kind: 'people' },
    { key: 'late', kind: 'people', isBeside: true },
    { key: 'noAction', kind: 'people', isBeside: true },
    { key: 'owed', kind: 'money' },
  ],
  async read(reading, asked) {
    const today = civilDateIn(reading.now, reading.actor.timeZone)
    const rows = await rowsOf(
      reading,
      sql`select cases.stage, count(*)::int as open,
        count(*) filter (where cases.whose_move = 'us')::int as "onUs",
        count(*) filter (where cases.whose_move = 'client')::int as "onClient",
        count(*) filter (where cases.whose_move = 'creditor')::int as "onCreditor",
        count(*) filter (where cases.due_on < ${today}::date)::int as late,
        count(*) filter (where cases.next_action is null)::int as "noAction",
        sum(cases.owed)::text as owed
      from cases where ${ofOffice(reading, asked)} and ${sees(reading.actor)} and cases.closed_at is null
      group by 1`,
    )
    return inStageOrder(rows)
  },
}
