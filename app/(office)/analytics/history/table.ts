import { isHistoryField } from '@/lib/history/columns'
import { type HistoryMapping, historyValues } from '@/lib/history/guess'
import { historyAtOnce, type SentHistory } from '@/lib/history/input'
import type { ReadTable } from '@/lib/platform/table-read'

/** Somebody's table on the page: its cells, and what its columns are taken for. */
export type Sheet = ReadTable & { fileName: string; mapping: HistoryMapping }
export type Found = {
  line: number
  state: 'NEW' | 'IMPORTED' | 'KNOWN' | 'REFUSED' | 'UNDONE' | 'KEPT'
  faults: readonly { field: string; fault: string }[]
}

/** The rows as they are sent, so many in one call. */
export function chunksOf({ records, mapping }: Sheet): SentHistory[][] {
  const rows = records.map(({ line, cells }) => ({ line, values: historyValues(cells, mapping) }))
  const chunks = Math.ceil(rows.length / historyAtOnce)
  return Array.from({ length: chunks }, (_, n) => rows.slice(n * historyAtOnce, (n + 1) * historyAtOnce))
}

export const countOf = (found: readonly Found[], state: Found['state']) => found.filter((row) => row.state === state).length

/** The title of the column a fault is about, in the words of the file. */
export const titleOf = ({ header, mapping }: Sheet, field: string): string | undefined =>
  isHistoryField(field) ? header[mapping.indexOf(field)] : undefined
