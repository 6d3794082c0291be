/**
 * What a column holds. `code` is digits that are a name, not a number: ID numbers, phones, contract numbers.
 * `moment` is a day and time of the organisation's zone, already in that zone: '2026-11-21 14:32'.
 */
export type ColumnKind = 'text' | 'code' | 'number' | 'money' | 'date' | 'moment'

/** `width` is in characters of Latin text; a Chinese character takes two. */
export type Column = { readonly key: string; readonly title: string; readonly kind: ColumnKind; readonly width?: number }

/** Money and other decimals travel as text ('-93750.50'), days as 'YYYY-MM-DD'; a JavaScript number is a count. */
export type Cell = string | number | null

export type Row = readonly Cell[]

/** What screens, reports and exports hand each other. Rows may come from a cursor and are read once. */
export type Table = { readonly columns: readonly Column[]; readonly rows: Iterable<Row> | AsyncIterable<Row> }

const decimal = /^-?\d+(\.\d+)?$/
const numeric: ReadonlySet<ColumnKind> = new Set(['number', 'money'])

/** The digits of a cell that is a number in a column of numbers; undefined for everything that has to be written as text. */
export function numberText(cell: Cell, kind: ColumnKind): string | undefined {
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : undefined
  return cell !== null && numeric.has(kind) && decimal.test(cell) ? cell : undefined
}

export const isDecimalText = (text: string): boolean => decimal.test(text)
