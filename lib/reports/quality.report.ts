import { sql } from 'drizzle-orm'
import { civilDateIn } from '@/lib/platform/dates'
import { ofOffice, rowsOf, sees } from './parts'
import type { Report } from './report'

/** What is missing from the records. Each should be 0; an open case without a next action is a warning by itself. */
export const quality: Report = {
  about: 'work',
  hasPeriod: false,
  columns: [
    { key: 'check', kind: 'text', words: 'check' },
    { key: 'n', kind: 'people' },
  ],
  async read(reading, asked) {
    const today = civilDateIn(reading.now, reading.actor.timeZone)
    const open = sql`cases where ${ofOffice(reading, asked)} and ${sees(reading.actor)} and cases.closed_at is null`
    const sent = sql`cases join proposal_versions v on v.org_id = cases.org_id and v.case_id = cases.id
      where ${ofOffice(reading, asked)} and ${sees(reading.actor)} and v.sent_at is not null`
    const checks = [
      ['no_next_action', sql`${open} and cases.next_action is null`],
      ['no_due_date', sql`${open} and cases.due_on is null and cases.hold_until is null`],
      ['no_hardship', sql`${open} and cases.hardship_type is null and cases.stage not in ('INTAKE', 'FALLBACK')`],
      [
        'no_debt',
        sql`${open} and cases.stage <> 'INTAKE' and not exists (select 1 from debts d
        where d.org_id = cases.org_id and d.case_id = cases.id)`,
      ],
      [
        'no_snapshot',
        sql`${sent} and not exists (select 1 from factor_snapshots f
        where f.org_id = v.org_id and f.version_id = v.id)`,
      ],
      [
        'refrozen',
        sql`${sent} and exists (select 1 from factor_snapshots f
        where f.org_id = v.org_id and f.version_id = v.id and f.refrozen)`,
      ],
      ['no_outcome', sql`${sent} and v.outcome = 'PENDING' and v.expected_reply_by < ${today}::date - 60`],
      [
        'no_confirmation',
        sql`cases join agreements a on a.org_id = cases.org_id and a.case_id = cases.id
        where ${ofOffice(reading, asked)} and ${sees(reading.actor)} and a.status = 'ACTIVE' and a.written_confirmation_id is null`,
      ],
    ] as const
    const statements = checks.map(([code, from]) => sql`select ${code}::text as "check", count(*)::int as n from ${from}`)
    return rowsOf(reading, sql.join(statements, sql` union all `))
  },
}
