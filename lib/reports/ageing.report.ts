import { sql } from 'drizzle-orm'
import { inStageOrder, ofOffice, rowsOf, sees, stay, stayColumns, targetOf } from './parts'
import type { Report } from './report'
import { workingDays } from './working-age'

/** How long open cases have been lying where they are, beside the target of that stage. */
export const ageing: Report = {
  about: 'work',
  hasPeriod: false,
  columns: [{ key: 'stage', kind: 'text', words: 'stage' }, { key: 'open', kind: 'people', isTotal: true }, ...stayColumns],
  async read(reading, asked) {
    const rows = await rowsOf(
      reading,
      sql`select stage, count(*)::int as open, ${stay}
      from (select cases.stage, extract(epoch from ${reading.now.toISOString()}::timestamptz - cases.stage_since) / 86400 as days,
          ${workingDays(sql`cases.stage_since`, sql`${reading.now.toISOString()}::timestamptz`, reading)} as worked,
          ${targetOf(sql`cases.stage`)} as target
        from cases where ${ofOffice(reading, asked)} and ${sees(reading.actor)} and cases.closed_at is null) lying
      group by stage`,
    )
    return inStageOrder(rows)
  },
}
