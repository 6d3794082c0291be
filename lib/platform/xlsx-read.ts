import { readXlsx } from 'hucre/xlsx'
import { inflate, openZip } from './zip'

/** One sheet as people see it: every cell as text, days as '2026-11-21', numbers without grouping; rows are 1-based lines. */
export type SheetFile = {
  readonly name: string
  readonly header: readonly string[]
  readonly records: readonly { readonly line: number; readonly cells: readonly string[] }[]
}

export type SheetProblem = 'not_a_workbook' | 'too_large' | 'too_many_rows' | 'too_many_columns' | 'empty'

const rowLimit = 100_000
const columnLimit = 200
/** One row and one column more than are taken. Without it a cell in the last column makes every row 16,384 cells wide. */
const range = `A1:GS${rowLimit + 1}`

/** The first visible sheet of an .xlsx file with content. Formulas are read as their last result and never computed. */
export async function readSheet(bytes: Uint8Array): Promise<{ file: SheetFile } | { problem: SheetProblem }> {
  const opened = openZip(bytes)
  if ('problem' in opened) return { problem: opened.problem === 'bomb' ? 'too_large' : 'not_a_workbook' }
  if (opened.entries.some((entry) => inflate(entry) === undefined)) return { problem: 'not_a_workbook' }
  const sheet = await firstSheet(bytes)
  if (!sheet) return { problem: 'not_a_workbook' }
  if (sheet.rows.length > rowLimit) return { problem: 'too_many_rows' }
  if (sheet.rows.some((row) => row.length > columnLimit)) return { problem: 'too_many_columns' }
  const [header, ...records] = sheet.rows.map((row, index) => ({ line: index + 1, cells: row.map(cellText) })).filter(hasContent)
  if (!header) return { problem: 'empty' }
  return { file: { name: sheet.name, header: header.cells, records } }
}

async function firstSheet(bytes: Uint8Array) {
  try {
    const { sheets } = await readXlsx(bytes, { maxRows: rowLimit + 1, range, sheets: (info) => !info.hidden && !info.veryHidden })
    return sheets[0]
  } catch {
    return undefined
  }
}

const hasContent = ({ cells }: { cells: readonly string[] }): boolean => cells.some((cell) => cell !== '')

function cellText(value: unknown): string {
  if (value instanceof Date) return dayText(value)
  if (typeof value === 'number') return numberText(value)
  return value === null || value === undefined ? '' : String(value).trim()
}

/**
 * A spreadsheet keeps and shows fifteen digits: what a formula adds behind them is noise, and a number with more before the
 * point has lost its last ones, which the text then shows (1.1E+17).
 */
const numberText = (value: number): string =>
  value
    .toPrecision(15)
    .replace(/(\.\d*?)0+(?=e|$)/, '$1')
    .replace(/\.(?=e|$)/, '')
    .toUpperCase()

function dayText(moment: Date): string {
  const text = moment.toISOString()
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : `${text.slice(0, 10)} ${text.slice(11, 16)}`
}
