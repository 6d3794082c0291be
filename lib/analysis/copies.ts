import { rules } from './rules'
import type { Coded } from './study'
import type { Note } from './warnings'

/** Columns of a sheet, whatever they hold: codes of words, or numbers. */
type Cells = ArrayLike<number>

/** What there is of a sheet. `isGrouped`: its rows stand for several on purpose. */
type Whole = { outcome: Float64Array; columns: readonly Cells[]; clusters: Coded | null; isGrouped: boolean }

/**
 * That decided rows repeat others in every column, where a column tells nearly all different rows apart, as a client's number or
 * an income does: it is no chance then, but one case given twice that would count twice. Many of them leave no headline, unless
 * they hang together in clusters that are allowed for.
 */
export function copiedNotes({ outcome, columns, clusters, isGrouped }: Whole): Note[] {
  if (isGrouped || columns.length < fewestColumns) return []
  const rows = Uint32Array.from(outcome.keys()).filter((row) => !Number.isNaN(outcome[row] ?? Number.NaN))
  const different = differentIn(keysOf(columns, rows))
  const n = rows.length - different
  if (n === 0 || !columns.some((cells) => valuesIn(cells, rows) >= rules.ownValue * different)) return []
  const isAllowedFor = (clusters?.levels.length ?? 0) >= rules.clusters
  const isMuch = n > rules.copies * rows.length && !isAllowedFor
  return [{ key: isMuch ? 'copied_rows_many' : 'copied_rows', column: null, values: { n: String(n) } }]
}

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

const valuesIn = (cells: Cells, rows: Uint32Array): number =>
  differentIn(Float64Array.from(rows, (row) => cells[row] ?? Number.NaN))
