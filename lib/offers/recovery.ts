import type { Plan } from '@/db/schema/proposals'
import { type CivilDate, daysBetween } from '@/lib/platform/dates'
import { exp, ln, type Money, money, one, type Rate, sum } from '@/lib/platform/money'

/**
 * What a plan is worth today to the one who is paid: each payment discounted at the contract's own rate (a fraction a day)
 * by actual days, compounding over thirty, as factor F-20 does.
 */
export function presentValue({ rows }: Plan, dailyRate: Rate, at: CivilDate): Money {
  const perMonth = ln(one.plus(dailyRate.times(30)))
  const discount = (due: CivilDate) => exp(perMonth.times(-daysBetween(at, due)).div(30))
  return sum(rows.map(({ due, payment }) => money(payment).times(discount(due))))
}
