import { type SQL, sql } from 'drizzle-orm'
import { civilDateIn } from '@/lib/platform/dates'
import { ofOffice, rowsOf, sees } from './parts'
import type { Report } from './report'

/** What is past its day and not done, by kind of deadline. */
export const deadlines: Report = {
  about: 'work',
  hasPeriod: false,
  columns: [
    { key: 'check', kind: 'text', words: 'deadline' },
    { key: 'n', kind: 'people', isTotal: true },
    { key: 'missed', kind: 'people' },
    { key: 'days', kind: 'days' },
  ],
  async read(reading, asked) {
    const today = civilDateIn(reading.now, reading.actor.timeZone)
    const mine = sql`${ofOffice(reading, asked)} and ${sees(reading.actor)}`
    const one = ([code, due, from]: readonly [string, SQL, SQL]) => sql`
      select ${code}::text as "check", count(*)::int as n, count(*) filter (where ${due} < ${today}::date)::int as missed,
        max(${today}::date - ${due}) filter (where ${due} < ${today}::date)::text as days
      from ${from} and ${mine} and ${due} is not null`
    return rowsOf(reading, sql.join(kinds.map(one), sql` union all `))
  },
}

/** Each kind of deadline: its day, and what is still open under it. */
const kinds = [
  ['next_action', sql`cases.due_on`, sql`cases where cases.closed_at is null`],
  ['task', sql`t.due_on`, sql`tasks t join cases on cases.org_id = t.org_id and cases.id = t.case_id where t.done_at is null`],
  [
    'evidence',
    sql`q.deadline`,
    sql`evidence_requests q join cases on cases.org_id = q.org_id and cases.id = q.case_id where q.fulfilled_at is null`,
  ],
  [
    'reply',
    sql`v.expected_reply_by`,
    sql`proposal_versions v join cases on cases.org_id = v.org_id and cases.id = v.case_id
      where v.sent_at is not null and v.outcome = 'PENDING'`,
  ],
  [
    'instalment',
    sql`i.due_on`,
    sql`instalments i join agreements a on a.org_id = i.org_id and a.id = i.agreement_id and a.status = 'ACTIVE'
      join cases on cases.org_id = i.org_id and cases.id = i.case_id where i.paid < i.amount`,
  ],
] as const
