import { type SQL, sql } from 'drizzle-orm'
import { isAlreadyHere } from '@/lib/evidence/already-here'
import type { BulkKind } from './bulk-kinds'

/** The office, its day and its clock. */
export type Asked = { orgId: string; today: string; timeZone: string }

/** Days ahead in which an instalment is worth a reminder. */
const ahead = 14

/** The cases a kind of letter is for: case, since when it waits, and the day that matters. A new kind is a row here. */
export const sources: Record<BulkKind, (asked: Asked) => SQL> = {
  // A proposal went out and is not answered.
  REMINDER: ({ orgId, timeZone }) => sql`select v.case_id, (v.sent_at at time zone ${timeZone})::date, v.expected_reply_by
    from proposal_versions v join cases k on k.org_id = v.org_id and k.id = v.case_id
    where v.org_id = ${orgId} and v.outcome = 'PENDING' and v.sent_at is not null and k.stage = 'SUBMITTED'`,
  // The creditor agreed and has not put it on paper.
  CONFIRMATION_REQUEST: ({ orgId }) => sql`select d.case_id, max(d.decided_on), max(k.due_on)
    from decisions d join cases k on k.org_id = d.org_id and k.id = d.case_id
    where d.org_id = ${orgId} and k.stage = 'CONFIRMING' and (d.result in ('ACCEPTED', 'ACCEPTED_MODIFIED') or d.counter_accepted)
    group by d.case_id`,
  // The client was asked for papers that are not here yet.
  DOCUMENT_REQUEST: ({
    orgId,
    today,
    timeZone,
  }) => sql`select r.case_id, (min(r.created_at) at time zone ${timeZone})::date, min(r.deadline)
    from evidence_requests r join cases k on k.org_id = r.org_id and k.id = r.case_id
    where r.org_id = ${orgId} and r.fulfilled_at is null and r.cannot_provide = '' and k.stage <> 'CLOSED'
      and not ${isAlreadyHere(sql`r`, { today, timeZone })} group by r.case_id`,
  // An instalment of a plan that runs is due within two weeks, or was.
  PLAN_REMINDER: ({ orgId, today }) => sql`select i.case_id, max(g.confirmed_on), min(i.due_on)
    from instalments i join agreements g on g.org_id = i.org_id and g.id = i.agreement_id
    where i.org_id = ${orgId} and g.status = 'ACTIVE' and i.paid < i.amount and i.due_on <= ${today}::date + ${ahead}::int
    group by i.case_id`,
}
