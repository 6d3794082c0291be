import type { Plan } from '@/db/schema/proposals'
import { money, toText } from '@/lib/platform/money'

/** One line of the lender's plan beside ours; a line that only one of them has leaves the other side null. */
export type PlanDifference = {
  n: number
  ours: { due: string; payment: string } | null
  theirs: { due: string; payment: string } | null
  /** Their amount minus ours, CNY. */
  difference: string
  isSame: boolean
}

/** SE-13: the lender's 还款计划书 line by line against ours. Both are needed: only the paper binds, only ours was agreed. */
export function comparePlans(ours: Plan, theirs: Plan): PlanDifference[] {
  const lines = Math.max(ours.rows.length, theirs.rows.length)
  return Array.from({ length: lines }, (_, index) => compareLine(index, ours, theirs))
}

function compareLine(index: number, ours: Plan, theirs: Plan): PlanDifference {
  const our = sideOf(ours, index)
  const their = sideOf(theirs, index)
  const difference = money(their?.payment ?? '0').minus(money(our?.payment ?? '0'))
  return {
    n: index + 1,
    ours: our,
    theirs: their,
    difference: toText(difference),
    isSame: difference.isZero() && our?.due === their?.due,
  }
}

function sideOf({ rows }: Plan, index: number) {
  const row = rows[index]
  return row === undefined ? null : { due: row.due, payment: row.payment }
}
