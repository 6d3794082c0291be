import type { CivilDate } from '@/lib/platform/dates'
import { greatest, type Money, sum, zero } from '@/lib/platform/money'
import { paidOnDue, trackedUntil } from './events'
import { beyond, type Position, pay } from './interest'
import { isOver, type Loan, start } from './loan'
import { nextRow } from './next-row'
import { open } from './open-period'
import { periodAt } from './period'
import type { PayOff } from './plan'
import type { Terms } from './terms'

/**
 * What settles the whole loan on a day: the principal open, the interest accrued to that day by actual days within the
 * period (民法典 art. 677) and, where real payments are tracked, what is overdue. A row due on the day itself is included.
 */
export function payOffOf(terms: Terms, on: CivilDate): PayOff {
  let loan = start(terms)
  while (!isOver(terms, loan) && periodAt(terms, loan.n + 1).due < on) loan = nextRow(terms, loan).loan
  const { owed, position } = isOver(terms, loan)
    ? { owed: zero, position: paidAfter(terms, loan, on) }
    : positionOn(terms, loan, on)
  const until = trackedUntil(terms)
  const overdue = until !== undefined && until >= on ? position.arrears : { interest: zero, principal: zero }
  return {
    on,
    principal: greatest(zero, position.balance.minus(position.advance)).plus(overdue.principal),
    interest: greatest(zero, owed.minus(beyond(position))).plus(overdue.interest),
  }
}

/** What comes in once the last row is written settles what is still overdue. */
function paidAfter({ paid = [] }: Terms, { position, reached }: Loan, on: CivilDate): Position {
  const late = paid.filter((payment) => payment.on > reached && payment.on <= on)
  return pay(position, sum(late.map(({ amount }) => amount)))
}

/** Where the loan stands on a day of its next period, and the interest that no row has asked for yet. */
function positionOn(terms: Terms, loan: Loan, on: CivilDate): { owed: Money; position: Position } {
  const { period, accrued, interest } = open(terms, loan, on)
  const position = period.due === on ? pay(accrued, paidOnDue(terms, period)) : accrued
  return { owed: loan.owed.plus(interest), position }
}
