import type { Plan } from '@/db/schema/proposals'
import { greatest, type Money, money, toText, zero } from '@/lib/platform/money'

/** Whether what is offered can be kept up. Amounts in CNY as text; null without a financial statement. */
export type Affordability = {
  surplus: string
  /** The dearest month but the last, which absorbs what rounding left. */
  dearest: string
  /** Surplus less the dearest month; negative where it does not fit. */
  buffer: string
  fits: boolean
}

/**
 * Plans of all loan notes against what the household can sustain, month by month: two instalments in one month are one
 * burden. Plans settled by one payment out of other money are to be left out.
 */
export function affordability(plans: readonly Plan[], surplus: string): Affordability {
  const months = monthlySums(plans)
  const regular = months.length > 1 ? months.slice(0, -1) : months
  const dearest = regular.reduce(greatest, zero)
  const available = money(surplus)
  return {
    surplus,
    dearest: toText(dearest),
    buffer: toText(available.minus(dearest)),
    fits: months.every((sum) => sum.lte(available)),
  }
}

/** What falls due in each month, in order. */
function monthlySums(plans: readonly Plan[]): Money[] {
  const months = new Map<string, Money>()
  for (const { due, payment } of plans.flatMap(({ rows }) => rows)) {
    const month = due.slice(0, 7)
    months.set(month, (months.get(month) ?? zero).plus(money(payment)))
  }
  return [...months.keys()].toSorted().map((month) => months.get(month) ?? zero)
}
