import type { BalanceBucket, Treatment } from '@/db/vocabulary'
import { type CivilDate, dayOfMonth } from '@/lib/platform/dates'
import { type Money, type Rate, sum, zero } from '@/lib/platform/money'
import { dueDateAfter, type Frequency } from '@/lib/schedules/frequency'
import type { DayCountRule, Method } from '@/lib/schedules/terms'

export type Buckets = Record<BalanceBucket, Money>

/** A debt as it stands on the proposal's date. Rates are fractions (0.0004 a day). */
export type Debt = {
  buckets: Buckets
  dailyRate: Rate
  method: Method
  /** Everything, interest included, falls due with the last instalment. */
  bullet: boolean
  remainingPeriods: number
  nextDue: CivilDate
  /** When the period up to `nextDue` began, where it is not one step long. */
  began?: CivilDate
  dueDay?: number
  every: Frequency
  dayCount: DayCountRule
  /** In a pause that is agreed and not over, or in periods that are paid before their day. */
  accruing?: readonly Accruing[]
}

/** Interest of a period before the next instalment: the day on which it has accrued, CNY, and what it then joins. */
export type Accruing = { on: CivilDate; amount: Money; joins: 'principal' | 'interest' }

/** What a proposal asks of one debt. Every relief sets its own field, so their order does not matter. */
export type Offer = {
  dailyRate: Rate
  method: Method
  periods: number
  firstDue: CivilDate
  dueDay: number | undefined
  /** What of each bucket is given up. */
  waived: Buckets
  /** Arrears become part of the rescheduled amount. */
  whole: boolean
  treatment: Treatment
  interestOnlyPeriods: number
  instalment: Money | undefined
  /** Whether the number of periods was asked for, so that an instalment asked for does not change it. */
  periodsAsked: boolean
  pause: { periods: number; waived: boolean }
  lumpSum: LumpSum | undefined
}

export type LumpSum = { amount: Money; on: CivilDate }

/** What is past due or accrued: everything but the principal that is still to fall due. */
export const arrearsBuckets = [
  'overduePrincipal',
  'interest',
  'overdueInterest',
  'penaltyPrincipal',
  'penaltyInterest',
  'fees',
] as const

export const nothingWaived: Buckets = {
  principal: zero,
  overduePrincipal: zero,
  interest: zero,
  overdueInterest: zero,
  penaltyPrincipal: zero,
  penaltyInterest: zero,
  fees: zero,
}

/** A debt whose next due date has passed unpaid: what was due is among its arrears, the instalments go on from the next date. */
export function current({ began, ...debt }: Debt, from: CivilDate): Debt {
  const { nextDue, every, dueDay = dayOfMonth(nextDue) } = debt
  let steps = 0
  while (dueDateAfter(nextDue, every, steps, dueDay) < from) steps += 1
  const running = steps === 0 && began !== undefined ? { began } : {}
  return { ...debt, ...running, dueDay, nextDue: dueDateAfter(nextDue, every, steps, dueDay) }
}

/** The debt carried on as it is. */
export const asAgreed = (debt: Debt): Offer => ({
  dailyRate: debt.dailyRate,
  method: debt.method,
  periods: debt.remainingPeriods,
  firstDue: debt.nextDue,
  dueDay: debt.dueDay,
  waived: nothingWaived,
  whole: false,
  treatment: 'FIRST_INSTALMENT',
  interestOnlyPeriods: 0,
  instalment: undefined,
  periodsAsked: false,
  pause: { periods: 0, waived: false },
  lumpSum: undefined,
})

export const total = (buckets: Buckets): Money => sum(Object.values(buckets))

/** What is left of a debt's buckets once the offer's waivers are granted. */
export function remaining({ buckets }: Debt, { waived }: Offer): Buckets {
  return {
    principal: buckets.principal.minus(waived.principal),
    overduePrincipal: buckets.overduePrincipal.minus(waived.overduePrincipal),
    interest: buckets.interest.minus(waived.interest),
    overdueInterest: buckets.overdueInterest.minus(waived.overdueInterest),
    penaltyPrincipal: buckets.penaltyPrincipal.minus(waived.penaltyPrincipal),
    penaltyInterest: buckets.penaltyInterest.minus(waived.penaltyInterest),
    fees: buckets.fees.minus(waived.fees),
  }
}
