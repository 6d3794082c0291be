import { cholesky, type Matrix } from './cholesky'
import { at } from './numbers'
import { productSum } from './scaling'
import { addCombination, addDots, type Block, blockwise, type Column, dot, entry, linear } from './vectors'

/** A binomial regression: design columns, events and totals per pattern, and what is already known of the log odds. */
export type Problem = { columns: readonly Column[]; events: Column; totals: Column; offset: Column }

/**
 * The height and slope of a log-likelihood at some coefficients. `curvature` is what a step of Newton's method divides the
 * slope by; where it is not quite the one of the surface (`isExact` false), steps learn the rest (secant.ts). Both matrices are
 * made when first asked for.
 */
export type Point = {
  coefficients: Column
  value: number
  score: Column
  information: () => Matrix
  curvature: () => Matrix
  isExact: boolean
}

/** A log-likelihood as a function of the coefficients. */
export type Surface = (coefficients: Column) => Point

/** The logistic log-likelihood (McCullagh & Nelder 1989, 4.4; of single rows: no binomial constant). */
export function likelihood(problem: Problem): Surface {
  const walk = walker(problem, problem.columns.length)
  return (coefficients) => {
    const score = new Float64Array(coefficients.length)
    let value = 0
    walk(coefficients, (block, parts) => {
      value += leaveResiduals(parts)
      addDots(score, parts.events, block, score.length)
    })
    const information = once(() => informationAt(walk, coefficients))
    return { coefficients, value, score, information, curvature: information, isExact: true }
  }
}

/**
 * Firth's penalised log-likelihood l + log|I| / 2 (1993 Biometrika 80:27; Heinze & Schemper 2002 Stat Med 21:2409) with
 * its score X'(y - p + h(1/2 - p)), h the hat diagonals. Always of the full matrix, also where coefficients are held.
 * That score is the one of data with h more rows, half of them events, at each pattern: their information is the curvature.
 * Without those rows a step towards the middle of a small pattern is up to twice too long and swings for ever.
 */
export function penalised(problem: Problem): Surface {
  const walk = walker(problem, 0)
  return (coefficients) => {
    const information = informationAt(walk, coefficients)
    const factored = cholesky(information)
    if (!('lower' in factored)) return nowhere(coefficients, information)
    const { lower } = factored
    const score = new Float64Array(coefficients.length)
    let value = lower.reduce((total, row, j) => total + Math.log(at(row, j)), 0)
    walk(coefficients, (block, parts) => {
      value += leaveResiduals(parts)
      addDots(score, parts.events, block, score.length)
      leavePulls(parts)
      addPulls(score, block, { lower, pulls: parts.totals, hats: parts.spare })
    })
    const curvature = once(() => augmentedAt(walk, coefficients, lower))
    return { coefficients, value, score, information: () => information, curvature, isExact: false }
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

/** What a block holds behind its design columns; each is a copy that may be written over. */
type Parts = { odds: Column; events: Column; totals: Column; spare: Column }

type Walk = (coefficients: Column, work: (block: Block, parts: Parts) => void) => void

/** Goes through the patterns block by block, with their log odds worked out; the first `kept` columns are not written over. */
function walker({ columns, offset, events, totals }: Problem, kept: number): Walk {
  const walk = blockwise([...columns, offset, events, totals, totals], totals.length, kept)
  return (coefficients, work) =>
    walk((block) => {
      const [odds, some, all, spare] = block.slice(columns.length)
      if (!odds || !some || !all || !spare) return
      addCombination(odds, coefficients, block, columns.length)
      work(block, { odds, events: some, totals: all, spare })
    })
}

/**
 * Returns the height of a block and leaves in `events` what the fit does not explain. One exponential serves both, and
 * keeps its digits where p rounds to 1. One logarithm serves all single rows: their factors, 2 at most, cannot overflow
 * within a block.
 */
function leaveResiduals({ odds, events, totals }: Parts): number {
  let value = 0
  let product = 1
  for (let i = 0; i < odds.length; i++) {
    const x = entry(odds, i)
    const n = entry(totals, i)
    const y = entry(events, i)
    const rest = Math.exp(-Math.abs(x))
    const likely = 1 / (1 + rest)
    const unlikely = rest * likely
    events[i] = x > 0 ? y * unlikely - (n - y) * likely : y * likely - (n - y) * unlikely
    const isSingle = n === 1
    value += y * x - n * Math.max(x, 0) - (isSingle ? 0 : n * Math.log(1 + rest))
    product *= isSingle ? 1 + rest : 1
  }
  return value - Math.log(product)
}

/** Leaves in `totals` the weights n p (1 - p). */
function leaveWeights({ odds, totals }: Parts): void {
  for (let i = 0; i < odds.length; i++) {
    const rest = Math.exp(-Math.abs(odds[i] ?? 0))
    totals[i] = ((totals[i] ?? 0) * rest) / (1 + rest) ** 2
  }
}

/** Leaves in `totals` n p (1 - p)(1/2 - p): what a leverage of 1 pulls with. */
function leavePulls(parts: Parts): void {
  leaveWeights(parts)
  for (let i = 0; i < parts.odds.length; i++) parts.totals[i] = (parts.totals[i] ?? 0) * (0.5 - logistic(parts.odds[i] ?? 0))
}

function informationAt(walk: Walk, coefficients: Column): Matrix {
  const products = productSum(coefficients.length)
  walk(coefficients, (block, parts) => {
    leaveWeights(parts)
    products.add(block, parts.totals)
  })
  return products.total()
}

/** The information with h rows more at each pattern. */
function augmentedAt(walk: Walk, coefficients: Column, lower: Matrix): Matrix {
  const products = productSum(coefficients.length)
  walk(coefficients, (block, parts) => {
    const design = block.slice(0, coefficients.length).map((column) => column.slice())
    leaveWeights(parts)
    rotate(block, lower, parts.spare)
    addHatWeights(parts)
    products.add([...design, parts.spare], parts.totals)
  })
  return products.total()
}

/** Adds h p (1 - p) to the weights in `totals`; h is a weight times what `rotate` left in `spare`. */
function addHatWeights({ odds, totals, spare }: Parts): void {
  for (let i = 0; i < odds.length; i++) {
    const rest = Math.exp(-Math.abs(odds[i] ?? 0))
    const weight = totals[i] ?? 0
    totals[i] = weight + (weight * (spare[i] ?? 0) * rest) / (1 + rest) ** 2
  }
}

type Hats = { lower: Matrix; pulls: Column; hats: Column }

/**
 * Adds what the hat diagonals pull: x' I^-1 x by forward substitution over the columns of a block. These are written
 * over by their rotated selves z, with which the product is taken as well: x_j is the sum of L_jk z_k.
 */
function addPulls(score: Column, block: Block, { lower, pulls, hats }: Hats): void {
  rotate(block, lower, hats)
  for (let i = 0; i < hats.length; i++) hats[i] = (hats[i] ?? 0) * (pulls[i] ?? 0)
  const rotated = Float64Array.from(lower, (_, k) => dot(block[k] ?? hats, hats))
  lower.forEach((row, j) => {
    score[j] = at(score, j) + dot(row.subarray(0, j + 1), rotated)
  })
}

/** Turns columns x into z with L z = x, and leaves the hat diagonals per row, z' z, in `hats`. */
function rotate(block: Block, lower: Matrix, hats: Column): void {
  hats.fill(0)
  lower.forEach((row, j) => {
    const column = block[j] ?? hats
    addCombination(
      column,
      row.map((l) => -l),
      block,
      j,
    )
    scaleAndCollect(column, 1 / at(row, j), hats)
  })
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
    curvature: () => information,
    isExact: false,
  }
}

function once(make: () => Matrix): () => Matrix {
  let made: Matrix | undefined
  return () => {
    made ??= make()
    return made
  }
}
