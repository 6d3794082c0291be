'use server'
import { staffForm } from '@/app/_parts/form/staff-form'
import { answerOf, staffAction } from '@/lib/core/action'
import { mayDo } from '@/lib/core/permissions'
import { requireStaff } from '@/lib/core/session'
import { checkHistory } from '@/lib/history/check.queries'
import { startHistory, undoHistory, writeHistory } from '@/lib/history/commands'
import { guessHistory, type HistoryMapping } from '@/lib/history/guess'
import { mostHistory, type SentHistory } from '@/lib/history/input'
import { type ReadTable, readTable, type TableProblem } from '@/lib/platform/table-read'

export type Looked = (ReadTable & { mapping: HistoryMapping }) | { problem: TableProblem | 'no_file' }

/** What a file says, cell by cell, and what its columns seem to be. Nothing of it is kept. */
export async function readHistoryAction(data: FormData): Promise<Looked> {
  const actor = await requireStaff()
  const file = data.get('file')
  if (!mayDo(actor, 'history.start') || !(file instanceof File) || file.size === 0) return { problem: 'no_file' }
  const read = await readTable(new Uint8Array(await file.arrayBuffer()))
  if ('problem' in read) return read
  const { header, records } = read.table
  if (records.length === 0) return { problem: 'empty' }
  if (records.length > mostHistory) return { problem: 'too_many_rows' }
  return { header, records, mapping: guessHistory(header) }
}

/** What would become of these rows, without taking anything in. Sent as a body, so that numbers stay out of addresses. */
export async function checkHistoryAction(rows: SentHistory[]) {
  const actor = await requireStaff()
  return answerOf(() => checkHistory(actor, { rows }))
}

export const startHistoryAction = staffAction(startHistory)
export const writeHistoryAction = staffAction(writeHistory)
export const undoHistoryAction = staffForm(undoHistory)
