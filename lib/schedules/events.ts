import { addDays, type CivilDate, compareDates, later } from '@/lib/platform/dates'
import { type Money, sum } from '@/lib/platform/money'
import type { Period } from './accrual'
import type { PeriodEvent } from './interest'
import type { Change, Payment, Terms } from './terms'

/** The changes and payments that fall inside a period (its due date excluded), in the order they happen. */
export function eventsWithin(terms: Terms, period: Period): PeriodEvent[] {
  const changes = (terms.changes ?? []).flatMap((change) => changeWithin(change, terms, period))
  const payments = (terms.paid ?? []).filter((payment) => falls(payment.on, terms, period)).map(toEvent)
  const until = trackedUntil(terms)
  const assumed: PeriodEvent[] = until && falls(until, terms, period) ? [{ on: until, kind: 'assume_paid' }] : []
  return [...changes, ...payments, ...assumed].toSorted((a, b) => compareDates(a.on, b.on))
}

/** What is paid on a period's due date itself. */
export const paidOnDue = (terms: Terms, period: Period): Money =>
  sum((terms.paid ?? []).filter((payment) => payment.on === period.due).map((payment) => payment.amount))

/** Until when unpaid instalments count as late: the day asked about, or the last payment; undefined where nothing is tracked. */
export function trackedUntil({ asOf, paid = [], payOffOn }: Terms): CivilDate | undefined {
  if (asOf) return asOf
  const last = paid
    .map((payment) => payment.on)
    .toSorted(compareDates)
    .at(-1)
  return last && payOffOn ? later(last, payOffOn) : last
}

/** Instalments added for the first time by this period: an extension re-spreads those due on or after its day. */
export const extensionBy = (terms: Terms, period: Period): number =>
  (terms.changes ?? [])
    .filter((change) => change.kind === 'extend' && change.on <= period.due && (change.on > period.from || period.n === 1))
    .reduce((total, change) => total + (change.kind === 'extend' ? change.by : 0), 0)

/** What is lent on a period's due date, once its row is paid. */
export const disbursedOnDue = (terms: Terms, period: Period): Money =>
  sum((terms.changes ?? []).flatMap((change) => (change.kind === 'disburse' && change.on === period.due ? [change.amount] : [])))

export const disbursedAfter = (terms: Terms, date: CivilDate): boolean =>
  (terms.changes ?? []).some((change) => change.kind === 'disburse' && change.on > date)

const toEvent = ({ on, amount }: Payment): PeriodEvent => ({ on, kind: 'pay', amount })

function changeWithin(change: Change, terms: Terms, period: Period): PeriodEvent[] {
  if (change.kind === 'extend') return []
  if (change.kind === 'disburse') return falls(change.on, terms, period) ? [change] : []
  const on = rateHoldsFrom(change.on, terms, period)
  return on === undefined ? [] : [{ ...change, on }]
}

/**
 * Days are counted by their ends, so a rate that holds for a day holds from the evening before; on a due date it starts
 * with the next period. Flat interest does not accrue by days: a new rate holds for whole instalments due from its day on.
 */
function rateHoldsFrom(on: CivilDate, { method, disbursed }: Terms, { n, from, due }: Period): CivilDate | undefined {
  if (on <= disbursed) return n === 1 ? from : undefined
  if (method === 'flat') return within(on, from, due) ? from : undefined
  return on === from ? from : dayBefore(on, from, due)
}

const dayBefore = (on: CivilDate, from: CivilDate, due: CivilDate) =>
  within(on, from, due) && on !== due ? addDays(on, -1) : undefined

const within = (on: CivilDate, from: CivilDate, due: CivilDate): boolean => on > from && on <= due

const falls = (on: CivilDate, terms: Terms, { n, from, due }: Period): boolean =>
  on < due && (on > from || (n === 1 && on <= terms.disbursed))
