/** A 95 % interval as [lower, upper]; non-finite where the data set no limit. */
export type Interval = [number, number]

/** Reads one element; NaN outside the array, so that a wrong index is seen in the answer and never taken for 0. */
export function at(values: ArrayLike<number>, index: number): number {
  return values[index] ?? Number.NaN
}

/** Adds with Neumaier's compensation (1974 ZAMM 54:39), so that long sums keep every digit and order hardly matters. */
export function sum(values: Iterable<number>): number {
  let total = 0
  let lost = 0
  for (const value of values) {
    const next = total + value
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total
    total = next
  }
  return Number.isFinite(lost) ? total + lost : total
}

/** 0, 1, .. count - 1. */
export function range(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index)
}

/** The same as a typed array, for the rows of a column. */
export function indices(count: number): Uint32Array {
  const made = new Uint32Array(count)
  for (let index = 0; index < count; index++) made[index] = index
  return made
}

/** x log(x / y), 0 where x is 0 (its limit). */
export function xLogRatio(x: number, y: number): number {
  return x === 0 ? 0 : x * Math.log(x / y)
}
