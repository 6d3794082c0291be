import { type CivilDate, daysBetween } from '@/lib/platform/dates'
import { sum } from '@/lib/platform/money'
import { shareOf } from './ability'
import type { FactorFacts } from './facts'
import { amountText, type Found, found, foundParts } from './found'

const freshDays = 30

/** F-10: how many creditors the client has open cases with, and this creditor's share of the balances. */
export const creditorsAndShare = ({ creditors, debts }: FactorFacts): Found =>
  found({ creditors: creditors.count, share: shareOf(sum(debts.map((debt) => debt.balance)), creditors.balanceOfAll) })

/** F-11: what is owed on the loan notes of this version; stale where no bill of the last 30 days shows it. */
export function balance({ debts }: FactorFacts, at: CivilDate): Found {
  const stale = debts.some(({ balanceOn }) => balanceOn === null || daysBetween(balanceOn, at) > freshDays)
  return found({ balance: amountText(sum(debts.map((debt) => debt.balance))), stale })
}

/** F-25: who decides: creditor, product, whose money it is and at which stage the claim is held. */
export function creditorAndProduct({ creditorId, productId, debts }: FactorFacts): Found {
  const [first] = debts
  return foundParts({
    creditor: creditorId,
    product: productId,
    fundingMode: first?.fundingMode ?? null,
    holderStage: first?.holderStage ?? null,
  })
}
