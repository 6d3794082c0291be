import { chunksOf, type TakenRow } from '@/app/(office)/_sheet/taken-row'
import type { ConsentChannel } from '@/db/vocabulary'
import { rowsAtOnce } from '@/lib/imports/input'
import { checkRowsAction, readTableAction, startImportAction, writeRowsAction } from './actions'
import { rowsToSend, type Sheet } from './table'

/** What a step came to, or the name of the sentence that says why it did not. */
type Came<T> = { value: T } | { problem: 'trouble' | 'stopped' | `problem.${string}` }

const checkedAtOnce = 200

/** Reads a file into a table with a first guess at its columns. */
export async function readSheet(file: File | undefined): Promise<Came<Sheet>> {
  const form = new FormData()
  if (file !== undefined) form.set('file', file)
  const looked = await readTableAction(form)
  if ('problem' in looked) return { problem: `problem.${looked.problem}` }
  return { value: { ...looked, fileName: file?.name ?? '', fixed: {} } }
}

/** What would become of each row, a few hundred at a time. */
export async function checkSheet(sheet: Sheet, onProgress: (done: number) => void): Promise<Came<TakenRow[]>> {
  const found: TakenRow[] = []
  for (const rows of chunksOf(rowsToSend(sheet), checkedAtOnce)) {
    const answer = await checkRowsAction(rows)
    if (!answer.ok) return { problem: 'trouble' }
    found.push(...answer.value.rows)
    onProgress(found.length)
  }
  return { value: found }
}

/** The number an import goes by, once it has begun. */
export async function begin({ fileName, records }: Sheet, consent: ConsentChannel): Promise<Came<string>> {
  const answer = await startImportAction({ fileName: fileName.slice(0, 200), total: records.length, consent })
  return answer.ok ? { value: answer.value.importId } : { problem: 'trouble' }
}

type Taking = { importId: string; before: readonly TakenRow[]; isStopped: () => boolean; onProgress: (found: TakenRow[]) => void }

/** Takes in what was not answered yet, a few rows at a time: going on after a broken connection is calling it once more. */
export async function takeRows(sheet: Sheet, { importId, before, isStopped, onProgress }: Taking): Promise<Came<TakenRow[]>> {
  const found = [...before]
  const lines = new Set(found.map(({ line }) => line))
  const left = rowsToSend(sheet).filter(({ line }) => !lines.has(line))
  for (const rows of chunksOf(left, rowsAtOnce)) {
    if (isStopped()) return { problem: 'stopped' }
    const answer = await writeRowsAction({ importId, rows })
    if (!answer.ok) return { problem: 'trouble' }
    found.push(...answer.value.rows)
    onProgress([...found])
  }
  return { value: found }
}
