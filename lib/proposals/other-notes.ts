import type { CivilDate } from '@/lib/platform/dates'
import { money, sum, zero } from '@/lib/platform/money'
import type { DebtSheet } from './debt-sheet'

type Asked = readonly { debtId: string }[]

/** Loan notes of the case on which something is owed and of which a version asks nothing: they go on as agreed. */
export const untouched = (sheets: readonly DebtSheet[], asked: Asked): DebtSheet[] =>
  sheets.filter((sheet) => !asked.some(({ debtId }) => debtId === sheet.debtId) && money(sheet.owed).gt(zero))

/**
 * Those of them that cannot go on as agreed: something is overdue, and nobody disputes it. A version without them would
 * leave the client in default with the creditor it is sent to, so that it is not complete.
 */
export const leftOut = (sheets: readonly DebtSheet[], asked: Asked, today: CivilDate): DebtSheet[] =>
  untouched(sheets, asked).filter((sheet) => sheet.isDisputed !== true && isOverdue(sheet, today))

const overdueBuckets = ['overduePrincipal', 'overdueInterest', 'penaltyPrincipal', 'penaltyInterest'] as const

function isOverdue({ buckets, nextDueOn }: DebtSheet, today: CivilDate): boolean {
  const late = sum(overdueBuckets.map((bucket) => money(buckets[bucket])))
  return late.gt(zero) || (nextDueOn !== null && nextDueOn < today)
}
