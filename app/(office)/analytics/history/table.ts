import { chunksOf } from '@/app/(office)/_sheet/taken-row'
import { isHistoryField } from '@/lib/history/columns'
import { type HistoryMapping, historyValues } from '@/lib/history/guess'
import { historyAtOnce, type SentHistory } from '@/lib/history/input'
import type { ReadTable } from '@/lib/platform/table-read'

/** Somebody's table on the page: its cells, and what its columns are taken for. */
export type Sheet = ReadTable & { fileName: string; mapping: HistoryMapping }

/** The rows as they are sent, so many in one call. */
export const historyChunks = ({ records, mapping }: Sheet): SentHistory[][] =>
  chunksOf(
    records.map(({ line, cells }) => ({ line, values: historyValues(cells, mapping) })),
    historyAtOnce,
  )

/** The title of the column a fault is about, in the words of the file. */
export const titleOf = ({ header, mapping }: Sheet, field: string): string | undefined =>
  isHistoryField(field) ? header[mapping.indexOf(field)] : undefined
