import type { PaymentOrder } from '@/db/vocabulary'
import { least, type Money, zero } from '@/lib/platform/money'

/** What a payment can settle: costs of enforcing the claim, interest (penalties included), principal. */
export type Claim = 'costs' | 'interest' | 'principal'

/** What is settled in each order, the first first. */
export const claimsInOrder = {
  COSTS_INTEREST_PRINCIPAL: ['costs', 'interest', 'principal'],
  COSTS_PRINCIPAL_INTEREST: ['costs', 'principal', 'interest'],
  INTEREST_COSTS_PRINCIPAL: ['interest', 'costs', 'principal'],
  INTEREST_PRINCIPAL_COSTS: ['interest', 'principal', 'costs'],
  PRINCIPAL_COSTS_INTEREST: ['principal', 'costs', 'interest'],
  PRINCIPAL_INTEREST_COSTS: ['principal', 'interest', 'costs'],
} as const satisfies Record<PaymentOrder, readonly Claim[]>

export type Settlement = Record<Claim, Money> & {
  /** Paid beyond everything that was open. */
  over: Money
}

/**
 * Shares a payment out over what is open. The statutory order is costs, interest, principal (民法典 art. 561); a contract
 * may agree on another.
 */
export function settle(
  payment: Money,
  open: Record<Claim, Money>,
  order: readonly Claim[] = claimsInOrder.COSTS_INTEREST_PRINCIPAL,
): Settlement {
  const paid: Settlement = { costs: zero, interest: zero, principal: zero, over: payment }
  for (const claim of order) {
    paid[claim] = least(paid.over, open[claim])
    paid.over = paid.over.minus(paid[claim])
  }
  return paid
}
