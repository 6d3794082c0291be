import { type DecodedText, decodeText } from './decode-text'

/** Why a file cannot be read at all. `line` counts from 1 and is the line where the trouble starts. */
export type CsvProblem = {
  readonly code: 'too_large' | 'encoding' | 'binary' | 'empty' | 'too_many_rows' | 'too_many_columns' | 'quote' | 'cell_too_long'
  readonly line?: number
}

/** One record of the file: the line it starts on (a quoted cell may span several) and its cells. */
export type CsvRecord = { readonly line: number; readonly cells: readonly string[] }

export type CsvFile = {
  readonly encoding: DecodedText['encoding']
  readonly header: readonly string[]
  readonly records: readonly CsvRecord[]
  /** Lines whose number of cells differs from the header's: missing cells are read as empty, extra ones are kept. */
  readonly ragged: readonly number[]
}

export type CsvLimits = { readonly bytes: number; readonly rows: number; readonly columns: number; readonly cell: number }

/** 20 MB, 100,000 rows, 200 columns and Excel's 32,767 characters in a cell. */
const csvLimits: CsvLimits = { bytes: 20 * 1024 * 1024, rows: 100_000, columns: 200, cell: 32_767 }

/** Reads a CSV file in UTF-8, UTF-16 or GB18030, separated by commas, semicolons or tabs. Empty lines are left out. */
export function readCsv(bytes: Uint8Array, limits = csvLimits): { file: CsvFile } | { problem: CsvProblem } {
  if (bytes.length > limits.bytes) return { problem: { code: 'too_large' } }
  const decoded = decodeText(bytes)
  if ('problem' in decoded) return { problem: { code: decoded.problem } }
  const read = recordsOf(decoded.text, limits)
  if ('problem' in read) return read
  const [header, ...records] = read.records
  if (!header) return { problem: { code: 'empty' } }
  return { file: fileOf(decoded.encoding, header, records) }
}

function fileOf(encoding: DecodedText['encoding'], header: CsvRecord, records: readonly CsvRecord[]): CsvFile {
  const width = header.cells.length
  return {
    encoding,
    header: header.cells.map((title) => title.trim()),
    records: records.map(({ line, cells }) => ({ line, cells: padded(cells, width) })),
    ragged: records.filter(({ cells }) => cells.length !== width).map(({ line }) => line),
  }
}

const padded = (cells: readonly string[], width: number): readonly string[] =>
  cells.length < width ? [...cells, ...Array<string>(width - cells.length).fill('')] : cells

function recordsOf(text: string, limits: CsvLimits): { records: CsvRecord[] } | { problem: CsvProblem } {
  const records: CsvRecord[] = []
  for (const record of recordsWithin(text, limits)) {
    if ('problem' in record) return record
    records.push(record)
  }
  return { records }
}

/**
 * The records of a file one after the other, for files too large to be held as records; empty lines are left out, and the header
 * comes first. What is wrong, if anything, is told last.
 */
export function* csvRecords(bytes: Uint8Array, limits: CsvLimits): Generator<CsvRecord | Wrong, void> {
  const decoded = bytes.length > limits.bytes ? { problem: 'too_large' as const } : decodeText(bytes)
  if ('problem' in decoded) yield { problem: { code: decoded.problem } }
  else yield* recordsWithin(decoded.text, limits)
}

type Wrong = { problem: CsvProblem }

function* recordsWithin(text: string, limits: CsvLimits): Generator<CsvRecord | Wrong, void> {
  let before = 0
  for (const record of splitRecords(text)) {
    const checked = 'problem' in record ? record : checkedRecord(record, before, limits)
    if ('problem' in checked) return yield checked
    if (checked.cells.every((cell) => cell === '')) continue
    before++
    yield checked
  }
}

function checkedRecord(record: CsvRecord, before: number, limits: CsvLimits): CsvRecord | Wrong {
  const code = problemOf(record, before, limits)
  return code ? { problem: { code, line: record.line } } : record
}

function problemOf(record: CsvRecord, before: number, limits: CsvLimits): CsvProblem['code'] | undefined {
  if (before > limits.rows) return 'too_many_rows'
  if (record.cells.length > limits.columns) return 'too_many_columns'
  return record.cells.some((cell) => cell.length > limits.cell) ? 'cell_too_long' : undefined
}

function* splitRecords(text: string): Generator<CsvRecord | Wrong, void> {
  const separator = separatorOf(text)
  const field = fieldPattern(separator)
  let [from, line] = [0, 1]
  while (from < text.length) {
    const read = plainRecord(text, from, separator) ?? quotedRecord(text, from, { field, separator })
    if ('broken' in read) return yield { problem: { code: 'quote', line: line + read.broken } }
    yield { line, cells: read.cells }
    from = read.next
    line += read.lines
  }
}

/** Cells, where the next record begins, and how many lines this one takes. */
type Read = { cells: string[]; next: number; lines: number }

/** A line without quotes, as most lines of most files are: read at once, and many times as fast as cell by cell. */
function plainRecord(text: string, from: number, separator: string): Read | null {
  plainLine.lastIndex = from
  const found = plainLine.exec(text)
  return found && { cells: (found[1] ?? '').split(separator), next: plainLine.lastIndex, lines: 1 }
}

const plainLine = /([^"\r\n]*)(?:\r\n|\n|\r|$)/y

/** `broken`: after so many lines comes a quotation mark that is never closed. */
function quotedRecord(text: string, from: number, { field, separator }: Quoting): Read | { broken: number } {
  const cells: string[] = []
  let lines = 0
  field.lastIndex = from
  for (;;) {
    const found = field.exec(text)
    if (!found) return { broken: lines }
    const [whole, inQuotes, bare = '', end] = found
    cells.push(inQuotes === undefined ? bare : inQuotes.replaceAll('""', '"'))
    lines += linesIn(whole)
    if (end !== separator) return { cells, next: field.lastIndex, lines }
  }
}

type Quoting = { field: RegExp; separator: string }

const linesIn = (text: string): number => text.match(/\r\n|\n|\r/g)?.length ?? 0

/** One cell and what ends it. A quote inside a cell that does not start with one is taken as it is. */
const fieldPattern = (separator: string): RegExp =>
  new RegExp(`(?:"([^"]*(?:""[^"]*)*)"|((?!")[^${separator}\\r\\n]*))(${separator}|\\r\\n|\\n|\\r|$)`, 'y')

/** The separator that occurs most often in the first line; a comma where there is none. */
function separatorOf(text: string): string {
  const first = /^[^\r\n]*/.exec(text)?.[0] ?? ''
  const count = (separator: string) => first.split(separator).length
  return [',', ';', '\t'].reduce((best, next) => (count(next) > count(best) ? next : best))
}
