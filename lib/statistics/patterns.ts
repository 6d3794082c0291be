import { at } from './numbers'
import { isRising, orderOf } from './order'
import type { Column } from './vectors'

/** Rows in the order of their values, and where each pattern starts in it (with the end as a last entry). */
export type Patterns = { order: Uint32Array; starts: Int32Array }

/**
 * Groups rows that agree in every key, in the order of their values: first by the first key, then within it by the
 * second, and so on; equal rows keep their order. Each row carries the number of its pattern so far, to which one key
 * after the other is added: no comparison of rows, so many keys cost no more than sorting each once.
 */
export function patternsOf(rows: Uint32Array, keys: readonly Column[]): Patterns {
  let found: Ranked = { ranks: new Float64Array(rows.length), count: Math.min(1, rows.length) }
  for (const key of keys) {
    if (found.count === rows.length) break
    found = refined(found, rowsOf(rankedOnce(key), rows))
  }
  return counted(rows, compact(found))
}

/** The ranks of a whole column, kept as long as the column, which nobody writes over: it is a key of many groupings. */
function rankedOnce(key: Column): Ranked {
  const known = ranksOf.get(key) ?? rankedBy(key)
  ranksOf.set(key, known)
  return known
}

const ranksOf = new WeakMap<Column, Ranked>()

/** The ranks of some rows only; with fewer of them than ranks these are numbered anew. */
function rowsOf({ ranks, count }: Ranked, rows: Uint32Array): Ranked {
  const some = new Float64Array(rows.length)
  for (let i = 0; i < some.length; i++) some[i] = ranks[rows[i] ?? 0] ?? 0
  return count > rows.length ? compact({ ranks: some, count }) : { ranks: some, count }
}

/** For each row the place of its value among the different values, which are `count` (or fewer, up to that). */
type Ranked = { ranks: Float64Array; count: number }

/** Numbered anew as soon as there could be more patterns than rows: so the numbers stay whole, and a full count is a true one. */
function refined({ ranks, count }: Ranked, inner: Ranked): Ranked {
  const both = ranks.slice()
  for (let i = 0; i < both.length; i++) both[i] = (ranks[i] ?? 0) * inner.count + (inner.ranks[i] ?? 0)
  const possible = { ranks: both, count: count * inner.count }
  return possible.count < ranks.length ? possible : compact(possible)
}

/** Numbered without gaps: by ticking off the numbers there are where these are few, else by sorting. */
function compact({ ranks, count }: Ranked): Ranked {
  if (count > roomPerRow * ranks.length) return ranked(ranks)
  const place = new Uint32Array(count)
  for (const rank of ranks) place[rank] = 1
  let seen = 0
  for (let rank = 0; rank < count; rank++) {
    const isSeen = place[rank] === 1
    place[rank] = seen
    if (isSeen) seen++
  }
  const dense = new Float64Array(ranks.length)
  for (let i = 0; i < dense.length; i++) dense[i] = place[ranks[i] ?? 0] ?? 0
  return { ranks: dense, count: seen }
}

const roomPerRow = 8

/** Codes of levels are as good as ranks; anything else is ranked. Gaps have no rank: rows with one are not asked for. */
function rankedBy(values: Float64Array): Ranked {
  let largest = 0
  for (const value of values) {
    if (!(Number.isInteger(value) && value >= 0 && value < values.length) && !Number.isNaN(value)) return ranked(values)
    if (value > largest) largest = value
  }
  return { ranks: values, count: largest + 1 }
}

function ranked(values: Float64Array): Ranked {
  if (isRising(values)) return counting(values)
  const ranks = new Float64Array(values.length)
  let count = 0
  let last = Number.NaN
  for (const row of orderOf(values)) {
    const value = values[row] ?? 0
    if (value !== last && !Number.isNaN(value)) count++
    last = value
    ranks[row] = Math.max(0, count - 1)
  }
  return { ranks, count }
}

/** Ranks of values that come in order: one more wherever they change. */
function counting(values: Float64Array): Ranked {
  const ranks = new Float64Array(values.length)
  for (let i = 1; i < ranks.length; i++) ranks[i] = (ranks[i - 1] ?? 0) + (values[i] === values[i - 1] ? 0 : 1)
  return { ranks, count: values.length === 0 ? 0 : at(ranks, ranks.length - 1) + 1 }
}

function counted(rows: Uint32Array, ranked: Ranked): Patterns {
  const { ranks } = ranked
  const starts = startsOf(ranked)
  const next = starts.slice()
  const order = new Uint32Array(rows.length)
  for (let i = 0; i < order.length; i++) {
    const rank = ranks[i] ?? 0
    const place = next[rank] ?? 0
    order[place] = rows[i] ?? 0
    next[rank] = place + 1
  }
  return { order, starts }
}

/** Where each pattern starts, with the end as a last entry. */
function startsOf({ ranks, count }: Ranked): Int32Array {
  const starts = new Int32Array(count + 1)
  for (const rank of ranks) starts[rank + 1] = (starts[rank + 1] ?? 0) + 1
  for (let pattern = 0; pattern < count; pattern++) starts[pattern + 1] = (starts[pattern + 1] ?? 0) + (starts[pattern] ?? 0)
  return starts
}
