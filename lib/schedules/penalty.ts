import { type Money, type Rate, rate, round } from '@/lib/platform/money'

/** The penalty terms of a loan. `dailyRate` is the loan's own, as a fraction a day. */
export type PenaltyTerms = {
  dailyRate: Rate
  /** Penalty rate over loan rate; the lenders' interface has 1.5. */
  multiple?: Rate
  /** Days past due that bear no penalty. */
  graceDays?: number
  /** Whether the days of grace are charged too once they have passed. */
  graceIsLost?: boolean
}

/** Penalty on an overdue amount (principal, or interest) after some days past due, to the fen; zero within grace. */
export function penaltyOn(overdue: Money, daysPastDue: number, terms: PenaltyTerms): Money {
  const { graceDays = 0, graceIsLost = false } = terms
  const charged = daysPastDue <= graceDays ? 0 : daysPastDue - (graceIsLost ? 0 : graceDays)
  return round(overdue.times(dailyPenaltyRate(terms)).times(Math.max(0, charged)), 'half_up')
}

/** The penalty rate a day, to the six decimals that lenders carry (0.04 % a day gives 0.000600). */
const dailyPenaltyRate = ({ dailyRate, multiple = rate('1.5') }: PenaltyTerms): Rate =>
  round(dailyRate.times(multiple), 'half_up', rate('0.000001'))
