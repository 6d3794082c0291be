import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { prepared } from '@/db/prepared'
import { agreements, debts, instalments, proposalLines } from '@/db/schema'
import { leftOf, paymentOf } from '@/lib/agreements/left'
import type { Reading } from '@/lib/core/query'
import type { CivilDate } from '@/lib/platform/dates'
import { zero } from '@/lib/platform/money'
import { type AgreedDue, dueUnder, oldestOf } from './buckets'
import { paidOffNotes } from './paid-off.queries'

/**
 * The loan notes of a case that an agreement covers, each with the first instalment that is not paid in full, or null where
 * all are. Their dates are those of the agreement: what the contract said before is no longer when they fall due.
 */
export async function agreedDue({ tx }: Pick<Reading, 'tx'>, { orgId, id }: { orgId: string; id: string }): Promise<AgreedDue> {
  return dueOf({ tx }, await agreed(tx).execute({ orgId, caseId: id }))
}

/** Those of agreements that are paid to their end, as which nothing but a later bill changes any more. */
export async function completedDue(
  { tx }: Pick<Reading, 'tx'>,
  { orgId, id }: { orgId: string; id: string },
): Promise<AgreedDue> {
  const all = await agreed(tx).execute({ orgId, caseId: id })
  return dueOf(
    { tx },
    all.filter(({ status }) => status === 'COMPLETED'),
  )
}

async function dueOf({ tx }: Pick<Reading, 'tx'>, of: readonly Agreement[]): Promise<AgreedDue> {
  const due: [string, CivilDate | null][] = []
  for (const agreement of of) due.push(...(await dueByNote({ tx }, agreement)))
  return new Map(due)
}

const ofCase = and(eq(agreements.orgId, sql.placeholder('orgId')), eq(agreements.caseId, sql.placeholder('caseId')))
const agreed = prepared((tx) =>
  tx
    .select()
    .from(agreements)
    .where(and(ofCase, inArray(agreements.status, ['ACTIVE', 'COMPLETED']))),
)

type Agreement = typeof agreements.$inferSelect

async function dueByNote({ tx }: Pick<Reading, 'tx'>, agreement: Agreement): Promise<[string, CivilDate | null][]> {
  const ledger = await tx
    .select({ dueOn: instalments.dueOn, amount: instalments.amount, paid: instalments.paid })
    .from(instalments)
    .where(and(eq(instalments.orgId, agreement.orgId), eq(instalments.agreementId, agreement.id)))
    .orderBy(asc(instalments.n))
  if (agreement.notes.length > 0)
    return leftOf(agreement, ledger).map(({ debtId, rows }) => [debtId, rows.find((row) => paymentOf(row).gt(zero))?.due ?? null])
  const open = ledger.find(({ paid, amount }) => paid.lt(amount))?.dueOn ?? null
  return (await askedIn({ tx }, agreement)).map(({ debtId }) => [debtId, open])
}

/** The loan notes of a version: an agreement made before it kept its own covers these. */
const askedIn = ({ tx }: Pick<Reading, 'tx'>, { orgId, versionId }: Agreement) =>
  tx
    .select({ debtId: proposalLines.debtId })
    .from(proposalLines)
    .where(and(eq(proposalLines.orgId, orgId), eq(proposalLines.versionId, versionId)))

type Due = { oldestDueOn: CivilDate | null; isPaidUp: boolean; isPaidOff: boolean }

/**
 * The day a case's days past due count from, by its agreement where it has one; `isPaidUp` where nothing is left to pay under
 * it, and `isPaidOff` where no later bill tells of anything more.
 */
export async function caseDue(
  { tx, actor }: Pick<Reading, 'tx' | 'actor'>,
  kase: { orgId: string; id: string; oldestDueOn: CivilDate | null },
): Promise<Due> {
  const agreed = await agreedDue({ tx }, kase)
  if (agreed.size === 0) return { oldestDueOn: kase.oldestDueOn, isPaidUp: false, isPaidOff: false }
  const notes = await tx
    .select({ id: debts.id, oldestUnpaidDueOn: debts.oldestUnpaidDueOn, nextDueOn: debts.nextDueOn })
    .from(debts)
    .where(and(eq(debts.orgId, kase.orgId), eq(debts.caseId, kase.id)))
  const paidOff = await paidOffNotes({ tx, actor }, kase.orgId, agreed)
  return {
    oldestDueOn: oldestOf(notes.map((note) => dueUnder(agreed, note))),
    isPaidUp: notes.every(({ id }) => agreed.get(id) === null),
    isPaidOff: notes.every(({ id }) => paidOff.has(id)),
  }
}
