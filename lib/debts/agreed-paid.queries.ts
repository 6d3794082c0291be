import { and, desc, eq, isNotNull, sql, sum } from 'drizzle-orm'
import { prepared } from '@/db/prepared'
import { agreements, balanceSnapshots, debts, payments } from '@/db/schema'
import type { Reading } from '@/lib/core/query'
import { type CivilDate, civilDateIn } from '@/lib/platform/dates'
import { type Money, money, zero } from '@/lib/platform/money'

type Door = Pick<Reading, 'tx' | 'actor'>
type Of = { orgId: string; id: string }

/**
 * The day of a case's latest bill, null where none is on file, and what payments that were checked paid under its running
 * agreement after that day, CNY: of one that is paid to its end nothing is owed that they could be taken off. What is owed is what the bill says: a lender's split of a payment is known with its next bill.
 */
export async function sinceBill(door: Door, kase: Of): Promise<{ billOn: CivilDate | null; planPaid: Money }> {
  const billOn = await lastBillOn(door, kase)
  return { billOn, planPaid: await paidUnderPlan(door, kase, billOn) }
}

async function lastBillOn({ tx, actor }: Door, kase: Of) {
  const [bill] = await bills(tx).execute(kase)
  return bill === undefined ? null : civilDateIn(bill.at, actor.timeZone)
}

const asked = sql.placeholder
const bills = prepared((tx) =>
  tx
    .select({ at: balanceSnapshots.capturedAt })
    .from(balanceSnapshots)
    .innerJoin(debts, and(eq(debts.orgId, balanceSnapshots.orgId), eq(debts.id, balanceSnapshots.debtId)))
    .where(and(eq(balanceSnapshots.orgId, asked('orgId')), eq(debts.caseId, asked('id'))))
    .orderBy(desc(balanceSnapshots.capturedAt))
    .limit(1),
)

async function paidUnderPlan({ tx }: Door, { orgId, id }: Of, after: CivilDate | null): Promise<Money> {
  const [row] = await sums(tx).execute({ orgId, id, after })
  return row?.paid ? money(row.paid) : zero
}

const sums = prepared((tx) =>
  tx
    .select({ paid: sum(payments.amount) })
    .from(payments)
    .innerJoin(agreements, and(eq(agreements.orgId, payments.orgId), eq(agreements.id, payments.agreementId)))
    .where(
      and(
        ...[eq(agreements.orgId, asked('orgId')), eq(agreements.caseId, asked('id'))],
        ...[eq(agreements.status, 'ACTIVE'), isNotNull(payments.verifiedAt)],
        sql`${payments.paidOn} > coalesce(${asked('after')}::date, '-infinity')`,
      ),
    ),
)
