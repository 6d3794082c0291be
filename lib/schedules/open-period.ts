import type { CivilDate } from '@/lib/platform/dates'
import { fen, greatest, type Money, type Rate, round, zero } from '@/lib/platform/money'
import type { Period } from './accrual'
import { eventsWithin, extensionBy } from './events'
import { type Accrued, accrue, type PeriodEvent, type Stretch } from './interest'
import type { Loan } from './loan'
import { methodRules } from './methods'
import { periodAt } from './period'
import type { Terms } from './terms'

/** A loan with its next period's changes taken in and the period's interest known. */
export type Opened = { n: number; period: Period; loan: Loan; accrued: Accrued; interest: Money }

/** Opens the next period of a loan and carries it to the due date, or to an earlier day inside the period. */
export function open(terms: Terms, before: Loan, until?: CivilDate): Opened {
  const n = before.n + 1
  const period = periodAt(terms, n)
  const events = eventsWithin(terms, period).filter((event) => until === undefined || event.on <= until)
  const accrued = accrue(before.position, { period, until: until ?? period.due, events }, terms)
  const loan = changed(terms, before, period, events)
  if (terms.method !== 'flat') return { n, period, loan, accrued, interest: accrued.interest }
  return { n, period, accrued, ...askFlatUntilSettled(terms, before, loan, { period, until: until ?? period.due, events }) }
}

/** Extensions, new loans and new rates make the instalment or part of principal due for working out anew. */
function changed(terms: Terms, before: Loan, period: Period, events: readonly PeriodEvent[]): Loan {
  const extended = extensionBy(terms, period)
  const lent = events.reduce((total, event) => (event.kind === 'disburse' ? total.plus(event.amount) : total), zero)
  const newRate = methodRules[terms.method].followsRate && events.some((event) => event.kind === 'rate')
  const stale = extended > 0 || lent.gt(zero) || newRate
  return {
    ...before,
    periods: before.periods + extended,
    part: stale ? undefined : before.part,
    fixed: extended > 0 ? undefined : before.fixed,
    flat: { ...before.flat, lent: before.flat.lent.plus(lent) },
  }
}

/** Flat interest runs by the day, and no further than the payment that settles everything. */
function askFlatUntilSettled(terms: Terms, before: Loan, loan: Loan, stretch: Stretch): Pick<Opened, 'loan' | 'interest'> {
  const lentOn = stretch.events.findLast((event) => event.kind === 'disburse')?.on ?? stretch.period.from
  const asked = (until: CivilDate) => {
    const events = stretch.events.filter((event) => event.on <= until)
    return askFlat(terms, loan, before.n + 1, flatInterest(terms, before, { ...stretch, until, events }))
  }
  const settles = ({ kind, on }: PeriodEvent) => {
    if (kind !== 'pay' || on < lentOn) return false
    const { balance, advance } = accrue(
      before.position,
      { ...stretch, until: on, events: stretch.events.filter((event) => event.on <= on) },
      terms,
    )
    return balance.plus(before.owed).plus(asked(on).interest).minus(advance).lt(fen)
  }
  return asked(stretch.events.find(settles)?.on ?? stretch.until)
}

/** Flat interest is that on everything lent, whatever has been repaid. */
function flatInterest(terms: Terms, before: Loan, stretch: Stretch): Rate {
  const changes = stretch.events.filter((event) => event.kind === 'rate' || event.kind === 'disburse')
  const arrears = { interest: zero, principal: zero }
  const position = { ...before.position, balance: before.flat.lent, advance: zero, arrears, late: false }
  return accrue(position, { ...stretch, events: changes }, terms).level
}

/** Each row asks for its own rounded interest; the last one brings the total to the exact amount, or asks for none. */
function askFlat(terms: Terms, loan: Loan, n: number, exact: Rate): Pick<Opened, 'loan' | 'interest'> {
  const { interest: unit, mode } = terms.rounding
  const rounded = (amount: Rate) => (unit ? round(amount, mode, unit) : amount)
  const total = loan.flat.exact.plus(exact)
  const interest = n === loan.periods ? greatest(zero, rounded(total).minus(loan.flat.asked)) : rounded(exact)
  return { interest, loan: { ...loan, flat: { ...loan.flat, exact: total } } }
}
