import { type Money, type Rate, round, sum } from '@/lib/platform/money'
import { type PenaltyTerms, penaltyOn } from './penalty'

/** What a debt bears interest and penalty on. Amounts in CNY. */
export type WaitingDebt = { principal: Money; overduePrincipal: Money; overdueInterest: Money; penalty: PenaltyTerms }

export type CostOfWaiting = { interest: Money; penaltyPrincipal: Money; penaltyInterest: Money; total: Money }

/**
 * What further days cost if nothing is done: loan interest on principal not yet due, penalty on overdue principal and on
 * overdue interest. An estimate, to be labelled as such: instalments that fall due meanwhile are not counted as overdue,
 * and the lender's own figures decide.
 */
export function costOfWaiting(
  { principal, overduePrincipal, overdueInterest, penalty }: WaitingDebt,
  days: number,
): CostOfWaiting {
  const past = { ...penalty, graceDays: 0 }
  const interest = interestOver(principal, penalty.dailyRate, days)
  const penaltyPrincipal = penaltyOn(overduePrincipal, days, past)
  const penaltyInterest = penaltyOn(overdueInterest, days, past)
  return { interest, penaltyPrincipal, penaltyInterest, total: sum([interest, penaltyPrincipal, penaltyInterest]) }
}

/** Simple interest on an amount over some days, to the fen. */
export const interestOver = (amount: Money, dailyRate: Rate, days: number): Money =>
  round(amount.times(dailyRate).times(days), 'half_up')
