import { type Money, round, zero } from '@/lib/platform/money'
import type { Row } from './plan'

/**
 * Rows for people where interest is carried exactly: balances and running totals of payments are rounded to the fen and
 * the parts follow from them, so that what is shown still adds up.
 */
export function shown(rows: readonly Row[]): Row[] {
  let paid = zero
  let repaid = zero
  let before = { paid: zero, repaid: zero }
  return rows.map((row) => {
    paid = paid.plus(row.payment)
    repaid = repaid.plus(row.principal)
    const now = { paid: toFen(paid), repaid: toFen(repaid) }
    const payment = now.paid.minus(before.paid)
    const principal = now.repaid.minus(before.repaid)
    before = now
    return { ...row, payment, principal, interest: payment.minus(principal), balance: toFen(row.balance) }
  })
}

const toFen = (amount: Money): Money => round(amount, 'half_up')
