import { type CsvProblem, readCsv } from '@/lib/platform/csv-read'
import { readSheet, type SheetProblem } from '@/lib/platform/xlsx-read'
import { levelsIn, numberOf, type SheetRow, textColumn } from './sheet'

/** Somebody's spreadsheet as rows, or why it cannot be read. */
export type Upload = { header: string[]; rows: SheetRow[] } | { problem: UploadProblem }
export type UploadProblem = CsvProblem['code'] | SheetProblem | 'repeated_column'

/** Reads a CSV file (UTF-8, UTF-16 or GB18030) or the first sheet of a workbook. Nothing of it is kept. */
export async function readUpload(bytes: Uint8Array): Promise<Upload> {
  const read = isZip(bytes) ? await readSheet(bytes) : readCsv(bytes)
  if ('problem' in read) return { problem: typeof read.problem === 'string' ? read.problem : read.problem.code }
  const header = read.file.header.filter((name) => name !== '')
  if (new Set(header).size < header.length) return { problem: 'repeated_column' }
  const rows = read.file.records.map(({ cells }) =>
    Object.fromEntries(read.file.header.map((name, index) => [name, cells[index] ?? ''])),
  )
  return rows.length === 0 ? { problem: 'empty' } : { header, rows }
}

const isZip = ([p, k]: Uint8Array) => p === 0x50 && k === 0x4b

/** What a column holds, for choosing what it is: how many cells are filled, its values if they are few, and what it looks like. */
export type ColumnSummary = { name: string; filled: number; levels: string[] | null; looks: Looks }
export type Looks = 'outcome' | 'category' | 'number' | 'identifier'

/** As many values a column may have to be offered as levels. */
const mostLevels = 30

export function summaryOf(rows: readonly SheetRow[], name: string): ColumnSummary {
  const text = textColumn(rows, name)
  const levels = levelsIn(text)
  const filled = text.filter((cell) => cell !== null).length
  return { name, filled, levels: levels.length <= mostLevels ? levels : null, looks: looksOf(levels, filled) }
}

const decidedWords = /^(approved|accepted|granted|rejected|refused|declined|获批|批准|同意|通过|拒绝|被拒|不同意|未获批)$/i

function looksOf(levels: readonly string[], filled: number): Looks {
  if (levels.filter((level) => decidedWords.test(level)).length > 1) return 'outcome'
  const isNumeric = levels.length > 0 && levels.every((level) => !Number.isNaN(numberOf(level)))
  if (isNumeric && levels.length > 6) return 'number'
  return levels.length > Math.max(mostLevels, filled / 3) ? 'identifier' : 'category'
}
