import { cholesky, type Matrix, without } from './cholesky'
import { at, range } from './numbers'
import { addDots, type Block, blockwise, type Column, combine, dot, entry, times, writeTimes } from './vectors'

/**
 * Columns brought to one scale: z = (x - mean) / sd, the intercept as it is. Amounts in the thousands beside dummies
 * would otherwise ruin the information matrix.
 */
export type Scaled = { columns: readonly Column[]; means: Column; sds: Column }

/** Centres and scales, weighting each pattern by its rows. */
export function centred(columns: readonly Column[], totals: Column): Scaled {
  const size = totals.reduce((sum, count) => sum + count, 0)
  const means = Float64Array.from(columns, (column, j) => (j === 0 ? 0 : dot(column, totals) / size))
  const sds = Float64Array.from(columns, (column, j) => (j === 0 ? 1 : spread(column, at(means, j), totals) || 1))
  return { columns: columns.map((column, j) => moved(column, at(means, j), at(sds, j))), means, sds }
}

/** Only scales: the coordinates in which the intercept is the original one. */
export function uncentred(columns: readonly Column[], { sds }: Scaled): Scaled {
  return { columns: columns.map((column, j) => moved(column, 0, at(sds, j))), means: new Float64Array(sds.length), sds }
}

const moved = (column: Column, mean: number, sd: number): Column => column.map((x) => (x - mean) / sd)

/** Coefficients of the original columns. */
export function toOriginal({ means, sds }: Scaled, scaled: Column): Column {
  const original = combine(scaled, sds, (b, sd) => b / sd)
  original[0] = at(original, 0) - dot(original, means)
  return original
}

/** Coefficients of the scaled columns. */
export function toScaled({ means, sds }: Scaled, original: Column): Column {
  const scaled = times(original, sds)
  scaled[0] = at(original, 0) + dot(original, means)
  return scaled
}

/** The covariance matrix of the original coefficients. */
export function covarianceToOriginal({ means, sds }: Scaled, covariance: Matrix): Matrix {
  const half = transposed(covariance.map((row) => toOriginal({ columns: [], means, sds }, row)))
  return transposed(half.map((row) => toOriginal({ columns: [], means, sds }, row)))
}

/** The columns that are no combination of earlier ones; the others cannot be told apart and get no coefficient. */
export function independent({ columns }: Scaled, totals: Column): number[] {
  const gram = crossProducts(columns, totals)
  const dropped = new Set<number>()
  for (let live = range(columns.length); ; live = range(columns.length).filter((j) => !dropped.has(j))) {
    const factored = cholesky(without(gram, dropped))
    if ('lower' in factored) return live
    dropped.add(at(live, factored.dependent))
  }
}

/** X' diag(weights) X. */
export function crossProducts(columns: readonly Column[], weights: Column): Matrix {
  const products = productSum(columns.length)
  const spare = new Float64Array(weights.length)
  blockwise(
    [...columns, weights, spare],
    weights.length,
    columns.length + 1,
  )((block) => {
    products.add(block, block[columns.length] ?? weights)
  })
  return products.total()
}

/** Adds up X' diag(weights) X block by block; the last column of a block is written over. */
export function productSum(size: number): { add: (block: Block, weights: Column) => void; total: () => Matrix } {
  const matrix = Array.from({ length: size }, () => new Float64Array(size))
  return {
    add: (block, weights) => {
      const weighted = block.at(-1) ?? weights
      matrix.forEach((row, j) => {
        writeTimes(weighted, weights, block[j] ?? weights)
        addDots(row, weighted, block, j + 1)
      })
    },
    total: () => mirrored(matrix),
  }
}

function mirrored(matrix: Matrix): Matrix {
  return matrix.map((row, j) => row.map((value, k) => (k <= j ? value : at(matrix[k] ?? [], j))))
}

function spread(column: Column, mean: number, totals: Column): number {
  let [squares, size] = [0, 0]
  for (let i = 0; i < column.length; i++) {
    squares += entry(totals, i) * (entry(column, i) - mean) ** 2
    size += entry(totals, i)
  }
  const sd = Math.sqrt(squares / size)
  return sd > 1e-12 * Math.abs(mean) ? sd : 0
}

function transposed(matrix: Matrix): Matrix {
  return matrix.map((_, j) => Float64Array.from(matrix, (row) => at(row, j)))
}
