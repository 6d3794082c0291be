import type { CivilDate } from '@/lib/platform/dates'
import type { Money, Rate, RoundingMode } from '@/lib/platform/money'
import type { WorkingCalendar } from '@/lib/platform/working-days'
import type { Frequency } from './frequency'

/** 等额本息, 等额本金, 先息后本, interest on the original amount, and instalments named one by one. */
export const methods = ['equal_instalment', 'equal_principal', 'interest_only', 'flat', 'stepped'] as const
export type Method = (typeof methods)[number]

/** `period`: every period counts the same. `30/360`: months of thirty days. The others count actual days. */
export const dayCountRules = ['period', '30/360', 'actual/365', 'actual/360', 'actual/364', 'actual/actual'] as const
export type DayCountRule = (typeof dayCountRules)[number]

/** What a payment beyond the instalment does: ends the loan sooner, lowers the later instalments, or counts towards the next ones. */
export const prepayments = ['shorter', 'lower', 'next'] as const
type Prepayment = (typeof prepayments)[number]

/** A rate as a fraction (0.0004 a day) of the time it is quoted for. */
export type LoanRate = { per: 'year' | 'day' | 'period'; value: Rate }

export type Rounding = {
  mode: RoundingMode
  /** The instalment is a multiple of this (1 for whole yuan). */
  instalmentMultiple: Money
  /** A part of principal that a method fixes is a multiple of this. */
  principalMultiple: Money
  /** Interest is rounded to this each period; undefined carries it exactly and only what is shown is rounded. */
  interest: Money | undefined
  /** Where the balance or the rate changes within a period, each stretch is rounded by itself and then added. */
  perSegment: boolean
}

/**
 * `rate` holds for the whole of its day. `extendBy` re-spreads the instalments due on or after its day. `disburse` raises
 * the balance at the end of its day.
 */
export type Change =
  | { on: CivilDate; kind: 'rate'; value: Rate }
  | { on: CivilDate; kind: 'extend'; by: number }
  | { on: CivilDate; kind: 'disburse'; amount: Money }

export type Payment = { on: CivilDate; amount: Money }

/** Everything a schedule follows from. Amounts in CNY, dates civil. */
export type Terms = {
  principal: Money
  rate: LoanRate
  method: Method
  periods: number
  disbursed: CivilDate
  firstDue: CivilDate
  /** The day of the month instalments keep to, where the first due date fell on a shorter month's end. */
  dueDay?: number
  every: Frequency
  dayCount: DayCountRule
  rounding: Rounding
  /** First periods that ask for interest only. */
  interestOnlyPeriods?: number
  /** First periods whose interest is asked for together with that of the period after them. */
  interestDeferredPeriods?: number
  /** The instalment agreed on, where it is not worked out. */
  fixedInstalment?: Money
  /** Stepped: the first instalments, one by one; those after them are level. */
  payments?: readonly Money[]
  changes?: readonly Change[]
  /** What has really been paid. Instalments due by `asOf` (or else the last payment) and not paid keep bearing interest until then. */
  paid?: readonly Payment[]
  prepayment?: Prepayment
  asOf?: CivilDate
  /** Ask for the amount that settles everything on this day. */
  payOffOn?: CivilDate
  /** Due dates on a day off move to the next working day. */
  calendar?: WorkingCalendar
}
