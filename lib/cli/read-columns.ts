import type { CodedColumn, CodedSheet } from '@/lib/analysis/coded'
import { cellIn, levelsIn, numberOf } from '@/lib/analysis/sheet'
import { type AnalysisSpec, columnsOf } from '@/lib/analysis/spec'
import { type CsvProblem, csvRecords } from '@/lib/platform/csv-read'
import { growingNumbers } from './growing'

/** Half a gigabyte, about as long as one text may be, and ten million rows: nobody else waits for a command line. */
const limits = { bytes: 500 * 1024 * 1024, rows: 10_000_000, columns: 200, cell: 32_767 }

/** A spreadsheet as columns of codes and numbers, and the names of all its columns. */
export type Columns = { names: readonly string[]; sheet: CodedSheet }

/**
 * Reads the columns of a CSV file that a spec names, row by row: a word that was met before takes a few bytes, however many rows
 * there are. Nothing of a row is kept but its codes and numbers.
 */
export function readColumns(file: Uint8Array, spec: AnalysisSpec): Columns | { problem: CsvProblem } {
  const records = csvRecords(file, limits)
  const { value: first, done } = records.next()
  if (done) return { problem: { code: 'empty' } }
  if ('problem' in first) return first
  const names = first.cells.map((title) => title.trim())
  const columns = columnsFor(spec, names)
  let rows = 0
  for (const record of records) {
    if ('problem' in record) return record
    for (const { place, take } of columns) take(cellIn(record.cells[place]))
    rows++
  }
  return {
    names,
    sheet: {
      columns: Object.fromEntries(columns.flatMap((column) => ('words' in column ? [[column.name, column.words()]] : []))),
      numbers: Object.fromEntries(columns.flatMap((column) => ('numbers' in column ? [[column.name, column.numbers()]] : []))),
      unread: Object.fromEntries(columns.flatMap((column) => ('unread' in column ? [[column.name, column.unread]] : []))),
      counts: new Float64Array(rows).fill(1),
    },
  }
}

/** A reader for each column that is asked for; of several with one name the last counts. */
function columnsFor(spec: AnalysisSpec, names: readonly string[]) {
  const asked = [...new Set(columnsOf(spec))].filter((name) => names.includes(name))
  const onlyNumbers = onlyNumbersIn(spec)
  return asked.map((name) => {
    const reader = onlyNumbers.has(name) ? numberReader() : wordReader()
    return { name, place: names.lastIndexOf(name), ...reader }
  })
}

/** Columns that are read as numbers and never as levels. */
function onlyNumbersIn(spec: AnalysisSpec): ReadonlySet<string> {
  const numeric = spec.factors.filter(({ type }) => type === 'number').map(({ column }) => column)
  const asLevels = [spec.outcome.column, spec.stratifyBy, spec.clusterBy, ...(spec.model?.include ?? [])]
  const all = [...numeric, spec.time?.column, spec.count?.column].flatMap((column) => column ?? [])
  return new Set(all.filter((column) => !asLevels.includes(column)))
}

function numberReader() {
  const numbers = growingNumbers()
  const unread: number[] = []
  let row = 0
  return {
    take: (cell: string | null) => {
      const number = cell === null ? Number.NaN : numberOf(cell)
      if (cell !== null && Number.isNaN(number)) unread.push(row)
      numbers.push(number)
      row++
    },
    numbers: numbers.all,
    unread,
  }
}

function wordReader() {
  const words: string[] = []
  const codeOf = new Map<string, number>()
  const codes = growingNumbers()
  const learned = (word: string) => {
    const code = words.push(word)
    codeOf.set(word, code)
    return code
  }
  return {
    take: (cell: string | null) => codes.push(cell === null ? 0 : (codeOf.get(cell) ?? learned(cell))),
    words: () => inOrder(words, codes.all()),
  }
}

/** The codes of words in the order in which they were met, as those of levels in their own order. */
function inOrder(words: readonly string[], met: Float64Array): CodedColumn {
  const levels = levelsIn(words)
  const place = new Map(levels.map((level, index) => [level, index + 1]))
  const codes = Uint32Array.from([0, ...words.map((word) => place.get(word) ?? 0)])
  return { levels, codes: Uint32Array.from(met).map((code) => codes[code] ?? 0) }
}
