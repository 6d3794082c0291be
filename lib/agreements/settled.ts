import type { PaymentOrder } from '@/db/vocabulary'
import { type Money, toText, zero } from '@/lib/platform/money'
import { type Claim, claimsInOrder, settle } from '@/lib/schedules/payment-order'

type Owed = { fees: Money; interest: Money; principal: Money }

/** How what was paid towards one instalment falls into costs, interest and principal (民法典 art. 561). Amounts in CNY. */
export function settledParts(
  { paid, fees, interest, principal }: Owed & { paid: Money },
  order: PaymentOrder,
): Record<Claim, string> {
  const parts = settle(paid, { costs: fees, interest, principal }, claimsInOrder[order])
  return { costs: toText(parts.costs), interest: toText(parts.interest), principal: toText(parts.principal) }
}

/** What is settled in turn within an instalment, the first first; nothing where no instalment is made of more than one. */
export function claimsInTurn(instalments: readonly Owed[], order: PaymentOrder): Claim[] {
  const mixed = instalments.map(claimsOf).filter((claims) => claims.length > 1)
  const inPlan = new Set(mixed.flat())
  return claimsInOrder[order].filter((claim) => inPlan.has(claim))
}

function claimsOf({ fees, interest, principal }: Owed): Claim[] {
  const owed = { costs: fees, interest, principal }
  return claimsInOrder.COSTS_INTEREST_PRINCIPAL.filter((claim) => owed[claim].gt(zero))
}
