import { rules } from './rules'
import type { Coded } from './study'
import type { Note } from './warnings'

/** A column of a sheet, whatever it holds: numbers, NaN where there is none, or codes of words, 0 where there is none. */
type Cells = Float64Array | Uint8Array | Uint16Array | Uint32Array

/** What there is of a sheet. `isGrouped`: its rows stand for several on purpose. */
type Whole = { outcome: Float64Array; columns: readonly Cells[]; clusters: Coded | null; isGrouped: boolean }

/**
 * That decided rows repeat others in every column, where a column tells nearly all different rows apart, as a client's number or
 * an income does: it is no chance then, but one case given twice that would count twice. Two gaps in such a column are no value
 * that two rows share. Many copies leave no headline, unless they hang together in clusters that are allowed for.
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
  const own = columns.filter((cells) => tellsApart(cells, rows, keys))
  const judged = keys.filter((_, i) => own.some((cells) => !isGap(cells, rows[i] ?? 0)))
  return judged.length - differentIn(judged)
}

/** Whether nearly all different rows that say something in a column say something of their own there. */
function tellsApart(cells: Cells, rows: Uint32Array, keys: Float64Array): boolean {
  const filled = rows.filter((row) => !isGap(cells, row))
  // One that hardly any row fills tells of those few only.
  if (filled.length <= rules.copies * rows.length) return false
  const values = differentIn(Float64Array.from(filled, (row) => cells[row] ?? Number.NaN))
  return values >= rules.ownValue * differentIn(keys.filter((_, i) => !isGap(cells, rows[i] ?? 0)))
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
