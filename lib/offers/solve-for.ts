import type { ReliefLine } from '@/db/schema/proposals'
import { type CivilDate, parts } from '@/lib/platform/dates'
import { money } from '@/lib/platform/money'
import type { DebtSheet } from '@/lib/proposals/debt-sheet'
import { workOut } from '@/lib/proposals/work-out'

/** The three figures of a plan; naming one of them answers the other two. */
export const goals = ['instalment', 'total', 'periods'] as const
export type Goal = (typeof goals)[number]

const mostPeriods = 120

type Case = { sheet: DebtSheet; others: readonly ReliefLine[]; from: CivilDate }

/**
 * The relief that reaches a goal, beside the `others` that stay as they are: a monthly amount (CNY) leaves the number of
 * instalments open, a number of instalments is asked for as it is, and a total (CNY) becomes the longest term that does not
 * cost more. Undefined where the amount is no amount, or no term is as cheap as that.
 */
export function reliefFor(goal: Goal, wanted: string, given: Case): ReliefLine | undefined {
  return answers[goal](wanted, given)
}

const answers: Record<Goal, (wanted: string, given: Case) => ReliefLine | undefined> = {
  instalment: (wanted) => ({ type: 'LOWER_INSTALMENT', amount: wanted }),
  periods: (wanted) => ({ type: 'TERM_EXTENSION', toPeriods: Number.parseInt(wanted, 10) }),
  total: (wanted, given) => {
    const toPeriods = longestWithin(wanted, given)
    return toPeriods === 0 ? undefined : { type: 'TERM_EXTENSION', toPeriods }
  },
}

/** A longer term never costs less, so the longest one within a total is found by halving. */
function longestWithin(wanted: string, { sheet, others, from }: Case): number {
  const costs = (toPeriods: number) => {
    const line = { debtId: sheet.debtId, reliefs: [...others, { type: 'TERM_EXTENSION' as const, toPeriods }] }
    return money(workOut([sheet], [{ ...line, treatment: 'FIRST_INSTALMENT' }], { surplus: null, from }).after.total)
  }
  let [within, beyond] = [0, mostPeriods + 1]
  while (beyond - within > 1) {
    const middle = Math.floor((within + beyond) / 2)
    if (costs(middle).lte(money(wanted))) within = middle
    else beyond = middle
  }
  return within
}

/** Months from one plan's end to the other's; negative where the second ends sooner. */
export function monthsBetweenEnds(before: CivilDate, after: CivilDate): number {
  if (before === '' || after === '') return 0
  const [a, b] = [parts(before), parts(after)]
  return (b.year - a.year) * 12 + b.month - a.month
}
