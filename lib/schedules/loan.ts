import type { CivilDate } from '@/lib/platform/dates'
import { type Money, type Rate, zero } from '@/lib/platform/money'
import { disbursedAfter, trackedUntil } from './events'
import type { Position } from './interest'
import type { Terms } from './terms'

/** A loan between two of its rows. */
export type Loan = {
  /** Rows so far, and rows altogether as extended so far. */
  n: number
  periods: number
  reached: CivilDate
  position: Position
  /** The level instalment or equal part of principal; undefined until worked out anew. */
  part: Money | undefined
  /** The agreed instalment, until something replaces it. */
  fixed: Money | undefined
  /** Interest of earlier periods that has not been asked for yet. */
  owed: Money
  /** Paid beyond what was due and counting towards the next rows. */
  credit: Money
  /** Flat interest: everything lent, the exact interest on it so far, and what rows have asked of it. */
  flat: { lent: Money; exact: Rate; asked: Money }
}

export function start(terms: Terms): Loan {
  const position: Position = {
    rate: terms.rate,
    balance: terms.principal,
    advance: zero,
    arrears: { interest: zero, principal: zero },
    late: trackedUntil(terms) !== undefined,
  }
  return {
    n: 0,
    periods: terms.periods,
    reached: terms.disbursed,
    position,
    part: undefined,
    fixed: terms.fixedInstalment,
    owed: zero,
    credit: zero,
    flat: { lent: terms.principal, exact: zero, asked: zero },
  }
}

/** A loan is over when nothing is open and nothing more will be lent, or when its last row is written. */
export function isOver(terms: Terms, { n, periods, position, owed, reached }: Loan): boolean {
  if (n >= periods) return true
  return position.balance.isZero() && owed.isZero() && !disbursedAfter(terms, reached)
}
