import { greatest, least, type Money, type Rate, round } from '@/lib/platform/money'
import type { Method, Rounding } from './terms'

/** What a method sees when it states the part it keeps from row to row: an instalment, or a part of principal. */
type Outlook = { balance: Money; rowsLeft: number; level: () => Rate; rounding: Rounding }

/** What a method sees when it asks for one row. */
type Asking = { part: Money; interest: Money; rounding: Rounding }

type MethodRule = {
  /** The part that stays the same until the terms change. */
  part: (outlook: Outlook) => Money
  /** The instalment of a row, interest included. */
  ask: (asking: Asking) => Money
  /** Whether a change of rate changes the part. */
  followsRate: boolean
}

export const methodRules: Record<Method, MethodRule> = {
  equal_instalment: { part: levelPart, ask: ({ part }) => part, followsRate: true },
  stepped: { part: levelPart, ask: ({ part }) => part, followsRate: true },
  equal_principal: { part: equalPart, ask: principalAndInterest, followsRate: false },
  flat: { part: equalPart, ask: principalAndInterest, followsRate: false },
  interest_only: { part: ({ balance }) => balance.times(0), ask: ({ interest }) => interest, followsRate: false },
}

/** How an instalment falls into interest and principal: interest first, and never more principal than is open. */
export function split(instalment: Money, interest: Money, balance: Money): { interest: Money; principal: Money } {
  const paid = least(interest, instalment)
  return { interest: paid, principal: least(balance, greatest(instalment.minus(paid), balance.times(0))) }
}

function levelPart({ level, rounding }: Outlook): Money {
  return round(level(), rounding.mode, rounding.instalmentMultiple)
}

function equalPart({ balance, rowsLeft, rounding }: Outlook): Money {
  return round(balance.div(rowsLeft), rounding.mode, rounding.principalMultiple)
}

function principalAndInterest({ part, interest, rounding }: Asking): Money {
  return round(part.plus(interest), rounding.mode, rounding.instalmentMultiple)
}
