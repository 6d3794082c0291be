import { least, type Money, zero } from '@/lib/platform/money'

export type Owed = { fees: Money; interest: Money; principal: Money }

/** The order in which a payment settles what is owed, unless the contract says otherwise [民法典合同编 561]. */
export const statutoryOrder = ['fees', 'interest', 'principal'] as const

/** How one payment falls into costs, interest and principal; what exceeds all of them is left over. CNY. */
export function appropriate(
  payment: Money,
  owed: Owed,
  order: readonly (keyof Owed)[] = statutoryOrder,
): Owed & { leftOver: Money } {
  const parts = { fees: zero, interest: zero, principal: zero }
  let leftOver = payment
  for (const part of order) {
    parts[part] = least(leftOver, owed[part])
    leftOver = leftOver.minus(parts[part])
  }
  return { ...parts, leftOver }
}
