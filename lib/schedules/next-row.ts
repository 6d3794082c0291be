import { greatest, least, type Money, zero } from '@/lib/platform/money'
import { periodFactor } from './accrual'
import { disbursedOnDue, paidOnDue, trackedUntil } from './events'
import { type Arrears, beyond, type Position, pay } from './interest'
import { levelInstalment } from './level'
import type { Loan } from './loan'
import { methodRules, split } from './methods'
import { type Opened, open } from './open-period'
import { periodAt } from './period'
import type { Row } from './plan'
import type { Terms } from './terms'

/** The next row of a loan, and the loan once that row is behind it. */
export function nextRow(terms: Terms, before: Loan): { row: Row; loan: Loan } {
  const opened = open(terms, before)
  const asked = ask(terms, opened)
  const settled = settle(terms, opened, asked)
  return { row: rowOf(terms, opened, asked, settled), loan: loanAfter(terms, opened, asked, settled) }
}

/** What a row asks for: its interest, the principal the method schedules, and the part it was worked out from. */
type Asked = { interest: Money; principal: Money; part: Money | undefined; creditUsed: Money }

/** What is counted as principal once real payments are looked at, and what stays unpaid. */
type Settled = { principal: Money; beyond: Money; arrears: Arrears; late: boolean }

/** What is paid beyond all principal settles interest now, even where the row would leave it for later. */
function ask(terms: Terms, opened: Opened): Asked {
  const { accrued, period, loan, interest } = opened
  const asked = scheduled(terms, opened)
  const paid = beyond(pay(accrued, paidOnDue(terms, period)))
  return { ...asked, interest: greatest(asked.interest, least(paid, loan.owed.plus(interest))) }
}

function scheduled(terms: Terms, opened: Opened): Asked {
  const { n, loan, accrued } = opened
  const { interestOnlyPeriods = 0, interestDeferredPeriods = 0 } = terms
  const interest = n <= interestDeferredPeriods && n < loan.periods ? zero : loan.owed.plus(opened.interest)
  const kept = { part: loan.part, creditUsed: zero }
  if (n === loan.periods) return { ...kept, interest, principal: accrued.balance }
  if (n <= interestOnlyPeriods) return { ...kept, interest, principal: zero }
  return askInstalment(terms, opened, interest)
}

function askInstalment(terms: Terms, opened: Opened, interest: Money): Asked {
  const { n, loan, accrued } = opened
  const rule = methodRules[terms.method]
  const given = terms.payments?.[n - 1]
  const part = given ? undefined : (loan.fixed ?? loan.part ?? newPart(terms, opened))
  const instalment = given ?? rule.ask({ part: part ?? zero, interest, rounding: terms.rounding })
  const reduced = loan.credit.isZero() ? instalment : greatest(least(interest, instalment), instalment.minus(loan.credit))
  return { ...split(reduced, interest, accrued.balance), part, creditUsed: instalment.minus(reduced) }
}

function newPart(terms: Terms, { n, loan, accrued }: Opened): Money {
  const { interestDeferredPeriods = 0, rounding } = terms
  const level = () => {
    const ahead = Array.from({ length: loan.periods - n + 1 }, (_, index) => ({
      factor: periodFactor(accrued.rate, periodAt(terms, n + index), terms),
      deferred: n + index <= interestDeferredPeriods && n + index < loan.periods,
    }))
    return levelInstalment(accrued.balance, loan.owed, accrued.level, ahead)
  }
  return methodRules[terms.method].part({ balance: accrued.balance, rowsLeft: loan.periods - n + 1, level, rounding })
}

/** Real payments: arrears first, then this row's interest, then principal, which may go beyond what was scheduled. */
function settle(terms: Terms, { accrued, period }: Opened, asked: Asked): Settled {
  const onDue = pay({ ...accrued, advance: zero }, paidOnDue(terms, period))
  const interestPaid = least(onDue.advance.plus(beyond(accrued)), asked.interest)
  const principalPaid = accrued.advance.plus(onDue.advance).minus(interestPaid)
  const principal = least(accrued.balance, greatest(asked.principal, principalPaid))
  const until = trackedUntil(terms)
  const tracked = until !== undefined && period.due <= until
  const unpaid = (due: Money, paid: Money) => (tracked ? greatest(zero, due.minus(paid)) : zero)
  return {
    principal,
    beyond: principal.minus(asked.principal),
    late: until !== undefined && period.due < until,
    arrears: {
      interest: onDue.arrears.interest.plus(unpaid(asked.interest, interestPaid)),
      principal: onDue.arrears.principal.plus(unpaid(principal, principalPaid)),
    },
  }
}

function rowOf(terms: Terms, { n, period, accrued }: Opened, asked: Asked, { principal }: Settled): Row {
  const balance = accrued.balance.minus(principal).plus(disbursedOnDue(terms, period))
  return { n, due: period.due, principal, interest: asked.interest, fees: zero, payment: principal.plus(asked.interest), balance }
}

function loanAfter(terms: Terms, opened: Opened, asked: Asked, settled: Settled): Loan {
  const { n, loan, period, accrued } = opened
  const lent = disbursedOnDue(terms, period)
  const lowered = terms.prepayment === 'lower' && settled.beyond.gt(zero)
  const credit = terms.prepayment === 'next' ? loan.credit.minus(asked.creditUsed).plus(settled.beyond) : zero
  return {
    ...loan,
    n,
    reached: period.due,
    position: positionAfter(accrued, settled, lent),
    part: lowered || lent.gt(zero) ? undefined : asked.part,
    fixed: lowered ? undefined : loan.fixed,
    owed: loan.owed.plus(opened.interest).minus(asked.interest),
    credit,
    flat: { ...loan.flat, lent: loan.flat.lent.plus(lent), asked: loan.flat.asked.plus(opened.interest) },
  }
}

const positionAfter = ({ rate, balance }: Position, { principal, arrears, late }: Settled, lent: Money): Position => ({
  rate,
  balance: balance.minus(principal).plus(lent),
  advance: zero,
  arrears,
  late,
})
