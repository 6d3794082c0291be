import { type Money, rate, round, sum } from '@/lib/platform/money'
import { isRegular, periodFactor } from '@/lib/schedules/accrual'
import { dueDateAfter, monthly } from '@/lib/schedules/frequency'
import type { DueRow } from './left'

/** What accrues in the period up to each day of a plan on the principal that is then still to pay, CNY; `dailyPercent` in percent. */
export function interestByRow(rows: readonly Pick<DueRow, 'due' | 'principal'>[], dailyPercent: string): Money[] {
  const daily = { per: 'day' as const, value: rate(dailyPercent).div(100) }
  let balance = sum(rows.map(({ principal }) => principal))
  return rows.map(({ due, principal }, index) => {
    const from = rows[index - 1]?.due ?? dueDateAfter(due, monthly, -1)
    const period = { n: index + 1, from, due, regular: isRegular(from, due, monthly) }
    const interest = round(balance.times(periodFactor(daily, period, { dayCount: '30/360', every: monthly })), 'half_up')
    balance = balance.minus(principal)
    return interest
  })
}
