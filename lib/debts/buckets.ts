import type { BalanceBucket } from '@/db/vocabulary'
import { balanceBuckets } from '@/db/vocabulary'
import { type CivilDate, earlier } from '@/lib/platform/dates'
import { type Money, sum } from '@/lib/platform/money'

export type Buckets = Record<BalanceBucket, Money>

/** Everything owed on one loan note: the six buckets of the lender's interface and its fees, CNY. */
export const owedOf = (buckets: Buckets): Money => sum(balanceBuckets.map((bucket) => buckets[bucket]))

/** What a lender would call overdue: every bucket but principal and interest that run normally. */
export const overdueOf = (buckets: Buckets): Money =>
  sum(balanceBuckets.filter((bucket) => bucket !== 'principal' && bucket !== 'interest').map((bucket) => buckets[bucket]))

type Due = { oldestUnpaidDueOn: CivilDate | null; nextDueOn: CivilDate | null }

/** The day a debt's days past due are counted from: the oldest unpaid instalment, or the next one to come. */
export const dueOf = ({ oldestUnpaidDueOn, nextDueOn }: Due): CivilDate | null => oldestUnpaidDueOn ?? nextDueOn

/** Loan notes under an agreement: the first of its instalments that is not paid, or null where all are. */
export type AgreedDue = ReadonlyMap<string, CivilDate | null>

/** The same where an agreement has set new dates for some of the loan notes. */
export const dueUnder = (agreed: AgreedDue, note: Due & { id: string }): CivilDate | null => {
  const due = agreed.get(note.id)
  return due === undefined ? dueOf(note) : due
}

/** The same for several debts of a case: the oldest of them. */
export const oldestDue = (debts: readonly Due[]): CivilDate | null => oldestOf(debts.map(dueOf))

export const oldestOf = (dates: readonly (CivilDate | null)[]): CivilDate | null =>
  dates.reduce((oldest, due) => (oldest === null || due === null ? (oldest ?? due) : earlier(oldest, due)), null)
