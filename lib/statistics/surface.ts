import { cholesky, type Matrix } from './cholesky'
import { at } from './numbers'
import { crossProducts } from './scaling'
import { addScaled, type Column, combine, dot, linear, times } from './vectors'

/** A binomial regression: design columns, events and totals per pattern, and what is already known of the log odds. */
export type Problem = { columns: readonly Column[]; events: Column; totals: Column; offset: Column }

/** The height and slope of a log-likelihood at some coefficients. The information matrix is made when first asked for. */
export type Point = { coefficients: Column; value: number; score: Column; information: () => Matrix }

/** A log-likelihood as a function of the coefficients. */
export type Surface = (coefficients: Column) => Point

/** The logistic log-likelihood (of single rows: no binomial constant). */
export function likelihood(problem: Problem): Surface {
  return (coefficients) => {
    const { value, residual, weights } = evaluate(problem, coefficients)
    const score = Float64Array.from(problem.columns, (column) => dot(column, residual))
    return { coefficients, value, score, information: once(() => crossProducts(problem.columns, weights)) }
  }
}

/**
 * Firth's penalised log-likelihood l + log|I| / 2 (1993 Biometrika 80:27; Heinze & Schemper 2002 Stat Med 21:2409) with
 * its score X'(y - p + h(1/2 - p)), h the hat diagonals. Always of the full matrix, also where coefficients are held.
 */
export function penalised(problem: Problem): Surface {
  return (coefficients) => {
    const { value, residual, weights, fitted } = evaluate(problem, coefficients)
    const information = crossProducts(problem.columns, weights)
    const factored = cholesky(information)
    if (!('lower' in factored)) return nowhere(coefficients, information)
    const pull = combine(leverages(problem.columns, factored.lower, weights), fitted, (h, p) => h * (0.5 - p))
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

/** One exponential per pattern serves height, residual and weight; each keeps its digits where p rounds to 0 or 1. */
function evaluate({ columns, events, totals, offset }: Problem, coefficients: Column) {
  const odds = linear(columns, coefficients, offset)
  const [fitted, residual, weights] = [
    new Float64Array(odds.length),
    new Float64Array(odds.length),
    new Float64Array(odds.length),
  ]
  let value = 0
  for (let i = 0; i < odds.length; i++) {
    const [x, n, y] = [odds[i] ?? 0, totals[i] ?? 0, events[i] ?? 0]
    const rest = Math.exp(-Math.abs(x))
    const [likely, unlikely] = [1 / (1 + rest), rest / (1 + rest)]
    const p = x > 0 ? likely : unlikely
    fitted[i] = p
    residual[i] = y * (x > 0 ? unlikely : likely) - (n - y) * p
    weights[i] = n * likely * unlikely
    value += y * x - n * (Math.max(x, 0) + Math.log1p(rest))
  }
  return { value, residual, fitted, weights }
}

/** Hat diagonals summed over the rows of each pattern: w x' I^-1 x, by forward substitution over columns. */
function leverages(columns: readonly Column[], lower: Matrix, weights: Column): Column {
  const rotated: Column[] = []
  const total = new Float64Array(weights.length)
  for (const [j, row] of lower.entries()) {
    const column = Float64Array.from(columns[j] ?? [])
    rotated.forEach((earlier, k) => {
      addScaled(column, -at(row, k), earlier)
    })
    const scaled = column.map((x) => x / at(row, j))
    rotated.push(scaled)
    addScaled(total, 1, times(scaled, scaled))
  }
  return times(total, weights)
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
