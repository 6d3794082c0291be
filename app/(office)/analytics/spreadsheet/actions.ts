'use server'
import { getLocale } from 'next-intl/server'
import { analyseApart } from '@/lib/analysis/apart'
import type { Result } from '@/lib/analysis/result'
import { readSpec } from '@/lib/analysis/spec'
import { Unanswered } from '@/lib/analysis/thread'
import { type ColumnSummary, readUpload, summaryOf, type UploadProblem } from '@/lib/analysis/upload'
import { faultSentence } from '@/lib/analysis/warnings'
import { removeAnalysis, saveAnalysis } from '@/lib/analytics/saved.commands'
import { answerOf, staffAction } from '@/lib/core/action'
import { execute } from '@/lib/core/command'
import { mayAsk } from '@/lib/core/permissions'
import { requireStaff } from '@/lib/core/session'

export type Looked = { columns: ColumnSummary[]; rows: number } | { problem: UploadProblem | 'no_file' }
export type Analysed =
  | { result: Result }
  | { problem: UploadProblem | 'no_file' | 'busy' | 'slow' | 'trouble' }
  | { sentence: string }

/** What columns a file has. Nothing of the file is kept: it is sent again to be analysed. */
export async function readSheetAction(data: FormData): Promise<Looked> {
  const read = await uploaded(data)
  if ('problem' in read) return read
  return { columns: read.header.map((name) => summaryOf(read.rows, name)), rows: read.rows.length }
}

/** The engine of the analytics page on somebody's rows, with what each column is taken for. */
export async function analyseSheetAction(data: FormData): Promise<Analysed> {
  const read = await uploaded(data)
  if ('problem' in read) return read
  const locale = await getLocale()
  const asked = readSpec(parsed(data.get('spec')))
  if ('fault' in asked) return { sentence: faultSentence(asked.fault, locale) }
  const answer = await analyseApart({ rows: read.rows, spec: asked.spec, locale }).catch(outOfTime)
  return 'fault' in answer ? { sentence: faultSentence(answer.fault, locale) } : answer
}

function outOfTime(error: unknown): Analysed & { problem: string } {
  if (error instanceof Unanswered) return { problem: error.why === 'busy' ? 'busy' : 'slow' }
  throw error
}

async function uploaded(data: FormData) {
  const actor = await requireStaff()
  const file = data.get('file')
  const isFile = file instanceof File && file.size > 0
  if (!mayAsk(actor, 'analytics.get') || !isFile) return { problem: 'no_file' as const }
  return readUpload(new Uint8Array(await file.arrayBuffer()))
}

/** Keeps the answer to the same file and the same question under a name; it is computed anew, so that it is the answer. */
export async function saveSheetAction(data: FormData) {
  const actor = await requireStaff()
  const file = data.get('file')
  const content = file instanceof File ? Buffer.from(await file.arrayBuffer()).toString('base64') : ''
  const fileName = file instanceof File ? file.name : ''
  const values = { name: data.get('name'), fileName, content, spec: parsed(data.get('spec')) }
  return answerOf(() => execute(saveAnalysis, actor, values))
}

export const removeAnalysisAction = staffAction(removeAnalysis)

/** What a form says in JSON; nothing where it is none, which the spec's own check then names. */
function parsed(value: FormDataEntryValue | null): unknown {
  try {
    return JSON.parse(String(value))
  } catch {
    return null
  }
}
