import { addedUpOn, gridOf } from './grid'
import { at, indices, sum } from './numbers'
import { type Patterns, patternsOf } from './patterns'
import { type Column, picked, times } from './vectors'

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
  /** For each pattern a row that shows it. */
  example: Int32Array
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
  // Asked for once: a variable of very many rows may make its values anew each time.
  const shown = variables.map((variable) => ({ ...variable }))
  const sizes = counts ?? new Float64Array(outcome.length).fill(1)
  const weighed = { events: times(sizes, outcome), totals: sizes }
  const onGrid = apart.length === 0 ? byLevels(outcome, shown, weighed) : null
  const { example, events, totals } = onGrid ?? bySorting([outcome, ...shown.map(({ values }) => values), ...apart], weighed)
  const rows = counts ? sum(counts) : outcome.length
  return { ...designOf(shown, example), events, totals, example, rows, used: sum(totals) }
}

type Weighed = { events: Column; totals: Column }

/** The patterns of variables that all have levels, and few enough of them; the same as by sorting. */
function byLevels(outcome: Column, variables: readonly Variable[], { events, totals }: Weighed) {
  const keys = variables.map(({ values, levels }) => ({ values, size: levels?.length ?? 0 }))
  const grid = gridOf(nothingTimes(outcome), keys)
  if (!grid) return null
  const { example, sums } = addedUpOn(grid, [events, totals])
  return { example, events: sums[0] ?? events, totals: sums[1] ?? totals }
}

function bySorting([outcome, ...keys]: readonly [Column, ...Column[]], weighed: Weighed) {
  return addedUp(patternsOf(completeRows([outcome, ...keys]), keys), weighed)
}

/** 0 where there is a number. */
function nothingTimes(column: Column): Column {
  const made = column.slice()
  for (let i = 0; i < made.length; i++) made[i] = 0 * (made[i] ?? 0)
  return made
}

/** The same with every complete row by itself, in the order of its values: for what belongs to single rows, such as their clusters. */
export function singleRows(outcome: Column, variables: readonly Variable[], counts: Column): Sample {
  const keys = variables.map(({ values }) => values)
  const example = Int32Array.from(patternsOf(completeRows([outcome, ...keys]), keys).order)
  const totals = picked(counts, example)
  const events = times(totals, picked(outcome, example))
  return { ...designOf(variables, example), events, totals, example, rows: sum(counts), used: sum(totals) }
}

/** The rows of a sample with the columns of one term only, grouped anew. */
export function onlyTerm(given: Sample, { name, columns: own }: Term): Sample {
  const kept = [0, ...own].map((j) => given.columns[j] ?? given.totals)
  const patterns = patternsOf(indices(given.totals.length), kept)
  const { example, ...counted } = addedUp(patterns, given)
  return {
    ...given,
    ...counted,
    names: [0, ...own].map((j) => given.names[j] ?? ''),
    columns: kept.map((column) => picked(column, example)),
    terms: [{ name, columns: own.map((_, index) => index + 1) }],
    example: example.map((pattern) => at(given.example, pattern)),
  }
}

/** Events and totals of the rows of each pattern, and one row that shows it. */
function addedUp({ order, starts }: Patterns, rows: Weighed) {
  const patterns = starts.length - 1
  const [events, totals] = [new Float64Array(patterns), new Float64Array(patterns)]
  for (let pattern = 0; pattern < patterns; pattern++) {
    const end = at(starts, pattern + 1)
    for (let place = at(starts, pattern); place < end; place++) {
      const row = order[place] ?? 0
      totals[pattern] = (totals[pattern] ?? 0) + (rows.totals[row] ?? 0)
      events[pattern] = (events[pattern] ?? 0) + (rows.events[row] ?? 0)
    }
  }
  return { example: starts.subarray(0, patterns).map((start) => at(order, start)), events, totals }
}

/** Events among those used. */
export function eventsIn({ events }: Sample): number {
  return events.reduce((total, count) => total + count, 0)
}

function completeRows(columns: readonly Column[]): Uint32Array {
  const gaps = gapsIn(columns)
  const complete = new Uint32Array(gaps.length)
  let count = 0
  for (let row = 0; row < gaps.length; row++) if (gaps[row] === 0) complete[count++] = row
  return complete.subarray(0, count)
}

/** 1 for each row without a value in some column. */
function gapsIn(columns: readonly Column[]): Uint8Array {
  const gaps = new Uint8Array(columns[0]?.length ?? 0)
  for (const column of columns) for (let row = 0; row < gaps.length; row++) if (Number.isNaN(column[row] ?? 0)) gaps[row] = 1
  return gaps
}

function designOf(variables: readonly Variable[], example: Int32Array) {
  const names = ['(Intercept)']
  const columns: Column[] = [new Float64Array(example.length).fill(1)]
  const terms: Term[] = []
  for (const { name, values, levels } of variables) {
    const shown = picked(values, example)
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
