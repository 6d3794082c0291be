import { type SQL, sql } from 'drizzle-orm'
import { monthsBeforeDoubt, monthsOfPeriod } from '@/lib/proposals/limitation'
import { limitationFrom } from '@/lib/proposals/limitation-from.queries'
import type { RadarKind } from './kinds'

/** What a source may ask for: the office, its clock and its rules for silence and for breach, today, and which of the actor's cases are seen. */
export type Asked = { orgId: string; timeZone: string; noResponseDays: number; breachDays: number; today: string; visible: SQL }

/** A date of one kind: the case it is of, the day, and what it is about (a number, a code or a title). */
type Source = (asked: Asked) => SQL

const beforeSending = sql`('INTAKE', 'EVIDENCE', 'DRAFTING', 'CLIENT_REVIEW', 'FALLBACK')`
const months = (n: number) => sql`make_interval(months => ${n}::int)`
const period = months(monthsOfPeriod)

/** Of what belongs to the client only one open case tells: the oldest the actor sees. */
const oneCaseOf = (client: SQL, { orgId, visible }: Asked) =>
  sql`(select cases.id from cases where cases.org_id = ${orgId} and cases.client_id = ${client} and cases.stage <> 'CLOSED' and ${visible} order by cases.serial limit 1)`

/** Who gave a promise: a collector speaks for the creditor. */
const sideOf = (contact: SQL) => sql`case ${contact}.counterpart when 'COLLECTOR' then 'CREDITOR' else ${contact}.counterpart end`

/** Where every kind of date comes from. A new kind is a word in kinds.ts and a row here. */
export const sources: Record<RadarKind, Source> = {
  // An extension has to be asked for before the loan matures [民法典合同编 678].
  MATURITY: ({ orgId, today }) => sql`select d.case_id, min(coalesce(d.ends_on, d.next_due_on)) as due_on, '' as about
    from debts d join cases k on k.org_id = d.org_id and k.id = d.case_id
    where d.org_id = ${orgId} and k.stage in ${beforeSending} and (d.ends_on is not null or d.remaining_periods = 1)
      and coalesce(d.ends_on, d.next_due_on) >= ${today}::date group by d.case_id`,
  // Where no interruption is on record, in the half year before the period is over and while the client's side has the move. One
  // that is over is told until somebody has answered that it may be [民法典总则 188, 195].
  LIMITATION: ({ orgId, today, timeZone }) => sql`select case_id, min((since + ${period})::date), '' from (
      select d.case_id, d.limitation_last_interruption is not null as is_known, k.stage in ${beforeSending} as is_ours,
        ${limitationFrom(timeZone)} as since, exists (select 1 from proposal_versions p
          where p.org_id = d.org_id and p.case_id = d.case_id and p.limitation_answer = 'MAYBE_BARRED') as is_answered
      from debts d join cases k on k.org_id = d.org_id and k.id = d.case_id
      where d.org_id = ${orgId} and k.stage <> 'CLOSED') l
    where (is_known or (is_ours and since + ${months(monthsBeforeDoubt)} <= ${today}::date))
      and ((since + ${period})::date >= ${today}::date or (is_ours and not is_answered)) group by case_id`,
  EVIDENCE_REQUEST: ({ orgId }) => sql`select r.case_id, r.deadline, r.code from evidence_requests r
    where r.org_id = ${orgId} and r.deadline is not null and r.fulfilled_at is null and r.cannot_provide = ''`,
  // From this day a plan that is behind counts as broken by the office's rule. What is told to be paid and not checked yet covers
  // the oldest instalments first, as in the ledger.
  BREACH: ({ orgId, today, breachDays }) => sql`select i.case_id, min(i.due_on) + ${breachDays}::int + 1, min(i.n)::text
    from (select case_id, agreement_id, due_on, n, paid < amount as is_open,
        sum(amount - paid) over (partition by agreement_id order by n) as missing from instalments where org_id = ${orgId}) i
      join agreements g on g.org_id = ${orgId} and g.id = i.agreement_id
      left join lateral (select sum(amount) as told from payments p
        where p.org_id = g.org_id and p.agreement_id = g.id and p.verified_at is null) p on true
    where g.status = 'ACTIVE' and i.is_open and i.due_on < ${today}::date and i.missing > coalesce(p.told, 0)
    group by i.case_id, g.id`,
  INSTALMENT: ({ orgId }) => sql`select i.case_id, min(i.due_on), min(i.n)::text from instalments i
    join agreements g on g.org_id = i.org_id and g.id = i.agreement_id
    where i.org_id = ${orgId} and g.status = 'ACTIVE' and i.paid < i.amount group by i.case_id, g.id`,
  NEXT_DUE: ({ orgId, today }) => sql`select d.case_id, min(d.next_due_on), '' from debts d
    join cases k on k.org_id = d.org_id and k.id = d.case_id
    where d.org_id = ${orgId} and k.stage in ${beforeSending} and d.next_due_on >= ${today}::date group by d.case_id`,
  OFFER_EXPIRES: ({ orgId }) => sql`select v.case_id, v.valid_until, v.number::text from proposal_versions v
    join cases k on k.org_id = v.org_id and k.id = v.case_id
    where v.org_id = ${orgId} and v.valid_until is not null and v.sent_at is not null
      and v.outcome in ('PENDING', 'COUNTERED', 'ACCEPTED', 'ACCEPTED_MODIFIED')
      and k.stage in ('SUBMITTED', 'INFO_REQUESTED', 'COUNTERED', 'CONFIRMING')`,
  AUTHORITY_EXPIRES: (asked) => sql`select ${oneCaseOf(sql`a.client_id`, asked)}, max(a.valid_to), '' from authorisations a
    where a.org_id = ${asked.orgId} and a.revoked_at is null group by a.client_id having bool_and(a.valid_to is not null)`,
  REPLY_DUE: ({ orgId }) => sql`select v.case_id, v.expected_reply_by, v.number::text from proposal_versions v
    where v.org_id = ${orgId} and v.outcome = 'PENDING' and v.sent_at is not null and v.expected_reply_by is not null`,
  // The last promise of each side counts, until that side has been in touch since.
  PROMISE: ({ orgId }) => sql`select distinct on (c.case_id, ${sideOf(sql`c`)}) c.case_id, c.promised_reply_by, c.counterpart
    from contacts c where c.org_id = ${orgId} and c.promised_reply_by is not null
      and not exists (select 1 from contacts l where l.org_id = c.org_id and l.case_id = c.case_id and l.direction = 'IN'
        and l.at > c.at and ${sideOf(sql`l`)} = ${sideOf(sql`c`)})
    order by c.case_id, ${sideOf(sql`c`)}, c.at desc`,
  NO_ANSWER: ({ orgId, noResponseDays }) => sql`select v.case_id, v.expected_reply_by + ${noResponseDays}::int + 1, v.number::text
    from proposal_versions v
    where v.org_id = ${orgId} and v.outcome = 'PENDING' and v.sent_at is not null and v.expected_reply_by is not null`,
  EVIDENCE_EXPIRES: (asked) => sql`select ${oneCaseOf(sql`e.client_id`, asked)}, e.expires_on, e.code from evidence e
    where e.org_id = ${asked.orgId} and e.expires_on is not null and e.status = 'VERIFIED'`,
  // A task made for a document asked for is told by the request.
  TASK: ({ orgId }) => sql`select t.case_id, t.due_on, coalesce(nullif(t.title, ''), t.origin) from tasks t
    where t.org_id = ${orgId} and t.due_on is not null and t.done_at is null and t.origin not like 'document:%'`,
  BUDGET_STEP: ({ orgId }) => sql`select f.case_id, f.target_on, f.title from fallback_plans f
    where f.org_id = ${orgId} and f.kind = 'BUDGET' and f.status = 'OPEN' and f.target_on is not null`,
  HOLD_ENDS: ({ orgId }) =>
    sql`select k.id, k.hold_until, '' from cases k where k.org_id = ${orgId} and k.hold_until is not null`,
  NEXT_ACTION: ({ orgId, today }) => sql`select k.id, k.due_on, k.next_action from cases k where k.org_id = ${orgId}
    and k.due_on is not null and k.next_action is not null and coalesce(k.hold_until, ${today}::date) <= ${today}::date`,
}
