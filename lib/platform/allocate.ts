import { fen, type Money, one, round, sum, zero } from './money'

/** Splits an amount into `count` parts that add up to it exactly and differ by at most a fen; earlier parts take the extra fen. */
export const allocate = (total: Money, count: number): Money[] =>
  allocateByWeight(
    total,
    Array.from({ length: count }, () => one),
  )

/**
 * Splits an amount in proportion to weights (balances, for a pro-rata offer) so that the parts add up to it exactly: each
 * share is cut to the fen, then the largest remainders get one fen each. A weight of zero gets nothing. Throws when a
 * weight is negative or none is above zero.
 */
export function allocateByWeight(total: Money, weights: readonly Money[]): Money[] {
  const whole = sum(weights)
  if (!whole.gt(zero) || weights.some((weight) => weight.lt(zero))) throw new Error('allocate: weights must be positive')

  const shares = weights.map((weight, index) => {
    const exact = total.times(weight).div(whole)
    const part = round(exact, 'down')
    return { index, part, remainder: exact.minus(part).abs() }
  })
  const missing = total.minus(sum(shares.map((share) => share.part)))
  return giveOut(shares, missing)
}

type Share = { index: number; part: Money; remainder: Money }

/** Gives the missing fen out one by one, to the largest remainders first and to the earlier part where two are equal. */
function giveOut(shares: Share[], missing: Money): Money[] {
  const step = missing.lt(zero) ? fen.neg() : fen
  const parts = shares.map((share) => share.part)
  let left = missing
  for (const { index, part } of shares.toSorted((a, b) => b.remainder.cmp(a.remainder) || a.index - b.index)) {
    if (left.abs().lt(fen)) break
    parts[index] = part.plus(step)
    left = left.minus(step)
  }
  return parts
}
