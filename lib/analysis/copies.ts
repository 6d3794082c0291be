import { binomialUpper } from '@/lib/statistics/distributions'
import { orderOf } from '@/lib/statistics/order'
import { rules } from './rules'
import type { Coded } from './study'
import type { Note } from './warnings'

/** A column of a sheet, whatever it holds: numbers, NaN where there is none, or codes of words, 0 where there is none. */
type Cells = Float64Array | Uint8Array | Uint16Array | Uint32Array

/** What there is of a sheet. `isGrouped`: its rows stand for several on purpose. */
type Whole = { outcome: Float64Array; columns: readonly Cells[]; clusters: Coded | null; isGrouped: boolean }

/**
 * That decided rows repeat others in every column, oftener than rows do by chance that share a client's number, an income or whatever
 * else: then it is one case given twice, that would count twice. Two gaps in a column are no value that two rows share. Many copies leave no headline, unless they hang together in clusters that are allowed for.
 */
export function copiedNotes({ outcome, columns, clusters, isGrouped }: Whole): Note[] {
  if (isGrouped || columns.length < fewestColumns) return []
  const rows = Uint32Array.from(outcome.keys()).filter((row) => !Number.isNaN(outcome[row] ?? Number.NaN))
  const n = copiesAmong(rows, columns)
  if (n === 0) return []
  const isAllowedFor = (clusters?.levels.length ?? 0) >= rules.clusters
  const isMuch = n > rules.copies * rows.length && !isAllowedFor
  return [{ key: isMuch ? 'copied_rows_many' : 'copied_rows', column: null, values: { n: String(n) } }]
}

/** How many rows repeat another and have a value of their own to tell by. */
function copiesAmong(rows: Uint32Array, columns: readonly Cells[]): number {
  const keys = keysOf(columns, rows)
  if (differentIn(keys.slice()) === rows.length) return 0
  const isCopy = new Uint8Array(rows.length)
  for (const cells of columns) {
    for (const place of repeatedBy({ cells, columns, keys }, rows)) isCopy[place] = 1
  }
  const judged = keys.filter((_, place) => isCopy[place] === 1)
  return judged.length - differentIn(judged)
}

type Beside = { cells: Cells; columns: readonly Cells[]; keys: Float64Array }

/**
 * The rows that share a value of a column with rows that are the same in all others too, if that is no chance. A value that rows
 * share by nature (0, a least wage, a dash) or by coincidence, they share whatever the others say: so of all shared values no more
 * should be of equal rows only than two rows of different values are equal in the rest. More is told by the binomial tail.
 */
function repeatedBy({ cells, columns, keys }: Beside, rows: Uint32Array): number[] {
  const shared = valuesOf(cells, rows).filter((places) => places.length > 1)
  const repeated = shared.filter(([first = 0, ...rest]) => rest.every((place) => keys[place] === keys[first]))
  // Of a column that hardly any row fills nothing can be told.
  const filled = rows.filter((row) => !isGap(cells, row)).length
  if (repeated.length === 0 || filled <= rules.copies * rows.length) return []
  const likely = equalElsewhere(cells, columns, rows)
  const chance = binomialUpper(repeated.length, { tries: shared.length, likely })
  return chance < rules.copiedByChance / columns.length ? repeated.flat() : []
}

/** The places of the rows of each value, the smallest value first; of gaps none. */
function valuesOf(cells: Cells, rows: Uint32Array): number[][] {
  const values = Float64Array.from(rows, (row) => (isGap(cells, row) ? Number.NaN : (cells[row] ?? Number.NaN)))
  const found: number[][] = []
  let last = Number.NaN
  for (const place of orderOf(values)) {
    const value = values[place] ?? Number.NaN
    if (Number.isNaN(value)) continue
    if (value === last) found.at(-1)?.push(place)
    else found.push([place])
    last = value
  }
  return found
}

/**
 * How often two rows of different values are the same in every other column: the next values of the order, which are most alike
 * where a number goes with the rest, or values far apart, whichever is oftener.
 */
function equalElsewhere(cells: Cells, columns: readonly Cells[], rows: Uint32Array): number {
  const ones = valuesOf(cells, rows).map(([first = 0]) => rows[first] ?? 0)
  const others = columns.filter((column) => column !== cells)
  const isSame = (row: number, other: number) =>
    others.every((column) => Object.is(column[row] ?? Number.NaN, column[other] ?? Number.NaN))
  const shares = [1, Math.floor(ones.length / 3), Math.floor(ones.length / 2)].map((step) => {
    const pairs = step > 0 ? ones.slice(step).map((row, index) => isSame(row, ones[index] ?? 0)) : []
    return pairs.length === 0 ? 1 : pairs.filter((isEqual) => isEqual).length / pairs.length
  })
  return Math.max(...shares)
}

const isGap = (cells: Cells, row: number): boolean =>
  cells instanceof Float64Array ? Number.isNaN(cells[row] ?? Number.NaN) : !cells[row]

/** Rows of two columns repeat each other as a matter of course. */
const fewestColumns = 3

/** A number for each row, made of all that it says: of 53 bits, so that different rows hardly ever share one. */
function keysOf(columns: readonly Cells[], rows: Uint32Array): Float64Array {
  const [high, low] = [new Uint32Array(rows.length), new Uint32Array(rows.length)]
  for (const cells of columns) {
    for (let i = 0; i < rows.length; i++) {
      spell(cells[rows[i] ?? 0] ?? Number.NaN)
      high[i] = mixed(high[i] ?? 0, words[0], words[1])
      low[i] = mixed((low[i] ?? 0) ^ 0x9e3779b9, words[1], words[0])
    }
  }
  return Float64Array.from(high, (word, i) => word * 2 ** 21 + ((low[i] ?? 0) >>> 11))
}

const number = new Float64Array(1)
const words = new Uint32Array(number.buffer)

/** Writes a number as two words; one and the same for all gaps and for both zeros. */
function spell(value: number): void {
  number[0] = Number.isNaN(value) ? Number.NaN : value + 0
}

function mixed(state: number, one = 0, other = 0): number {
  const first = Math.imul(state ^ one ^ (state >>> 15), 0x85ebca6b)
  const second = Math.imul(first ^ other ^ (first >>> 13), 0xc2b2ae35)
  return second ^ (second >>> 16)
}

/** How many different numbers there are. */
function differentIn(numbers: Float64Array): number {
  return numbers.sort().reduce((count, value, i, all) => (i > 0 && Object.is(all[i - 1], value) ? count : count + 1), 0)
}
