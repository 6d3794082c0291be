import type { ReadTable } from '@/lib/platform/table-read'
import { xlsxChunks } from '@/lib/platform/xlsx'

type Result = { line: number; state: string; faults: readonly { fault: string }[] }
/** What the column of results is called and says, in the reader's language. */
type Spoken = {
  imports: { result: string; sheet: string; state: Readonly<Record<string, string>> }
  faults: Readonly<Record<string, string>>
}

/** The table as it was read, every cell as text, with one more column: what became of each row. A workbook, in pieces. */
export async function resultFile({ header, records }: ReadTable, results: readonly Result[], say: Spoken, made: Date) {
  const said = new Map(results.map((row) => [row.line, saidOf(row, say)]))
  const columns = [...header, say.imports.result].map((title, index) => ({ key: String(index), title, kind: 'text' as const }))
  const rows = records.map(({ line, cells }) => [...header.map((_, index) => cells[index] ?? ''), said.get(line) ?? ''])
  const pieces: Uint8Array<ArrayBuffer>[] = []
  for await (const piece of xlsxChunks([{ name: say.imports.sheet, table: { columns, rows } }], made)) pieces.push(piece)
  return pieces
}

const saidOf = ({ state, faults }: Result, say: Spoken) =>
  [say.imports.state[state] ?? state, ...faults.map(({ fault }) => say.faults[fault] ?? say.faults['other'] ?? fault)].join(' · ')
