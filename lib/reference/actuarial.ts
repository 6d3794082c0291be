import { z } from 'zod'
import { type Money, money, one, type Rate, rate, zero } from '@/lib/platform/money'
import { rootBetween } from '@/lib/schedules/root'
import { decimal, figures, type MoneyCase, noSolution } from './money-case'

/** An amount at a number of full unit-periods and a fraction of one after the start. */
type Timed = { amount: Money; periods: number; fraction: Rate }

const number = decimal.transform((text) => ratio(text))
const timedInput = z.object({
  amount: decimal.transform(money),
  count: z.int().min(1).default(1),
  full_unit_periods: z.int().optional(),
  fraction: number.optional(),
})
const inputs = z.object({
  advance: decimal.transform(money).optional(),
  advances: z.array(timedInput).default([]),
  payments: z.array(timedInput),
  unit_periods_per_year: number,
  full_unit_periods_to_first: z.int().min(0).default(1),
  fraction_to_first: number.default(zero),
})

/**
 * The annual percentage rate of the actuarial method (12 CFR 1026, appendix J): full unit-periods compound, a fraction of
 * one bears simple interest, and the rate of the unit-period is multiplied by their number a year.
 */
export function answerActuarial(given: MoneyCase) {
  const terms = inputs.parse(given.inputs)
  const lent = [
    ...(terms.advance ? [{ amount: terms.advance, periods: 0, fraction: zero }] : []),
    ...spread(terms.advances, 0, zero),
  ]
  const repaid = spread(terms.payments, terms.full_unit_periods_to_first, terms.fraction_to_first)
  const excess = (value: Rate) => worth(lent, value).minus(worth(repaid, value))
  const found = unitRate(excess)
  return found ? figures(given, () => found.times(terms.unit_periods_per_year).times(100)) : noSolution
}

const worth = (amounts: readonly Timed[], value: Rate): Rate => {
  let total = zero
  for (const { amount, periods, fraction } of amounts)
    total = total.plus(amount.div(fraction.times(value).plus(1).times(value.plus(1).pow(periods))))
  return total
}

/** Each entry stands for `count` amounts one unit-period apart, following the entry before unless it says when it starts. */
function spread(entries: readonly z.output<typeof timedInput>[], start: number, fraction: Rate): Timed[] {
  let next = start
  return entries.flatMap((entry) => {
    const first = entry.full_unit_periods ?? next
    next = first + entry.count
    const timed = { amount: entry.amount, fraction: entry.fraction ?? fraction }
    return Array.from({ length: entry.count }, (_, index) => ({ ...timed, periods: first + index }))
  })
}

/** Payments above what was lent cost something, below it give something back; either way the rate is close by. */
function unitRate(excess: (value: Rate) => Rate): Rate | undefined {
  const costs = excess(zero).lte(zero)
  for (let bound = rate('0.01'); bound.lt(1000); bound = bound.times(2)) {
    const to = costs ? bound : one.div(bound.plus(1)).minus(1)
    const found = rootBetween(excess, { from: zero, to })
    if (found) return found
  }
  return undefined
}

function ratio(text: string): Rate {
  const [above = '', below = '1'] = text.split('/')
  return rate(above).div(rate(below))
}
