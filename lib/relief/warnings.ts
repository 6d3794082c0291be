import type { CivilDate } from '@/lib/platform/dates'
import { greatest, type Money, zero } from '@/lib/platform/money'
import { dueDateAfter } from '@/lib/schedules/frequency'
import { type Row, totalOf } from '@/lib/schedules/plan'
import { type Figures, type QuoteRequest, regularInstalment } from './figures'
import { arrearsBuckets, type Debt, remaining, total } from './offer'
import type { OfferPlan } from './plan-of'

export const quoteWarnings = [
  'ABOVE_SURPLUS',
  'COSTS_MORE',
  'ARREARS_CAPITALISED',
  'LAST_INSTALMENT_LARGE',
  'INSTALMENT_TOO_LOW',
  'INSTALMENT_NOT_LOWER',
  'TERM_NOT_LONGER',
  'RATE_NOT_LOWER',
  'NOTHING_TO_WAIVE',
  'AFTER_MATURITY',
  'LUMP_SUM_PAST',
  'LUMP_SUM_ABOVE_DEBT',
  'LUMP_SUM_NEEDS_FUNDS',
] as const
export type QuoteWarning = (typeof quoteWarnings)[number]

/** What a counsellor must know before this proposal goes out, as codes. */
export const warningsOf = (request: QuoteRequest, figures: Figures): QuoteWarning[] =>
  quoteWarnings.filter((code) => applies[code](request, figures))

const asks = (request: QuoteRequest, ...types: string[]): boolean => request.reliefs.some((relief) => types.includes(relief.type))

const applies: Record<QuoteWarning, (request: QuoteRequest, figures: Figures) => boolean> = {
  ABOVE_SURPLUS: (_, { affordable }) => affordable === false,
  COSTS_MORE: (_, { saving }) => saving.lt(zero),
  ARREARS_CAPITALISED: (request, { offer }) => (offer.whole || offer.treatment === 'CAPITALISE') && hasArrears(request, offer),
  LAST_INSTALMENT_LARGE: (_, { after }) => lastIsLarge(after),
  INSTALMENT_TOO_LOW: (_, { after }) => after.instalmentTooLow,
  INSTALMENT_NOT_LOWER: (request, { before, after }) =>
    asks(request, 'LOWER_INSTALMENT') && [regularInstalment, dearest].every((of) => of(after.rows).gte(of(before.rows))),
  TERM_NOT_LONGER: (request, { offer }) => asks(request, 'TERM_EXTENSION') && offer.periods <= request.debt.remainingPeriods,
  RATE_NOT_LOWER: (request, { offer }) => asks(request, 'RATE_CUT') && offer.dailyRate.gte(request.debt.dailyRate),
  NOTHING_TO_WAIVE: (request, { waived }) => request.reliefs.some(isWaiver) && total(waived).isZero(),
  // An extension has to be asked for before the debt matures (民法典 art. 678).
  AFTER_MATURITY: (request) => asks(request, 'TERM_EXTENSION') && isMatured(request.debt, request.from),
  LUMP_SUM_PAST: ({ from }, { offer }) => offer.lumpSum !== undefined && offer.lumpSum.on < from,
  LUMP_SUM_ABOVE_DEBT: (_, { offer, after }) => offer.lumpSum?.amount.gt(totalOf(after.rows, 'payment')) === true,
  LUMP_SUM_NEEDS_FUNDS: (_, { offer, affordable }) => offer.lumpSum !== undefined && affordable !== true,
}

/** Of a loan paid at its end, an instalment named for the first time lightens the end. */
const dearest = (rows: readonly Row[]): Money => rows.reduce((most, { payment }) => greatest(most, payment), zero)

const isWaiver = ({ type }: { type: string }): boolean => type.startsWith('WAIVE_')

function hasArrears({ debt }: QuoteRequest, offer: Figures['offer']): boolean {
  const left = remaining(debt, offer)
  return arrearsBuckets.some((bucket) => left[bucket].gt(zero))
}

/** A last instalment half as large again as the others is a balloon, not rounding. */
function lastIsLarge({ rows }: OfferPlan): boolean {
  const last: Money = rows.at(-1)?.payment ?? zero
  return rows.length > 1 && last.gt(regularInstalment(rows).times('1.5'))
}

function isMatured({ remainingPeriods, nextDue, every, dueDay }: Debt, from: CivilDate): boolean {
  return remainingPeriods === 0 || dueDateAfter(nextDue, every, remainingPeriods - 1, dueDay) < from
}
