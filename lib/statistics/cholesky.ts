import { at } from './numbers'

/** A symmetric matrix as rows. */
export type Matrix = Float64Array[]

/** The lower triangle L with L L' = the matrix, or the first column that adds nothing to the ones before it. */
export type Factored = { lower: Matrix } | { dependent: number }

/** Relative size of a pivot below which a column counts as a combination of the earlier ones. */
const tolerance = 1e-11

/** Cholesky factor of a positive definite matrix, with a check of every pivot against its own diagonal. */
export function cholesky(matrix: Matrix): Factored {
  const lower = matrix.map((row) => new Float64Array(row.length))
  for (const [i, row] of lower.entries()) {
    for (let j = 0; j < i; j++) row[j] = (at(matrix[i] ?? [], j) - crossed(row, lower[j], j)) / at(lower[j] ?? [], j)
    const diagonal = at(matrix[i] ?? [], i)
    const pivot = diagonal - crossed(row, row, i)
    if (!(pivot > tolerance * diagonal)) return { dependent: i }
    row[i] = Math.sqrt(pivot)
  }
  return { lower }
}

/** Solves L L' x = b. */
export function solve(lower: Matrix, b: ArrayLike<number>): Float64Array {
  const x = forward(lower, b)
  for (let i = x.length - 1; i >= 0; i--) {
    let rest = at(x, i)
    for (let j = i + 1; j < x.length; j++) rest -= at(lower[j] ?? [], i) * at(x, j)
    x[i] = rest / at(lower[i] ?? [], i)
  }
  return x
}

/** Solves L x = b. */
export function forward(lower: Matrix, b: ArrayLike<number>): Float64Array {
  const x = Float64Array.from(b)
  lower.forEach((row, i) => {
    x[i] = (at(x, i) - crossed(row, x, i)) / at(row, i)
  })
  return x
}

/** The inverse of L L'. */
export function inverse(lower: Matrix): Matrix {
  return lower.map((_, column) =>
    solve(
      lower,
      lower.map((__, row) => (row === column ? 1 : 0)),
    ),
  )
}

/** log of the determinant of L L'. */
export function logDeterminant(lower: Matrix): number {
  return 2 * lower.reduce((total, row, i) => total + Math.log(at(row, i)), 0)
}

/** The matrix without some rows and columns. */
export function without(matrix: Matrix, dropped: ReadonlySet<number>): Matrix {
  return matrix.filter((_, i) => !dropped.has(i)).map((row) => row.filter((_, j) => !dropped.has(j)))
}

/** x' M y. */
export function quadratic(matrix: Matrix, x: ArrayLike<number>, y: ArrayLike<number>): number {
  return matrix.reduce((total, row, i) => total + at(x, i) * row.reduce((inner, value, j) => inner + value * at(y, j), 0), 0)
}

function crossed(a: ArrayLike<number>, b: ArrayLike<number> | undefined, length: number): number {
  let total = 0
  for (let k = 0; k < length; k++) total += at(a, k) * at(b ?? [], k)
  return total
}
