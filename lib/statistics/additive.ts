import { cholesky, inverse, type Matrix, without } from './cholesky'
import { climb } from './climb'
import type { Estimated } from './logistic'
import { at, range } from './numbers'
import type { Variable } from './sample'
import { centred } from './scaling'
import { logistic, type Point, type Surface } from './surface'
import { type Column, dot, times } from './vectors'

/** Patterns with the values of each variable, complete; the first level of each is the reference. */
export type Additive = { variables: readonly Variable[]; events: Column; totals: Column }

/**
 * Logistic regression by maximum likelihood (Newton's method; McCullagh & Nelder 1989, 4.4), the same as `fitLogistic` to rounding,
 * for many variables of many levels each: no column is made of a level. The intercept is that of centred numbers. A row shows one level of each variable only, so a step
 * costs rows x variables squared, not columns squared. Null where the climb comes to no rest.
 */
export function fitAdditive(given: Additive): Estimated | null {
  const design = designOf(given)
  const surface = surfaceOf(design, given)
  const start = startOf(design, given)
  const { held, lower } = firmIn(surface(start).information(), design)
  const { point, converged } = climb(surface, start, { held, lower, rounds: 30 })
  const live = range(start.length).filter((j) => !held.has(j))
  const factored = cholesky(without(point.information(), held))
  if (!converged || !('lower' in factored)) return null
  const scales = live.map((j) => at(design.sds, j))
  const covariance = inverse(factored.lower).map((row, j) => row.map((value, k) => value / (at(scales, j) * at(scales, k))))
  const spread = (value: (place: number, column: number) => number) =>
    Float64Array.from(start, (_, column) => {
      const place = live.indexOf(column)
      return place < 0 ? Number.NaN : value(place, column)
    })
  return {
    names: design.names,
    live,
    coefficients: spread((_, column) => at(point.coefficients, column) / at(design.sds, column)),
    se: spread((place) => Math.sqrt(at(covariance[place] ?? [], place))),
    covariance,
  }
}

/** Numbers, the intercept first, on one scale; and of each variable with levels the code of every pattern, from its first column on. */
type Design = {
  names: string[]
  sds: Column
  numbers: readonly Column[]
  groups: readonly Group[]
  references: readonly number[]
}
type Group = { codes: Uint16Array; size: number; first: number }

function designOf({ variables, totals }: Additive): Design {
  const plain = variables.filter(({ levels }) => !levels)
  const scaled = centred([new Float64Array(totals.length).fill(1), ...plain.map(({ values }) => values)], totals)
  const names = ['(Intercept)', ...plain.map(({ name }) => name)]
  const groups = variables.flatMap(({ name, values, levels }) => {
    if (!levels) return []
    const group = { codes: Uint16Array.from(values), size: levels.length, first: names.length }
    names.push(...levels.map((level) => `${name}[${level}]`))
    return [group]
  })
  const sds = Float64Array.from(names, (_, j) => scaled.sds[j] ?? 1)
  return { names, sds, numbers: scaled.columns, groups, references: groups.map(({ first }) => first) }
}

function startOf({ names }: Design, { events, totals }: Additive): Column {
  const start = new Float64Array(names.length)
  const [some, all] = [events, totals].map((column) => column.reduce((sum, count) => sum + count, 0))
  start[0] = Math.log(((some ?? 0) + 0.5) / ((all ?? 0) - (some ?? 0) + 0.5))
  return start
}

/** Held are columns that say nothing beside the ones before: of the references, of levels nobody shows, and of combinations. */
function firmIn(information: Matrix, { references }: Design): { held: ReadonlySet<number>; lower: Matrix } {
  const held = new Set(references)
  for (;;) {
    const factored = cholesky(without(information, held))
    if ('lower' in factored) return { held, ...factored }
    const live = range(information.length).filter((j) => !held.has(j))
    held.add(at(live, factored.dependent))
  }
}

function surfaceOf(design: Design, { events, totals }: Additive): Surface {
  return (coefficients): Point => {
    const weights = oddsOf(design, coefficients, totals.length)
    const rest = new Float64Array(totals.length)
    let value = 0
    for (let i = 0; i < weights.length; i++) {
      const [x, n, y] = [weights[i] ?? 0, totals[i] ?? 0, events[i] ?? 0]
      const p = logistic(x)
      value += y * x - n * (Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))))
      rest[i] = y - n * p
      weights[i] = n * p * (1 - p)
    }
    let known: Matrix | undefined
    const information = () => {
      known ??= informationOf(design, weights)
      return known
    }
    return { coefficients, value, score: sumsOf(design, rest), information, curvature: information, isExact: true }
  }
}

function oddsOf({ numbers, groups }: Design, coefficients: Column, length: number): Column {
  const odds = new Float64Array(length)
  numbers.forEach((column, j) => {
    const b = at(coefficients, j)
    for (let i = 0; i < odds.length; i++) odds[i] = (odds[i] ?? 0) + b * (column[i] ?? 0)
  })
  for (const { codes, first } of groups) {
    for (let i = 0; i < odds.length; i++) odds[i] = (odds[i] ?? 0) + (coefficients[first + (codes[i] ?? 0)] ?? 0)
  }
  return odds
}

/** X' x, column by column. */
function sumsOf({ names, numbers, groups }: Design, x: Column): Column {
  const sums = new Float64Array(names.length)
  numbers.forEach((column, j) => {
    sums[j] = dot(column, x)
  })
  for (const group of groups) addByLevel(sums, group, x)
  return sums
}

function addByLevel(into: Column, { codes, first }: Group, x: Column): void {
  for (let i = 0; i < x.length; i++) {
    const column = first + (codes[i] ?? 0)
    into[column] = (into[column] ?? 0) + (x[i] ?? 0)
  }
}

/** X' diag(weights) X: of a number its weighted sums, of two groups the weights of each pair of their levels. */
function informationOf(design: Design, weights: Column): Matrix {
  const { names, numbers, groups } = design
  const upper = names.map(() => new Float64Array(names.length))
  numbers.forEach((column, j) => {
    upper[j]?.set(sumsOf(design, times(weights, column)))
  })
  for (const [place, group] of groups.entries()) {
    const own = new Float64Array(names.length)
    addByLevel(own, group, weights)
    for (let j = group.first; j < group.first + group.size; j++) upper[j]?.fill(at(own, j), j, j + 1)
    for (const other of groups.slice(place + 1)) addPairs(upper, [group, other], weights)
  }
  return upper.map((row, j) => row.map((value, k) => (k >= j ? value : at(upper[k] ?? [], j))))
}

function addPairs(upper: Matrix, [one, other]: readonly [Group, Group], weights: Column): void {
  const pairs = new Float64Array(one.size * other.size)
  for (let i = 0; i < weights.length; i++) {
    const pair = (one.codes[i] ?? 0) * other.size + (other.codes[i] ?? 0)
    pairs[pair] = (pairs[pair] ?? 0) + (weights[i] ?? 0)
  }
  for (let level = 0; level < one.size; level++)
    upper[one.first + level]?.set(pairs.subarray(level * other.size, (level + 1) * other.size), other.first)
}
