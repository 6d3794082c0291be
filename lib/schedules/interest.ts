import type { CivilDate } from '@/lib/platform/dates'
import { greatest, least, type Money, type Rate, round, zero } from '@/lib/platform/money'
import { type Accrual, type Period, partFactor, periodFactor } from './accrual'
import type { LoanRate, Rounding } from './terms'

/** What happens inside a period and changes what bears interest from then on. */
export type PeriodEvent =
  | { on: CivilDate; kind: 'rate'; value: Rate }
  | { on: CivilDate; kind: 'disburse'; amount: Money }
  | { on: CivilDate; kind: 'pay'; amount: Money }
  | { on: CivilDate; kind: 'assume_paid' }

export type Arrears = { interest: Money; principal: Money }

/** A loan at one moment of a period. */
export type Position = {
  rate: LoanRate
  /** Principal open if every row so far is paid. */
  balance: Money
  /** Principal already paid towards this period's row. */
  advance: Money
  /** Due and unpaid from earlier rows. */
  arrears: Arrears
  /** Whether arrears still bear interest. */
  late: boolean
}

export type Accrued = Position & {
  /** Interest of the period as it is asked for. */
  interest: Money
  /** Interest on the balance alone, exact: what a level instalment is worked out from. */
  level: Rate
}

/** A period up to its due date or an earlier day, and what happens until then. */
export type Stretch = { period: Period; until: CivilDate; events: readonly PeriodEvent[] }

/** Carries a position through a period, stretch by stretch between events, and adds up the interest. */
export function accrue(start: Position, { period, until, events }: Stretch, rules: Accrual & { rounding: Rounding }): Accrued {
  let position = start
  let from = period.from
  const stretches: Rate[] = []
  let level = zero
  for (const event of [...events, { on: until }]) {
    const factor = partFactor(periodFactor(position.rate, period, rules), period, from, event.on)
    stretches.push(bearing(position).times(factor))
    level = level.plus(position.balance.times(factor))
    if ('kind' in event) position = after(position, event)
    from = event.on
  }
  return { ...position, interest: addUp(stretches, rules.rounding), level }
}

const bearing = ({ balance, advance, arrears, late }: Position): Money =>
  greatest(zero, balance.minus(advance)).plus(late ? arrears.principal : zero)

function after(position: Position, event: PeriodEvent): Position {
  switch (event.kind) {
    case 'rate':
      return { ...position, rate: { ...position.rate, value: event.value } }
    case 'disburse':
      return { ...position, balance: position.balance.plus(event.amount) }
    case 'assume_paid':
      return { ...position, late: false }
    case 'pay':
      return pay(position, event.amount)
  }
}

/** A payment before the due date settles arrears, interest first, and the rest goes to principal at once. */
export function pay(position: Position, amount: Money): Position {
  const interest = least(amount, position.arrears.interest)
  const principal = least(amount.minus(interest), position.arrears.principal)
  return {
    ...position,
    arrears: { interest: position.arrears.interest.minus(interest), principal: position.arrears.principal.minus(principal) },
    advance: position.advance.plus(amount).minus(interest).minus(principal),
  }
}

/** What was paid before the due date beyond all principal: it settles interest. */
export const beyond = ({ advance, balance }: Position): Money => greatest(zero, advance.minus(balance))

function addUp(stretches: readonly Rate[], { interest: unit, mode, perSegment }: Rounding): Money {
  const rounded = (amount: Rate) => (unit ? round(amount, mode, unit) : amount)
  const total = stretches.reduce((sum, stretch) => sum.plus(perSegment ? rounded(stretch) : stretch), zero)
  return rounded(total)
}
