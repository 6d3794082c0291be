import { money, percentText, toText } from '@/lib/platform/money'

/**
 * One payment that settles what is owed today (domain.md SR-05).
 * @param owed CNY as text
 * @param paid CNY as text
 * @returns the share of the balance in percent to one decimal, and what is given up (CNY as text; negative where more is paid than owed)
 */
export const settlement = (owed: string, paid: string) => ({
  percent: money(owed).isZero() ? '0.0' : percentText(money(paid).div(money(owed)), 1),
  discount: toText(money(owed).minus(money(paid))),
})
