import { at, sum } from './numbers'
import { patternsOf } from './patterns'
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
  const { order, starts } = patternsOf(completeRows([outcome, ...keys]), keys)
  const patterns = starts.length - 1
  const patternOf = new Int32Array(outcome.length).fill(-1)
  const [events, totals] = [new Float64Array(patterns), new Float64Array(patterns)]
  for (let pattern = 0; pattern < patterns; pattern++) {
    for (let place = at(starts, pattern); place < at(starts, pattern + 1); place++) {
      const row = at(order, place)
      const size = counts ? at(counts, row) : 1
      patternOf[row] = pattern
      totals[pattern] = at(totals, pattern) + size
      events[pattern] = at(events, pattern) + size * at(outcome, row)
    }
  }
  const example = starts.subarray(0, patterns).map((start) => at(order, start))
  const rows = counts ? sum(counts) : outcome.length
  return { ...designOf(variables, example), events, totals, example, patternOf, rows, used: sum(totals) }
}

/** Events among those used. */
export function eventsIn({ events }: Sample): number {
  return events.reduce((total, count) => total + count, 0)
}

function completeRows(columns: readonly Column[]): Uint32Array {
  const gaps = new Uint8Array(columns[0]?.length ?? 0)
  for (const column of columns) for (let row = 0; row < gaps.length; row++) if (Number.isNaN(column[row] ?? 0)) gaps[row] = 1
  return new Uint32Array(gaps.length).map((_, row) => row).filter((row) => gaps[row] === 0)
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
