import type { ReliefLine } from '@/db/schema/proposals'
import { type BalanceBucket, type ReliefType, reliefTypes } from '@/db/vocabulary'
import { decimalText, greatest, least, type Money, money, one, type Rate, rate, sum, zero } from '@/lib/platform/money'

/** The contract that reliefs are measured against. Amounts in CNY, the rate in percent a day. */
export type Yardstick = {
  buckets: Record<BalanceBucket, Money>
  balance: Money
  instalment: Money
  dailyPercent: Rate
  remainingPeriods: number
}

/**
 * Granted ÷ asked for each relief that was asked for, as a fraction with two decimals: waived fen, months added, instalment
 * cut, rate cut, discount. What was not granted is 0.00; a relief that has no size (停止催收) is 1.00 or 0.00.
 */
export function grantRatios(
  asked: readonly ReliefLine[],
  granted: readonly ReliefLine[],
  contract: Yardstick,
): Partial<Record<ReliefType, string>> {
  const ratios = asked.map((line) => [line.type, decimalText(grantRatio(line, granted, contract), 2)] as const)
  return Object.fromEntries(ratios.toSorted(([a], [b]) => reliefTypes.indexOf(a) - reliefTypes.indexOf(b)))
}

function grantRatio(asked: ReliefLine, granted: readonly ReliefLine[], contract: Yardstick): Rate {
  const given = granted.find((line) => line.type === asked.type)
  if (given === undefined) return zero
  const whole = sizes[asked.type](asked, contract)
  return whole.gt(zero) ? greatest(zero, sizes[asked.type](given, contract)).div(whole) : one
}

/** How much CNY a waiver takes off its buckets, never more than they hold. */
export function waivedOf(line: ReliefLine, { buckets }: Pick<Yardstick, 'buckets'>): Money {
  const held = sum((waivable[line.type] ?? []).map((bucket) => buckets[bucket]))
  return line.amount === undefined ? held.times(part(line.percent)).div(100) : least(held, part(line.amount))
}

const waivable: Partial<Record<ReliefType, readonly BalanceBucket[]>> = {
  WAIVE_INTEREST: ['interest'],
  WAIVE_OVERDUE_INTEREST: ['overdueInterest'],
  WAIVE_PENALTY_PRINCIPAL: ['penaltyPrincipal'],
  WAIVE_PENALTY_INTEREST: ['penaltyInterest'],
  WAIVE_FEES: ['fees'],
  WAIVE_PRINCIPAL: ['principal', 'overduePrincipal'],
}

type Size = (line: ReliefLine, contract: Yardstick) => Rate

const present: Size = () => one
const periods: Size = (line) => part(line.periods)

/** How big a relief is, each in its own unit. */
const sizes: Record<ReliefType, Size> = {
  TERM_EXTENSION: (line, { remainingPeriods }) => part(line.toPeriods).minus(remainingPeriods),
  INSTALMENT_PLAN: (line, { remainingPeriods }) => part(line.periods).minus(remainingPeriods),
  LOWER_INSTALMENT: (line, { instalment }) => instalment.minus(part(line.amount)),
  INTEREST_ONLY: periods,
  PAYMENT_PAUSE: periods,
  DATE_CHANGE: present,
  RATE_CUT: (line, { dailyPercent }) => dailyPercent.minus(part(line.toDailyPercent)),
  WAIVE_INTEREST: waivedOf,
  WAIVE_OVERDUE_INTEREST: waivedOf,
  WAIVE_PENALTY_PRINCIPAL: waivedOf,
  WAIVE_PENALTY_INTEREST: waivedOf,
  WAIVE_FEES: waivedOf,
  WAIVE_PRINCIPAL: waivedOf,
  LUMP_SUM: (line, { balance }) => balance.minus(part(line.amount)),
  STOP_COLLECTION: present,
  OTHER: present,
}

const part = (value: string | number | undefined): Money => (value === undefined ? zero : money(rate(value)))
