'use server'
import type { DraftForm } from '@/db/vocabulary'
import { answerOf } from '@/lib/core/action'
import { execute } from '@/lib/core/command'
import { requireStaff } from '@/lib/core/session'
import { keepDraft } from '@/lib/drafts/commands'
import { getDraft } from '@/lib/drafts/queries'

/** What was being typed here before; null where that cannot be told. */
export async function readDraftAction(caseId: string, form: DraftForm) {
  const actor = await requireStaff()
  const answer = await answerOf(() => getDraft.answer(actor, { caseId, form }))
  return answer.ok ? answer.value : null
}

/** Keeps it without the page being drawn anew; null where that was refused. */
export async function keepDraftAction(caseId: string, form: DraftForm, values: Record<string, string>) {
  const actor = await requireStaff()
  const answer = await answerOf(() => execute(keepDraft, actor, { caseId, form, values }, { quiet: true }))
  return answer.ok ? answer.value : null
}
