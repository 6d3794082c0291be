import { at, sum } from './numbers'
import type { Column } from './vectors'

/**
 * One explanatory variable, a value per row: a number, or for a factor (`levels` given, the reference first) the index
 * of its level. NaN where missing.
 */
export type Variable = { name: string; values: Column; levels?: readonly string[] }

/** The columns of one variable in the model. */
export type Term = { name: string; columns: readonly number[] }

/**
 * Complete rows grouped to covariate patterns: design columns (the first is the intercept), events and totals per
 * pattern. Patterns are sorted by their values, so that the order of rows cannot change a digit of what follows.
 */
export type Sample = {
  names: readonly string[]
  columns: readonly Column[]
  terms: readonly Term[]
  events: Column
  totals: Column
  /** For each pattern a row that shows it; for each row its pattern, -1 where incomplete. */
  example: Int32Array
  patternOf: Int32Array
  rows: number
  used: number
}

/** `apart`: values that keep rows in different patterns (clusters) without a column; `counts`: how many rows each row stands for. */
export type Grouping = { apart?: readonly Column[]; counts?: Column }

/**
 * Builds the design of a binary outcome (1 event, 0 none, NaN unknown) on variables: treatment contrasts for factors,
 * complete cases only.
 */
export function sample(outcome: Column, variables: readonly Variable[], { apart = [], counts }: Grouping = {}): Sample {
  const keys = [...variables.map(({ values }) => values), ...apart]
  const size = (row: number) => (counts ? at(counts, row) : 1)
  const complete = completeRows([outcome, ...keys])
  const groups = grouped(complete, keys)
  const patternOf = new Int32Array(outcome.length).fill(-1)
  groups.forEach((group, pattern) => {
    for (const row of group) patternOf[row] = pattern
  })
  const example = Int32Array.from(groups, (group) => group[0] ?? -1)
  return {
    ...designOf(variables, example),
    events: Float64Array.from(groups, (group) => group.reduce((total, row) => total + size(row) * at(outcome, row), 0)),
    totals: Float64Array.from(groups, (group) => group.reduce((total, row) => total + size(row), 0)),
    example,
    patternOf,
    rows: counts ? sum(counts) : outcome.length,
    used: sum([...complete].map(size)),
  }
}

/** Events among those used. */
export function eventsIn({ events }: Sample): number {
  return events.reduce((total, count) => total + count, 0)
}

function completeRows(columns: readonly Column[]): Uint32Array {
  const rows = Uint32Array.from({ length: columns[0]?.length ?? 0 }, (_, row) => row)
  return rows.filter((row) => columns.every((column) => !Number.isNaN(at(column, row))))
}

function grouped(rows: Uint32Array, keys: readonly Column[]): Uint32Array[] {
  const order = rows.sort((a, b) => compare(keys, a, b))
  const groups: Uint32Array[] = []
  let start = 0
  for (let next = 1; next <= order.length; next++) {
    if (next < order.length && compare(keys, order[start] ?? 0, order[next] ?? 0) === 0) continue
    groups.push(order.subarray(start, next))
    start = next
  }
  return groups
}

function compare(keys: readonly Column[], a: number, b: number): number {
  for (const key of keys) {
    const difference = (key[a] ?? 0) - (key[b] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

function designOf(variables: readonly Variable[], example: Int32Array) {
  const names = ['(Intercept)']
  const columns: Column[] = [new Float64Array(example.length).fill(1)]
  const terms: Term[] = []
  for (const { name, values, levels } of variables) {
    const shown = Float64Array.from(example, (row) => at(values, row))
    const made = levels ? dummies(name, shown, levels) : [{ name, column: shown }]
    terms.push({ name, columns: made.map((_, index) => names.length + index) })
    names.push(...made.map((entry) => entry.name))
    columns.push(...made.map((entry) => entry.column))
  }
  return { names, columns, terms }
}

function dummies(name: string, values: Column, levels: readonly string[]) {
  return levels
    .map((level, index) => ({ name: `${name}[${level}]`, column: values.map((value) => (value === index ? 1 : 0)) }))
    .slice(1)
}
