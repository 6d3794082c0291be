/** Rows as a reader of csv gives them: text by column name. */
export type SheetRow = Readonly<Record<string, string | null | undefined>>

/** A column of text; null where the cell is empty or says that nothing is known. */
export type TextColumn = readonly (string | null)[]

const nothing = new Set(['', 'NA', 'N/A', '#N/A', 'NaN', 'null', 'NULL', '-', '--', '—'])

/** The cells of a column, trimmed. */
export function textColumn(rows: readonly SheetRow[], column: string): TextColumn {
  return rows.map((row) => cellIn(row[column]))
}

/** What a cell says, trimmed; null where it is empty or says that nothing is known. */
export function cellIn(cell: string | null | undefined): string | null {
  const text = cell?.trim() ?? ''
  return nothing.has(text) ? null : text
}

/** The cells of a column as numbers, NaN where missing or no number. Thousands separators and a closing % are read. */
export function numberColumn(rows: readonly SheetRow[], column: string): Float64Array {
  return numberColumns(rows, [column])[0] ?? new Float64Array(rows.length)
}

/** Some columns in one walk: the cells of a row lie side by side, those of a column all over the memory. */
export function numberColumns(rows: readonly SheetRow[], columns: readonly string[]): Float64Array[] {
  const numbers = columns.map(() => new Float64Array(rows.length))
  for (const [row, cells] of rows.entries()) {
    for (const [place, column] of columns.entries()) {
      const into = numbers[place]
      if (into) into[row] = numberIn(cells[column])
    }
  }
  return numbers
}

/** Most cells of such a column are a number and nothing else. */
function numberIn(cell: string | null | undefined): number {
  if (cell && plain.test(cell)) return Number.parseFloat(cell)
  const text = cellIn(cell)
  return text === null ? Number.NaN : numberOf(text)
}

const plain = /^-?\d+(\.\d+)?$/
const numeric = /^[+-]?(\d+|\d{1,3}(,\d{3})+)?(\.\d+)?(e[+-]?\d+)?%?$/i

/** A number as people type it; NaN if it is none. */
export function numberOf(text: string): number {
  if (plain.test(text)) return Number.parseFloat(text)
  const bare = decorated.test(text) ? text.normalize('NFKC').replace(currency, '') : text
  const number = numeric.test(bare) && /\d/.test(bare) ? Number.parseFloat(bare.replaceAll(',', '')) : Number.NaN
  return Number.isFinite(number) ? number : Number.NaN
}

const decorated = /[¥￥$＄元０-９]|CNY|RMB/i
/** What people write before or behind an amount; full width digits and signs are read as well. */
const currency = /^(¥|\$|CNY|RMB)\s*|\s*(元|CNY|RMB)$/gi

/** The different values of a column: numbers by size, then text by code point, so that the order of rows is no matter. */
export function levelsIn(column: TextColumn): string[] {
  const levels = [...new Set(column)].filter((text) => text !== null)
  return levels.sort((a, b) => bySize(a, b) || (a < b ? -1 : 1))
}

function bySize(a: string, b: string): number {
  const [x, y] = [numberOf(a), numberOf(b)]
  if (Number.isNaN(x) || Number.isNaN(y)) return (Number.isNaN(x) ? 1 : 0) - (Number.isNaN(y) ? 1 : 0)
  return x - y
}
