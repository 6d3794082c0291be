import { type Cell, type Column, type ColumnKind, isDecimalText, numberText, type Row, type Table } from './table'

/** A spreadsheet wants a byte order mark and is kept from turning ID numbers into 1.1E+17; a machine wants neither. */
export type CsvAudience = 'spreadsheet' | 'machine'

const bytesPerChunk = 64 * 1024
const byteOrderMark = '\uFEFF'

/**
 * A table as CSV in UTF-8 (RFC 4180, CRLF), in chunks of about 64 kB, so that any number of rows takes the same memory.
 * Text that a spreadsheet would run as a formula, full-width signs too, gets an apostrophe in front (OWASP, CSV injection); numbers, negative ones
 * too, are written as they are.
 */
export async function* csvChunks(table: Table, audience: CsvAudience = 'spreadsheet'): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder()
  let pending = (audience === 'spreadsheet' ? byteOrderMark : '') + line(table.columns.map((column) => guarded(column.title)))
  for await (const row of table.rows) {
    pending += line(cellsOf(table.columns, row, audience))
    if (pending.length < bytesPerChunk) continue
    yield encoder.encode(pending)
    pending = ''
  }
  if (pending) yield encoder.encode(pending)
}

const line = (fields: readonly string[]): string => `${fields.map(quoted).join(',')}\r\n`

const quoted = (field: string): string => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)

const cellsOf = (columns: readonly Column[], row: Row, audience: CsvAudience): string[] =>
  columns.map((column, index) => cellText(row[index] ?? null, column.kind, audience))

function cellText(cell: Cell, kind: ColumnKind, audience: CsvAudience): string {
  const number = numberText(cell, kind)
  if (number !== undefined) return number
  const text = guarded(cell === null ? '' : String(cell))
  // A tab in front makes Excel and WPS keep long digits as text without showing anything.
  return kind === 'code' && audience === 'spreadsheet' && /^\d/.test(text) ? `\t${text}` : text
}

const guarded = (text: string): string => (/^[=+\-@＝＋－＠\t\r]/.test(text) && !isDecimalText(text) ? `'${text}` : text)
