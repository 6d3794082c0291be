import { type SQL, sql } from 'drizzle-orm'
import { firstSent, ofOffice, rowsOf, within } from './parts'
import type { Report } from './report'

/** One page for those who pay for the service: whom it reached and what came of it in a period. */
export const funder: Report = {
  about: 'outcomes',
  hasPeriod: true,
  columns: [
    { key: 'figure', kind: 'text', words: 'figure' },
    { key: 'n', kind: 'people' },
    { key: 'value', kind: 'money' },
  ],
  read(reading, asked) {
    const here = (instant: SQL) => sql`${ofOffice(reading, asked)} and ${within(instant, reading, asked)}`
    const none = sql`null::text`
    const figures = [
      ['clients', sql`count(distinct cases.client_id)`, none, sql`cases where ${here(sql`cases.opened_at`)}`],
      ['opened', sql`count(*)`, none, sql`cases where ${here(sql`cases.opened_at`)}`],
      ['closed', sql`count(*)`, none, sql`cases where cases.closed_at is not null and ${here(sql`cases.closed_at`)}`],
      ['owed', sql`count(*)`, sql`sum(cases.owed)::text`, sql`cases where ${here(sql`cases.opened_at`)}`],
      ['sent', sql`count(*)`, none, sql`${firstSent(reading, asked)}`],
      ['approved', sql`count(*)`, none, sql`${firstSent(reading, asked)} and v.outcome in ('ACCEPTED', 'ACCEPTED_MODIFIED')`],
      ['refused', sql`count(*)`, none, sql`${firstSent(reading, asked)} and v.outcome = 'REJECTED'`],
      [
        'waived',
        sql`count(*)`,
        sql`sum((select sum(l.waived) from proposal_lines l where l.org_id = v.org_id and l.version_id = v.id))::text`,
        sql`${firstSent(reading, asked)} and v.outcome = 'ACCEPTED'`,
      ],
      [
        'agreements',
        sql`count(*)`,
        sql`sum(a.total)::text`,
        sql`agreements a join cases on cases.org_id = a.org_id and cases.id = a.case_id
          where a.confirmed_on is not null
            and ${here(sql`a.confirmed_on::timestamp at time zone ${reading.actor.timeZone}`)}`,
      ],
      [
        'completed',
        sql`count(*)`,
        none,
        sql`agreements a join cases on cases.org_id = a.org_id and cases.id = a.case_id
          where a.status = 'COMPLETED' and ${here(sql`a.ended_at`)}`,
      ],
    ] as const
    const statements = figures.map(
      ([code, count, value, from]) => sql`select ${code}::text as figure, ${count}::int as n, ${value} as value from ${from}`,
    )
    return rowsOf(reading, sql.join(statements, sql` union all `))
  },
}
