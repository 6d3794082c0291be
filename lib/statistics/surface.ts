import { cholesky, type Matrix } from './cholesky'
import { at } from './numbers'
import { crossProducts } from './scaling'
import { addScaled, type Column, combine, dot, inBlocks, linear, times } from './vectors'

/** A binomial regression: design columns, events and totals per pattern, and what is already known of the log odds. */
export type Problem = { columns: readonly Column[]; events: Column; totals: Column; offset: Column }

/** The height and slope of a log-likelihood at some coefficients. The information matrix is made when first asked for. */
export type Point = { coefficients: Column; value: number; score: Column; information: () => Matrix }

/** A log-likelihood as a function of the coefficients. */
export type Surface = (coefficients: Column) => Point

/** The logistic log-likelihood (of single rows: no binomial constant). */
export function likelihood(problem: Problem): Surface {
  return (coefficients) => {
    const odds = linear(problem.columns, coefficients, problem.offset)
    const { value, residual } = evaluate(problem, odds)
    const score = Float64Array.from(problem.columns, (column) => dot(column, residual))
    return { coefficients, value, score, information: once(() => crossProducts(problem.columns, weightsAt(problem, odds))) }
  }
}

/**
 * Firth's penalised log-likelihood l + log|I| / 2 (1993 Biometrika 80:27; Heinze & Schemper 2002 Stat Med 21:2409) with
 * its score X'(y - p + h(1/2 - p)), h the hat diagonals. Always of the full matrix, also where coefficients are held.
 */
export function penalised(problem: Problem): Surface {
  return (coefficients) => {
    const odds = linear(problem.columns, coefficients, problem.offset)
    const { value, residual } = evaluate(problem, odds)
    const weights = weightsAt(problem, odds)
    const information = crossProducts(problem.columns, weights)
    const factored = cholesky(information)
    if (!('lower' in factored)) return nowhere(coefficients, information)
    const hats = leverages(problem.columns, factored.lower, weights)
    const pull = combine(hats, odds, (h, x) => h * (0.5 - logistic(x)))
    addScaled(pull, 1, residual)
    return {
      coefficients,
      value: value + factored.lower.reduce((total, row, j) => total + Math.log(at(row, j)), 0),
      score: Float64Array.from(problem.columns, (column) => dot(column, pull)),
      information: () => information,
    }
  }
}

/** Fitted probabilities per pattern. */
export function probabilities({ columns, offset }: Problem, coefficients: Column): Column {
  return linear(columns, coefficients, offset).map(logistic)
}

/** 1 / (1 + exp(-x)). */
export function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x))
}

/** The height, and what is left of each pattern: one exponential serves both, and keeps its digits where p rounds to 1. */
function evaluate({ events, totals }: Problem, odds: Column) {
  const residual = new Float64Array(odds.length)
  let value = 0
  for (let i = 0; i < odds.length; i++) {
    const x = odds[i] ?? 0
    const n = totals[i] ?? 0
    const y = events[i] ?? 0
    const rest = Math.exp(-Math.abs(x))
    const likely = 1 / (1 + rest)
    const unlikely = rest * likely
    residual[i] = x > 0 ? y * unlikely - (n - y) * likely : y * likely - (n - y) * unlikely
    value += y * x - n * (Math.max(x, 0) + Math.log(1 + rest))
  }
  return { value, residual }
}

/** n p (1 - p) per pattern. */
function weightsAt({ totals }: Problem, odds: Column): Column {
  return combine(odds, totals, (x, n) => {
    const rest = Math.exp(-Math.abs(x))
    return (n * rest) / (1 + rest) ** 2
  })
}

/** Hat diagonals summed over the rows of each pattern: w x' I^-1 x, by forward substitution over columns. */
function leverages(columns: readonly Column[], lower: Matrix, weights: Column): Column {
  const total = new Float64Array(weights.length)
  inBlocks(columns, weights.length, ({ parts, from, to }) => {
    const squares = total.subarray(from, to)
    for (const [j, row] of lower.entries()) {
      const column = parts[j] ?? squares
      for (let k = 0; k < j; k++) addScaled(column, -at(row, k), parts[k] ?? squares)
      scaleAndCollect(column, 1 / at(row, j), squares)
    }
  })
  return times(total, weights)
}

/** Scales a column in place and adds its squares. */
function scaleAndCollect(column: Column, factor: number, squares: Column): void {
  for (let i = 0; i < column.length; i++) {
    const value = factor * (column[i] ?? 0)
    column[i] = value
    squares[i] = (squares[i] ?? 0) + value * value
  }
}

/** A place where the information matrix is singular: lower than any other. */
function nowhere(coefficients: Column, information: Matrix): Point {
  return {
    coefficients,
    value: Number.NEGATIVE_INFINITY,
    score: new Float64Array(coefficients.length),
    information: () => information,
  }
}

function once(make: () => Matrix): () => Matrix {
  let made: Matrix | undefined
  return () => {
    made ??= make()
    return made
  }
}
