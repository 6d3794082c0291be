import { sql } from 'drizzle-orm'
import { dayOf, firstSent, rowsOf } from './parts'
import type { Report } from './report'

/**
 * What became of first versions, by the month of sending and creditor. The columns are all there is of what was sent: what was
 * withdrawn stands with what is undecided, or these few would be what the others leave of it.
 */
export const outcomes: Report = {
  about: 'outcomes',
  hasPeriod: true,
  columns: [
    { key: 'month', kind: 'text' },
    { key: 'creditor', kind: 'text', isName: true },
    { key: 'sent', kind: 'people', isTotal: true },
    { key: 'approved', kind: 'people' },
    { key: 'modified', kind: 'people' },
    { key: 'refused', kind: 'people' },
    { key: 'noAnswer', kind: 'people' },
    { key: 'pending', kind: 'people' },
  ],
  read: (reading, asked) =>
    rowsOf(
      reading,
      sql`select to_char(month, 'YYYY-MM') as month, r.short_name as creditor, count(*)::int as sent,
        count(*) filter (where outcome = 'ACCEPTED')::int as approved,
        count(*) filter (where outcome = 'ACCEPTED_MODIFIED')::int as modified,
        count(*) filter (where outcome = 'REJECTED')::int as refused,
        count(*) filter (where outcome = 'NO_RESPONSE')::int as "noAnswer",
        count(*) filter (where outcome in ('PENDING', 'COUNTERED', 'WITHDRAWN', 'SUPERSEDED'))::int as pending
      from (select ${dayOf(sql`date_trunc('month', v.sent_at at time zone ${reading.actor.timeZone}) at time zone ${reading.actor.timeZone}`, reading)} as month,
          v.outcome, cases.creditor_id from ${firstSent(reading, asked)}) first
        join creditors r on r.org_id = ${reading.actor.organisationId} and r.id = first.creditor_id
      group by month, r.short_name order by month desc, r.short_name`,
    ),
}
