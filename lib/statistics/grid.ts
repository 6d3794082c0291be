import { at } from './numbers'
import { type Column, picked } from './vectors'

/** A key of whole numbers from 0 and below `size`; NaN leaves a row out. */
export type Key = { values: Column; size: number }

/** For each row the number of its combination of keys, of as many as there could be; NaN where the row is left out. */
export type Grid = { cells: Column; size: number }

/**
 * Numbers the combinations of a few keys, the first key counting most, without sorting anything: many rows of few levels are
 * grouped by going through them once. Null where there could be many more combinations than rows. `from`: 0 for each row, NaN to
 * leave it out.
 */
export function gridOf(from: Column, keys: readonly Key[]): Grid | null {
  const size = keys.reduce((all, key) => all * key.size, 1)
  if (!(size > 0 && size <= roomPerRow * from.length)) return null
  const cells = from.slice()
  for (const key of keys) addDigit(cells, key)
  return { cells, size }
}

const roomPerRow = 4

function addDigit(cells: Column, { values, size }: Key): void {
  for (let row = 0; row < cells.length; row++) cells[row] = (cells[row] ?? 0) * size + (values[row] ?? 0)
}

/** The combinations there are, in their order: of each the first row that shows it, and the sum of every weight over its rows. */
export function addedUpOn({ cells, size }: Grid, weights: readonly Column[]): { example: Int32Array; sums: Column[] } {
  const first = new Int32Array(size).fill(-1)
  for (let row = cells.length - 1; row >= 0; row--) {
    const cell = cells[row] ?? Number.NaN
    if (!Number.isNaN(cell)) first[cell] = row
  }
  const seen = placesOf(first)
  return {
    example: seen.map((cell) => at(first, cell)),
    sums: weights.map((weight) => picked(summed(weight, { cells, size }), seen)),
  }
}

function summed(weight: Column, { cells, size }: Grid): Column {
  const sums = new Float64Array(size)
  for (let row = 0; row < cells.length; row++) {
    const cell = cells[row] ?? Number.NaN
    if (!Number.isNaN(cell)) sums[cell] = (sums[cell] ?? 0) + (weight[row] ?? 0)
  }
  return sums
}

/** Where something was seen. */
function placesOf(first: Int32Array): Int32Array {
  const places = new Int32Array(first.length)
  let count = 0
  for (let cell = 0; cell < first.length; cell++) if ((first[cell] ?? 0) >= 0) places[count++] = cell
  return places.subarray(0, count)
}
