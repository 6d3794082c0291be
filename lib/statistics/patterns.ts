import { at } from './numbers'
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
    found = refined(
      found,
      rankedBy(
        rows.length,
        Float64Array.from(rows, (row) => at(key, row)),
      ),
    )
  }
  return counted(rows, ranked(found.ranks))
}

/** For each row the place of its value among the different values, which are `count` (or fewer, up to that). */
type Ranked = { ranks: Float64Array; count: number }

/** Numbered anew as soon as there could be more patterns than rows: so the numbers stay whole, and a full count is a true one. */
function refined({ ranks, count }: Ranked, inner: Ranked): Ranked {
  const both = ranks.map((rank, i) => rank * inner.count + at(inner.ranks, i))
  const possible = count * inner.count
  return possible < ranks.length ? { ranks: both, count: possible } : ranked(both)
}

/** Codes of levels are as good as ranks; anything else is ranked. */
function rankedBy(length: number, values: Float64Array): Ranked {
  let largest = 0
  for (const value of values) {
    if (!(Number.isInteger(value) && value >= 0 && value < length)) return ranked(values)
    largest = Math.max(largest, value)
  }
  return { ranks: values, count: largest + 1 }
}

function ranked(values: Float64Array): Ranked {
  const sorted = values.slice().sort()
  let last = -1
  for (const value of sorted) if (last < 0 || value !== sorted[last]) sorted[++last] = value
  const different = sorted.subarray(0, last + 1)
  return { ranks: values.map((value) => placeOf(different, value)), count: different.length }
}

/** Where a value stands among sorted different values, of which it is one. */
function placeOf(different: Float64Array, value: number): number {
  let [low, high] = [0, different.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (at(different, middle) < value) low = middle + 1
    else high = middle
  }
  return low
}

function counted(rows: Uint32Array, { ranks, count }: Ranked): Patterns {
  const starts = new Int32Array(count + 1)
  for (const rank of ranks) starts[rank + 1] = at(starts, rank + 1) + 1
  for (let pattern = 0; pattern < count; pattern++) starts[pattern + 1] = at(starts, pattern + 1) + at(starts, pattern)
  const next = starts.slice()
  const order = new Uint32Array(rows.length)
  ranks.forEach((rank, i) => {
    order[at(next, rank)] = at(rows, i)
    next[rank] = at(next, rank) + 1
  })
  return { order, starts }
}
