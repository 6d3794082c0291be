import type { CivilDate } from '@/lib/platform/dates'
import { type Money, one, type Rate, rate, zero } from '@/lib/platform/money'
import { dayCounts } from '@/lib/schedules/day-count'
import { presentValue } from '@/lib/schedules/discount'

type DatedAmount = { on: CivilDate; amount: Money }

/** Contract terms a plan is measured against: its daily rate as a fraction, the day, and what is owed on that day. */
export type Contract = { dailyRate: Rate; at: CivilDate; balance: Money }

/**
 * What dated payments are worth on a day at the contract rate, which compounds with each month of thirty days, as the
 * instalments of the contract themselves do. In CNY, exact.
 */
export function worthOf(payments: readonly DatedAmount[], { dailyRate, at }: Omit<Contract, 'balance'>): Money {
  const perDay = one.div(dailyRate.times(30).plus(1)).pow(rate(1).div(30))
  const days = dayCounts['30e/360'].days
  return presentValue(
    payments.map(({ on, amount }) => ({ at: days(at, on), amount })),
    perDay,
  )
}

/**
 * How much the creditor is asked to give up, as a fraction of the balance: one less the worth of the payments offered
 * (factor F-20). Undefined where nothing is owed.
 */
export function concessionAsked(payments: readonly DatedAmount[], contract: Contract): Rate | undefined {
  return contract.balance.gt(zero) ? one.minus(worthOf(payments, contract).div(contract.balance)) : undefined
}
