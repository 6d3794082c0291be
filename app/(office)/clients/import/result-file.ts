import type { ReadTable } from '@/lib/platform/table-read'
import { xlsxChunks } from '@/lib/platform/xlsx'

type Asked = { title: string; name: string; said: ReadonlyMap<number, string>; made: Date }

/** The table as it was read, every cell as text, with one more column: what became of each row. A workbook, in pieces. */
export async function resultFile({ header, records }: ReadTable, { title, name, said, made }: Asked) {
  const columns = [...header, title].map((one, index) => ({ key: String(index), title: one, kind: 'code' as const }))
  const rows = records.map(({ line, cells }) => [...header.map((_, index) => cells[index] ?? ''), said.get(line) ?? ''])
  const pieces: Uint8Array<ArrayBuffer>[] = []
  for await (const piece of xlsxChunks([{ name, table: { columns, rows } }], made)) pieces.push(piece)
  return pieces
}
