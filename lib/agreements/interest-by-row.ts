import type { AgreedNote } from '@/db/schema/agreements'
import type { CivilDate } from '@/lib/platform/dates'
import { least, type Money, money, rate, round, sum } from '@/lib/platform/money'
import { isRegular, periodFactor } from '@/lib/schedules/accrual'
import { dueDateAfter, monthly } from '@/lib/schedules/frequency'
import type { DueRow } from './left'

/** The rate of a loan note in percent a day, its first period, and what of its principal bears no interest. */
export type Bearing = Pick<AgreedNote, 'dailyPercent' | 'interestFree' | 'firstPeriod'>

/** What accrues in the period up to each day of a plan on the principal that is then still to pay and bears interest, CNY. */
export function interestByRow(rows: readonly Pick<DueRow, 'due' | 'principal'>[], note: Bearing) {
  const { dailyPercent, interestFree = [] } = note
  const daily = { per: 'day' as const, value: rate(dailyPercent).div(100) }
  const bearing = rows.map(({ due, principal }): Money => {
    const free = sum(interestFree.filter((part) => part.due === due).map((part) => money(part.principal)))
    return principal.minus(least(principal, free))
  })
  let balance = sum(bearing)
  return rows.map(({ due }, index) => {
    const first = firstPeriodUpTo(due, note)
    const from = rows[index - 1]?.due ?? first?.from ?? dueDateAfter(due, monthly, -1)
    const period = { n: index + 1, from, due, regular: isRegular(from, due, monthly) }
    const byMonths = round(balance.times(periodFactor(daily, period, { dayCount: '30/360', every: monthly })), 'half_up')
    balance = balance.minus(bearing[index] ?? '0')
    return first?.interest === undefined ? byMonths : money(first.interest)
  })
}

/** The first period of a loan note, where it is the one up to that day. */
export const firstPeriodUpTo = (due: CivilDate, { firstPeriod }: Pick<AgreedNote, 'firstPeriod'>) =>
  firstPeriod?.due === due ? firstPeriod : undefined
