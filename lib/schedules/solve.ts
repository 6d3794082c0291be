import { fen, type Money, type Rate, rate, zero } from '@/lib/platform/money'
import { periodFactor } from './accrual'
import { levelInstalment } from './level'
import { periodAt } from './period'
import { rootBetween } from './root'
import { schedule } from './schedule'
import type { Terms } from './terms'

/** Why there is no answer: the amount does not cover the interest, or is less than the principal needs even without any. */
export type Unsolvable = 'amount_too_low'

export const maxPeriods = 600

/** The level instalment of the terms, before rounding; interest-only and deferred periods are left out of account. */
export function exactInstalment(terms: Terms): Rate {
  const ahead = Array.from({ length: terms.periods }, (_, index) => ({
    factor: periodFactor(terms.rate, periodAt(terms, index + 1), terms),
    deferred: false,
  }))
  return levelInstalment(terms.principal, zero, terms.principal.times(ahead[0]?.factor ?? zero), ahead)
}

/**
 * How many instalments of `amount` pay the terms off (`periods` is not read). A remainder that only rounding leaves, less
 * than a fen per instalment, is absorbed by the last one and makes no instalment of its own.
 */
export function countFor(terms: Terms, amount: Money): number | Unsolvable {
  const fixed = { ...terms, method: 'equal_instalment', fixedInstalment: amount, periods: maxPeriods } as const
  const { rows } = schedule(fixed)
  const last = rows.at(-1)?.payment ?? zero
  if (last.gt(amount)) return 'amount_too_low'
  return rows.length > 1 && last.lt(fen.times(rows.length)) ? rows.length - 1 : rows.length
}

/** The rate, in the unit of the terms' own, at which `amount` is the level instalment (`rate.value` is not read). */
export function rateFor(terms: Terms, amount: Money): Rate | Unsolvable {
  const excess = (value: Rate) => exactInstalment({ ...terms, rate: { ...terms.rate, value } }).minus(amount)
  if (excess(zero).gt(zero)) return 'amount_too_low'
  let high = rate('0.001')
  while (excess(high).lt(zero)) high = high.times(4)
  return rootBetween(excess, { from: zero, to: high }) ?? 'amount_too_low'
}
