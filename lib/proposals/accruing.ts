import type { AccruingPart } from '@/db/schema/agreements'
import type { CivilDate } from '@/lib/platform/dates'
import { least, type Money, money, sum, toText } from '@/lib/platform/money'

/** Principal and earlier interest that instalments to come settle, CNY. */
export type Owed = { principal: Money; interest: Money }

/** What of it accrues after today and before the next instalment, and no more than the plan still asks for. */
export function stillAccruing(
  parts: readonly AccruingPart[] = [],
  { principal, interest }: Owed,
  { today, until }: Record<'today' | 'until', CivilDate>,
): AccruingPart[] {
  let left = principal.plus(interest)
  const ahead = parts.filter(({ on }) => today < on && on < until)
  return ahead.map((part) => {
    const amount = least(left, money(part.amount))
    left = left.minus(amount)
    return { ...part, amount: toText(amount) }
  })
}

/** What is owed before that has accrued. What was paid early may have settled interest to come: it settles principal so far. */
export function without(accruing: readonly AccruingPart[], { principal, interest }: Owed): Owed {
  const ofPrincipal = least(principal, totalOf(accruing.filter(({ joins }) => joins === 'principal')))
  const rest = totalOf(accruing).minus(ofPrincipal)
  const ofInterest = least(interest, rest)
  return { principal: principal.minus(ofPrincipal).minus(rest).plus(ofInterest), interest: interest.minus(ofInterest) }
}

const totalOf = (parts: readonly AccruingPart[]) => sum(parts.map(({ amount }) => money(amount)))
