import { cholesky, type Factored, type Matrix } from './cholesky'
import { at } from './numbers'
import { type Column, dot } from './vectors'

/**
 * A curvature corrected by what a step has shown: over `step` the slope fell by `fall` (Broyden, Fletcher, Goldfarb & Shanno
 * 1970). Given and returned as its lower triangle; the same again where the slope did not fall, which is no curvature of a top.
 */
export function bent(lower: Matrix, step: Column, fall: Column): Factored {
  const along = dot(step, fall)
  const curved = times(lower, step)
  const before = dot(step, curved)
  if (!(along > 1e-3 * before && before > 0)) return { lower }
  return cholesky(
    lower.map((_, i) =>
      Float64Array.from(
        lower,
        (__, j) => product(lower, i, j) - (at(curved, i) * at(curved, j)) / before + (at(fall, i) * at(fall, j)) / along,
      ),
    ),
  )
}

/** One entry of L L'. */
function product(lower: Matrix, i: number, j: number): number {
  const [row, other] = [lower[i] ?? [], lower[j] ?? []]
  let total = 0
  for (let k = 0; k <= Math.min(i, j); k++) total += at(row, k) * at(other, k)
  return total
}

/** L L' x. */
const times = (lower: Matrix, x: Column): Column =>
  Float64Array.from(lower, (_, i) => x.reduce((total, value, j) => total + product(lower, i, j) * value, 0))
