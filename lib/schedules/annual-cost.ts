import type { CivilDate } from '@/lib/platform/dates'
import type { Money } from '@/lib/platform/money'
import { one, type Rate } from '@/lib/platform/money'
import { dayCounts } from './day-count'
import { discountFactors, type Flow } from './discount'

/** The yearly cost of a loan as a fraction, both ways the People's Bank allows. */
export type AnnualCost = { simple: Rate; irr: Rate }

/**
 * Yearly cost of money received and paid back on dates, months counting thirty days (PBOC announcement [2021] No. 3: all
 * costs over the principal really in use). `irr` compounds twelve months, `simple` is twelve times the monthly rate and
 * must be labelled as such. Undefined where the flows have no single rate.
 */
export function annualCost(
  received: { on: CivilDate; amount: Money },
  payments: readonly { on: CivilDate; amount: Money }[],
): AnnualCost | undefined {
  const paid: Flow[] = payments.map(({ on, amount }) => ({
    at: dayCounts['30e/360'].days(received.on, on),
    amount: amount.neg(),
  }))
  const found = discountFactors([{ at: 0, amount: received.amount }, ...paid])
  if (found.kind !== 'one') return undefined
  const month = one.div(found.value).pow(30)
  return { simple: month.minus(1).times(12), irr: month.pow(12).minus(1) }
}
