import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Case } from '@/lib/cases/scope.queries'
import type { Reading } from '@/lib/core/query'
import type { CivilDate } from '@/lib/platform/dates'

/**
 * The day from which the limitation period of a loan note `d` runs, for the radar and for the builder alike: the latest of its
 * oldest day that is not paid, an interruption on record, and the last proposal that went out and names it: what is said of one
 * loan note of a case acknowledges no other.
 *
 * A proposal that was withdrawn after it went out counts like the others: it had reached the creditor, and what has arrived
 * cannot be taken back as if it had never been said [民法典总则 137, 141, 195(2); 诉讼时效规定 14]. One withdrawn before it went
 * out has told nobody anything, and has no day on which it was sent.
 */
export const limitationFrom = (timeZone: string): SQL => sql`greatest(d.limitation_last_interruption, ${unpaidSince}, (
  select (max(p.sent_at) at time zone ${timeZone})::date from proposal_versions p
    join proposal_lines n on n.org_id = p.org_id and n.version_id = p.id and n.debt_id = d.id
  where p.org_id = d.org_id and p.case_id = d.case_id))`

/** Under an agreement the dates are those of its instalments: what the contract said before is no longer when the note falls due. */
const unpaidSince = sql`(select case when count(g.id) > 0 then min(i.due_on) else coalesce(d.oldest_unpaid_due_on, d.next_due_on) end
  from agreements g
    join proposal_lines l on l.org_id = g.org_id and l.version_id = g.version_id and l.debt_id = d.id
    left join instalments i on i.org_id = g.org_id and i.agreement_id = g.id and i.paid < i.amount
  where g.org_id = d.org_id and g.case_id = d.case_id and g.status in ('ACTIVE', 'COMPLETED'))`

/** The first of these days among the loan notes of a case, or null where nothing is known of any. */
export async function limitationOf({ tx, actor }: Reading, { orgId, id }: Case): Promise<CivilDate | null> {
  const { rows } = await tx.execute(sql`select min(${limitationFrom(actor.timeZone)})::text as since from debts d
    where d.org_id = ${orgId} and d.case_id = ${id}`)
  return z.tuple([z.object({ since: z.string().nullable() })]).parse(rows)[0].since
}
