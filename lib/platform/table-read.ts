import { type CsvProblem, readCsv } from './csv-read'
import { readSheet, type SheetProblem } from './xlsx-read'

/** A table somebody brings: the titles of its columns and its rows as text, each with its line in the file. */
export type ReadTable = {
  readonly header: readonly string[]
  readonly records: readonly { readonly line: number; readonly cells: readonly string[] }[]
}
export type TableProblem = CsvProblem['code'] | SheetProblem

/** Reads a CSV file (UTF-8, UTF-16 or GB18030) or the first sheet of a workbook, whatever it is called. */
export async function readTable(bytes: Uint8Array): Promise<{ table: ReadTable } | { problem: TableProblem }> {
  const read = isZip(bytes) ? await readSheet(bytes) : readCsv(bytes)
  if ('problem' in read) return { problem: typeof read.problem === 'string' ? read.problem : read.problem.code }
  const { header, records } = read.file
  return { table: { header, records } }
}

const isZip = ([p, k]: Uint8Array) => p === 0x50 && k === 0x4b
