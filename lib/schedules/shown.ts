import { greatest, type Money, round, zero } from '@/lib/platform/money'
import type { Row } from './plan'

/**
 * Rows for people where interest is carried exactly: balances and running totals of payments are rounded to the fen and
 * the parts follow from them, so that what is shown still adds up. Where a row's interest is less than rounding takes, the
 * row asks for its principal and no less: a fen too early is made up for by the rows after it.
 */
export function shown(rows: readonly Row[]): Row[] {
  let paid = zero
  let repaid = zero
  let before = { paid: zero, repaid: zero }
  return rows.map((row) => {
    paid = paid.plus(row.payment)
    repaid = repaid.plus(row.principal)
    const now = { paid: toFen(paid), repaid: toFen(repaid) }
    const principal = now.repaid.minus(before.repaid)
    const payment = greatest(principal, now.paid.minus(before.paid))
    before = { paid: before.paid.plus(payment), repaid: now.repaid }
    return { ...row, payment, principal, interest: payment.minus(principal), balance: toFen(row.balance) }
  })
}

const toFen = (amount: Money): Money => round(amount, 'half_up')
