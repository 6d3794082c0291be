import type { ReadTable } from '@/lib/platform/table-read'
import { xlsxChunks } from '@/lib/platform/xlsx'

type Wrong = { field: string; fault: string }
type Result = { line: number; state: string; faults: readonly Wrong[] }
/** What the column of results is called and says, in the reader's language. */
type Spoken = {
  imports: { result: string; sheet: string; state: Readonly<Record<string, string>> }
  faults: Readonly<Record<string, string>>
  /** How to mend a cell, where a file has more to say of it than `faults`. */
  reasonOf?: (wrong: Wrong) => string
}

/**
 * The table as it was read, every cell as text, with one more column: what became of each row. A workbook, in pieces. Where the
 * table is such a file, mended and given again, what became of its rows now takes the place of what did before.
 */
export async function resultFile({ header, records }: ReadTable, results: readonly Result[], say: Spoken, made: Date) {
  const said = new Map(results.map((row) => [row.line, saidOf(row, say)]))
  const own = [...header.keys()].filter((index) => header[index] !== say.imports.result)
  const titles = [...own.map((index) => header[index] ?? ''), say.imports.result]
  const columns = titles.map((title, index) => ({ key: String(index), title, kind: 'text' as const }))
  const rows = records.map(({ line, cells }) => [...own.map((index) => cells[index] ?? ''), said.get(line) ?? ''])
  const pieces: Uint8Array<ArrayBuffer>[] = []
  for await (const piece of xlsxChunks([{ name: say.imports.sheet, table: { columns, rows } }], made)) pieces.push(piece)
  return pieces
}

const saidOf = ({ state, faults }: Result, say: Spoken) =>
  [say.imports.state[state] ?? state, ...faults.map((wrong) => reasonOf(wrong, say))].join(' · ')

const reasonOf = (wrong: Wrong, { faults, ...say }: Spoken) =>
  say.reasonOf?.(wrong) ?? faults[wrong.fault] ?? faults['other'] ?? wrong.fault
