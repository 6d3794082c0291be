import { least, type Money, zero } from '@/lib/platform/money'

/** What a payment can settle: costs of enforcing the claim, interest (penalties included), principal. */
const claims = ['costs', 'interest', 'principal'] as const
export type Claim = (typeof claims)[number]

export type Settlement = Record<Claim, Money> & {
  /** Paid beyond everything that was open. */
  over: Money
}

/**
 * Shares a payment out over what is open. The statutory order is costs, interest, principal (民法典 art. 561); a contract
 * may agree on another.
 */
export function settle(payment: Money, open: Record<Claim, Money>, order: readonly Claim[] = claims): Settlement {
  const paid: Settlement = { costs: zero, interest: zero, principal: zero, over: payment }
  for (const claim of order) {
    paid[claim] = least(paid.over, open[claim])
    paid.over = paid.over.minus(paid[claim])
  }
  return paid
}
