'use server'
import { staffForm } from '@/app/_parts/form/staff-form'
import { answerOf, staffAction } from '@/lib/core/action'
import { mayDo } from '@/lib/core/permissions'
import { requireStaff } from '@/lib/core/session'
import { checkRows } from '@/lib/imports/check.queries'
import { startImport, writeRows } from '@/lib/imports/commands'
import { guessMapping, type Mapping } from '@/lib/imports/guess'
import { mostRows, type SentRow } from '@/lib/imports/input'
import { undoImport } from '@/lib/imports/undo.commands'
import { type ReadTable, readTable, type TableProblem } from '@/lib/platform/table-read'

export type Looked = (ReadTable & { mapping: Mapping }) | { problem: TableProblem | 'no_file' }

/** What a file says, cell by cell, and what its columns seem to be. Nothing of it is kept. */
export async function readTableAction(data: FormData): Promise<Looked> {
  const actor = await requireStaff()
  const file = data.get('file')
  if (!mayDo(actor, 'import.start') || !(file instanceof File) || file.size === 0) return { problem: 'no_file' }
  const read = await readTable(new Uint8Array(await file.arrayBuffer()))
  if ('problem' in read) return read
  const { header, records } = read.table
  if (records.length === 0) return { problem: 'empty' }
  if (records.length > mostRows) return { problem: 'too_many_rows' }
  return { header, records, mapping: guessMapping(header) }
}

/** What would become of these rows, without taking anything in. Sent as a body, so that names stay out of addresses. */
export async function checkRowsAction(rows: SentRow[]) {
  const actor = await requireStaff()
  return answerOf(() => checkRows(actor, { rows }))
}

export const startImportAction = staffAction(startImport)
export const writeRowsAction = staffAction(writeRows)
export const undoImportAction = staffForm(undoImport)
