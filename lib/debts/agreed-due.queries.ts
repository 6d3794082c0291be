import { and, eq, inArray, sql } from 'drizzle-orm'
import { agreements, debts, instalments, proposalLines } from '@/db/schema'
import type { Reading } from '@/lib/core/query'
import type { CivilDate } from '@/lib/platform/dates'
import { type AgreedDue, dueUnder, oldestOf } from './buckets'

/**
 * The loan notes of a case that an agreement covers, each with the first instalment that is not paid in full, or null where
 * all are. Their dates are those of the agreement: what the contract said before is no longer when they fall due.
 */
export async function agreedDue({ tx }: Pick<Reading, 'tx'>, { orgId, id }: { orgId: string; id: string }): Promise<AgreedDue> {
  const open = sql<CivilDate | null>`min(${instalments.dueOn}) filter (where ${instalments.paid} < ${instalments.amount})::text`
  const rows = await tx
    .select({ debtId: proposalLines.debtId, open })
    .from(agreements)
    .innerJoin(proposalLines, and(eq(proposalLines.orgId, agreements.orgId), eq(proposalLines.versionId, agreements.versionId)))
    .innerJoin(instalments, and(eq(instalments.orgId, agreements.orgId), eq(instalments.agreementId, agreements.id)))
    .where(and(eq(agreements.orgId, orgId), eq(agreements.caseId, id), inArray(agreements.status, ['ACTIVE', 'COMPLETED'])))
    .groupBy(proposalLines.debtId)
  return new Map(rows.map(({ debtId, open: due }) => [debtId, due]))
}

/** The day a case's days past due count from, by its agreement where it has one; `isPaidUp` where nothing is left to pay under it. */
export async function caseDue(
  { tx }: Pick<Reading, 'tx'>,
  kase: { orgId: string; id: string; oldestDueOn: CivilDate | null },
): Promise<{ oldestDueOn: CivilDate | null; isPaidUp: boolean }> {
  const agreed = await agreedDue({ tx }, kase)
  if (agreed.size === 0) return { oldestDueOn: kase.oldestDueOn, isPaidUp: false }
  const notes = await tx
    .select({ id: debts.id, oldestUnpaidDueOn: debts.oldestUnpaidDueOn, nextDueOn: debts.nextDueOn })
    .from(debts)
    .where(and(eq(debts.orgId, kase.orgId), eq(debts.caseId, kase.id)))
  return {
    oldestDueOn: oldestOf(notes.map((note) => dueUnder(agreed, note))),
    isPaidUp: notes.every(({ id }) => agreed.get(id) === null),
  }
}
