import { allocateByWeight } from '@/lib/platform/allocate'
import type { CivilDate } from '@/lib/platform/dates'
import { greatest, type Money, money, sum, zero } from '@/lib/platform/money'
import type { DebtSheet } from '@/lib/proposals/debt-sheet'

/** What offers are made out of: a case's loan notes and what its household can bear. Amounts in CNY as text. */
export type Situation = {
  sheets: readonly DebtSheet[]
  /** Disposable income a month; the living reserve is out of it already. Null without a financial statement. */
  surplus: string | null
  elsewhere: Elsewhere
  /** Money that could be paid at once, out of savings or help; null where there is none to speak of. */
  funds: string | null
  /** When the hardship is expected to be over; null where nobody can tell. */
  easesOn: CivilDate | null
  /** The proposal's date. */
  from: CivilDate
}

/** The household's other creditors: what is owed to those still to be agreed with, and what is paid a month to the others. */
export type Elsewhere = { creditors: number; owed: string; paying: string }

/**
 * What this creditor can be offered a month: what agreements in force leave of the surplus, shared among the creditors still
 * to be agreed with in proportion to what they are owed, so that no one is paid at another's cost. Never below zero.
 */
export function budgetOf({ sheets, surplus, elsewhere }: Situation): Money {
  const left = greatest(zero, money(surplus ?? '0').minus(money(elsewhere.paying)))
  const [own = zero] = proRata(left, [sum(sheets.map(({ owed }) => money(owed))), money(elsewhere.owed)])
  return own
}

/** Shares of an amount in proportion to balances, adding up to it to the fen. Nobody owed anything gets nothing. */
export const proRata = (amount: Money, balances: readonly Money[]): Money[] =>
  sum(balances).gt(zero) ? allocateByWeight(amount, balances) : balances.map(() => zero)
