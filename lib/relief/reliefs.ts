import { z } from 'zod'
import type { BalanceBucket, ReliefType } from '@/db/vocabulary'
import { addMonths, type CivilDate, civilDate, parts } from '@/lib/platform/dates'
import { least, type Money, round } from '@/lib/platform/money'
import { amountText, dateText, percentText } from '@/lib/schedules/input'
import { maxPeriods } from '@/lib/schedules/solve'
import type { Method } from '@/lib/schedules/terms'
import type { Debt, Offer } from './offer'

const count = z.int().min(1).max(maxPeriods)
const share = z.union([
  z.strictObject({ percent: percentText.refine((part) => part.lte(1), 'hundred') }),
  z.strictObject({ amount: amountText }),
])

/**
 * Every relief: what it takes (`params`, also the builder's form) and what it changes in the offer. Parameters are those
 * of the JSON of `parley quote`: amounts and percentages as text.
 */
export const reliefs = {
  TERM_EXTENSION: relief(z.strictObject({ toPeriods: count }), (offer, { toPeriods }) => ({
    ...offer,
    periods: toPeriods,
    periodsAsked: true,
  })),
  INSTALMENT_PLAN: relief(z.strictObject({ periods: count, firstDue: dateText }), (offer, { periods, firstDue }) => ({
    ...offer,
    ...{ periods, firstDue, periodsAsked: true, whole: true, dueDay: undefined, method: inInstalments(offer.method) },
  })),
  LOWER_INSTALMENT: relief(
    z.strictObject({ amount: amountText.refine((amount) => amount.gt(0), 'zero') }),
    (offer, { amount }) => ({
      ...offer,
      ...{ instalment: amount, method: 'equal_instalment' },
    }),
  ),
  INTEREST_ONLY: relief(z.strictObject({ periods: count }), (offer, { periods }) => ({ ...offer, interestOnlyPeriods: periods })),
  PAYMENT_PAUSE: relief(
    z.strictObject({ periods: count, interest: z.enum(['accrues', 'waived']) }),
    (offer, { periods, interest }) => ({
      ...offer,
      pause: { periods, waived: interest === 'waived' },
    }),
  ),
  DATE_CHANGE: relief(z.strictObject({ dueDay: z.int().min(1).max(31) }), (offer, { dueDay }) => ({
    ...offer,
    ...{ dueDay, firstDue: nextOn(dueDay, offer.firstDue) },
  })),
  RATE_CUT: relief(z.strictObject({ toDailyPercent: percentText }), (offer, { toDailyPercent }) => ({
    ...offer,
    dailyRate: toDailyPercent,
  })),
  WAIVE_INTEREST: waiver('interest'),
  WAIVE_OVERDUE_INTEREST: waiver('overdueInterest'),
  WAIVE_PENALTY_PRINCIPAL: waiver('penaltyPrincipal'),
  WAIVE_PENALTY_INTEREST: waiver('penaltyInterest'),
  WAIVE_FEES: waiver('fees'),
  WAIVE_PRINCIPAL: relief(share, (offer, part, { buckets }) => {
    const asked = partOf(buckets.principal.plus(buckets.overduePrincipal), part)
    const overduePrincipal = least(asked, buckets.overduePrincipal)
    return { ...offer, waived: { ...offer.waived, overduePrincipal, principal: asked.minus(overduePrincipal) } }
  }),
  LUMP_SUM: relief(z.strictObject({ amount: amountText, on: dateText }), (offer, lumpSum) => ({ ...offer, lumpSum })),
  STOP_COLLECTION: relief(z.strictObject({}), (offer) => offer),
  OTHER: relief(z.strictObject({ text: z.string().min(1).max(2000) }), (offer) => offer),
} satisfies Record<ReliefType, Relief>

type Relief = {
  params: z.ZodType
  /** The offer with this relief asked for as well. Parameters that do not fit throw: check them with `params` first. */
  apply: (offer: Offer, params: unknown, debt: Debt) => Offer
}

function relief<S extends z.ZodType>(params: S, change: (offer: Offer, values: z.output<S>, debt: Debt) => Offer) {
  return { params, apply: (offer: Offer, values: unknown, debt: Debt) => change(offer, params.parse(values), debt) }
}

function waiver(bucket: BalanceBucket) {
  return relief(share, (offer, part, { buckets }) => ({
    ...offer,
    waived: { ...offer.waived, [bucket]: partOf(buckets[bucket], part) },
  }))
}

/** What is spread anew is paid off instalment by instalment, also where the contract asks for the principal at its end. */
const inInstalments = (method: Method): Method => (method === 'interest_only' ? 'equal_instalment' : method)

/** A share of a bucket, never more than there is. */
function partOf(amount: Money, part: z.output<typeof share>): Money {
  return 'percent' in part ? round(amount.times(part.percent), 'half_up') : least(amount, part.amount)
}

/** The first day of that number on or after a date; a month's last day where it is shorter. */
function nextOn(dueDay: number, date: CivilDate): CivilDate {
  const { year, month } = parts(date)
  const inMonth = civilDate(year, month, dueDay)
  return inMonth >= date ? inMonth : addMonths(inMonth, 1, dueDay)
}
