/*
 * Kernels over whole columns. Columns rather than rows: every loop of the models below is one of these, over one
 * contiguous array.
 */

/** A column of numbers. */
export type Column = Float64Array

/** One number of a column. In a long loop many times faster than `at`, which reads whatever it is given. */
export const entry = (column: Column, i: number): number => column[i] ?? 0

/** Sum of a_i b_i. Four sums side by side, or each addition would wait for the one before. */
export function dot(a: Column, b: Column): number {
  let [first, second, third, fourth] = [0, 0, 0, 0]
  const whole = a.length - (a.length % 4)
  for (let i = 0; i < whole; i += 4) {
    first += product(a, b, i)
    second += product(a, b, i + 1)
    third += product(a, b, i + 2)
    fourth += product(a, b, i + 3)
  }
  for (let i = whole; i < a.length; i++) first += product(a, b, i)
  return first + second + (third + fourth)
}

function product(a: Column, b: Column, i: number): number {
  return (a[i] ?? 0) * (b[i] ?? 0)
}

/** Adds the products of x with each of the first `count` columns into `into`, in place. */
export function addDots(into: Column, x: Column, columns: readonly Column[], count: number): void {
  for (let k = 0; k < count; k++) into[k] = entry(into, k) + dot(x, columns[k] ?? x)
}

/** Adds factor x into `into`, in place. */
export function addScaled(into: Column, factor: number, x: Column): void {
  if (factor === 0) return
  for (let i = 0; i < into.length; i++) into[i] = (into[i] ?? 0) + factor * (x[i] ?? 0)
}

/** Adds the first `count` columns, each times its factor, into `into`, in place; four at a time, to load and store less. */
export function addCombination(into: Column, factors: Column, columns: readonly Column[], count: number): void {
  const fours = count - (count % 4)
  for (let k = 0; k < fours; k += 4) addFour(into, factors.subarray(k, k + 4), columns.slice(k, k + 4))
  for (let k = fours; k < count; k++) addScaled(into, factors[k] ?? 0, columns[k] ?? into)
}

function addFour(into: Column, [f = 0, g = 0, h = 0, m = 0]: Column, [a, b, c, d]: readonly Column[]): void {
  if (!a || !b || !c || !d) return
  for (let i = 0; i < into.length; i++) {
    into[i] = (into[i] ?? 0) + (f * (a[i] ?? 0) + g * (b[i] ?? 0)) + (h * (c[i] ?? 0) + m * (d[i] ?? 0))
  }
}

/** a_i b_i. */
export function times(a: Column, b: Column): Column {
  return writeTimes(new Float64Array(a.length), a, b)
}

/** Writes a_i b_i over `into`. */
export function writeTimes(into: Column, a: Column, b: Column): Column {
  for (let i = 0; i < a.length; i++) into[i] = (a[i] ?? 0) * (b[i] ?? 0)
  return into
}

/** The values at some rows. */
export function picked(values: Column, rows: ArrayLike<number>): Column {
  const made = new Float64Array(rows.length)
  for (let i = 0; i < made.length; i++) made[i] = values[rows[i] ?? 0] ?? Number.NaN
  return made
}

/** Columns one after the other. */
export function strung(parts: readonly Column[]): Column {
  const made = new Float64Array(parts.reduce((length, part) => length + part.length, 0))
  let from = 0
  for (const part of parts) {
    made.set(part, from)
    from += part.length
  }
  return made
}

/** f(a_i, b_i). */
export function combine(a: Column, b: Column, f: (x: number, y: number) => number): Column {
  const made = new Float64Array(a.length)
  for (let i = 0; i < a.length; i++) made[i] = f(a[i] ?? 0, b[i] ?? 0)
  return made
}

/** The sum of the columns, each times its coefficient, on top of `offset`. */
export function linear(columns: readonly Column[], coefficients: ArrayLike<number>, offset: Column): Column {
  const sum = offset.slice()
  addCombination(sum, Float64Array.from(coefficients), columns, columns.length)
  return sum
}

/** The largest |a_i|; NaN if any is NaN. */
export function largest(a: ArrayLike<number>): number {
  let most = 0
  for (let i = 0; i < a.length; i++) most = Math.max(most, Math.abs(a[i] ?? 0))
  return most
}

/** The same stretch of every column; those the walk copies may be written over. */
export type Block = readonly Column[]

/**
 * Walks through many columns so many rows at a time that all of it stays in the cache. The first `kept` columns are shown
 * as they are, the others as copies, in room that is made once and used by every walk.
 */
export function blockwise(columns: readonly Column[], length: number, kept = 0): (work: (block: Block) => void) => void {
  const size = Math.max(1, Math.min(blockRows, length))
  const copied = columns.slice(kept)
  const room = copied.map(() => new Float64Array(size))
  const last = room.map((part) => part.subarray(0, length % size))
  const stretches = Array.from({ length: Math.ceil(length / size) }, (_, number) => {
    const [from, to] = [number * size, Math.min(length, (number + 1) * size)]
    const copies = to - from === size ? room : last
    const shown = columns.slice(0, kept).map((column) => column.subarray(from, to))
    return { from, to, copies, block: [...shown, ...copies] }
  })
  return (work) => {
    for (const { from, to, copies, block } of stretches) {
      copied.forEach((column, j) => {
        copies[j]?.set(column.subarray(from, to))
      })
      work(block)
    }
  }
}

const blockRows = 512
