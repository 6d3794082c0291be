/*
 * Kernels over whole columns. Columns rather than rows: every loop of the models below is one of these, over one
 * contiguous array.
 */

/** A column of numbers. */
export type Column = Float64Array

/** Sum of a_i b_i. */
export function dot(a: Column, b: Column): number {
  let total = 0
  for (let i = 0; i < a.length; i++) total += (a[i] ?? 0) * (b[i] ?? 0)
  return total
}

/** Adds factor x into `into`, in place. */
export function addScaled(into: Column, factor: number, x: Column): void {
  if (factor === 0) return
  for (let i = 0; i < into.length; i++) into[i] = (into[i] ?? 0) + factor * (x[i] ?? 0)
}

/** a_i b_i. */
export function times(a: Column, b: Column): Column {
  const product = new Float64Array(a.length)
  for (let i = 0; i < a.length; i++) product[i] = (a[i] ?? 0) * (b[i] ?? 0)
  return product
}

/** f(a_i, b_i). */
export function combine(a: Column, b: Column, f: (x: number, y: number) => number): Column {
  const made = new Float64Array(a.length)
  for (let i = 0; i < a.length; i++) made[i] = f(a[i] ?? 0, b[i] ?? 0)
  return made
}

/** The sum of the columns, each times its coefficient, on top of `offset`. */
export function linear(columns: readonly Column[], coefficients: ArrayLike<number>, offset: Column): Column {
  const sum = Float64Array.from(offset)
  columns.forEach((column, j) => {
    addScaled(sum, coefficients[j] ?? 0, column)
  })
  return sum
}

/** The largest |a_i|; NaN if any is NaN. */
export function largest(a: ArrayLike<number>): number {
  let most = 0
  for (let i = 0; i < a.length; i++) most = Math.max(most, Math.abs(a[i] ?? 0))
  return most
}
