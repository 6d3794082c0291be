import { and, eq } from 'drizzle-orm'
import { letters } from '@/db/schema'
import { type Case, visibleCase } from '@/lib/cases/scope.queries'
import { mandateFor } from '@/lib/clients/mandate.queries'
import type { Work } from '@/lib/core/command'
import { Refusal } from '@/lib/core/refusal'
import { keptFiles } from '@/lib/evidence/kept-files'
import { caseFactsOf } from '@/lib/proposals/case-facts.queries'
import { freeze } from '@/lib/proposals/frozen-letter'
import { templateInUse } from '@/lib/templates/in-use.queries'
import type { Batch } from './batch-scope.queries'
import { type Letter, writeLetter } from './letter'
import { letterPdf } from './letter-paper'
import { lintLetter } from './lint'
import { type MedicalFault, whyNotWritten } from './medical-letter.queries'
import { stampOf, type TemplateVersion } from './stamp'

/** Why a case of a batch got no letter. */
export type SkipReason = 'NOT_VISIBLE' | 'ANSWERED' | 'NO_MANDATE' | 'INCOMPLETE' | 'TEMPLATE' | MedicalFault

type BatchLetter = typeof letters.$inferSelect
type Written = { letter: Letter; kase: Case; template: TemplateVersion; day: string }

/** Writes one letter of a batch and keeps its PDF, or leaves the case out and says why. */
export async function writeBatchLetter(work: Work, batch: Batch, waiting: BatchLetter) {
  const outcome = await letterFor(work, batch, waiting.caseId)
  const what = { caseId: waiting.caseId, kind: batch.kind, batchId: batch.id }
  if (typeof outcome === 'string') {
    await save(work, waiting, { state: 'SKIPPED', why: outcome })
    work.audit({ type: 'letter.skipped', ...what, why: outcome })
    return
  }
  const { letter, kase, template, day } = outcome
  const pdf = await letterPdf({ letter, caseNo: kase.number, schedules: [] }, work.now)
  const { hash: file } = await keptFiles().store(work.actor.organisationId, pdf)
  const stamp = stampOf({ kind: batch.kind, ...template, locale: batch.locale, day })
  const { title, hash } = letter
  await save(work, waiting, { state: 'WRITTEN', stamp, title, text: freeze(letter), hash, file })
  work.audit({ type: 'letter.written', ...what, hash })
}

async function letterFor(work: Work, { kind, locale }: Batch, caseId: string): Promise<Written | SkipReason> {
  const kase = await stillVisible(work, caseId)
  if (kase === undefined) return 'NOT_VISIBLE'
  const facts = await caseFactsOf(work, kase, locale)
  if (facts.submission === undefined) return 'ANSWERED'
  if (!(await mayWriteFor(work, kase))) return 'NO_MANDATE'
  const template = await templateInUse(work, { kind, locale })
  const written = writeLetter({ kind, template: template.text, facts, language: locale })
  if ('faults' in written) return 'TEMPLATE'
  if (lintLetter(written.letter, facts).length > 0) return 'INCOMPLETE'
  const isMedical = await whyNotWritten(work, kase, freeze(written.letter))
  return isMedical ?? { letter: written.letter, kase, template, day: facts.today }
}

/** A letter in the client's name takes what sending the proposal took: consent to contact the creditor, an authority in force. */
async function mayWriteFor(work: Work, kase: Case) {
  const { contact, authority } = await mandateFor(work, kase)
  return contact && authority
}

/** A case may have changed hands since the batch was set up. */
async function stillVisible(work: Work, caseId: string): Promise<Case | undefined> {
  try {
    return await visibleCase(work, caseId)
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

const save = ({ actor, tx, now }: Work, { orgId, id }: BatchLetter, values: Partial<BatchLetter>) =>
  tx
    .update(letters)
    .set({ ...values, by: actor.id, at: now })
    .where(and(eq(letters.orgId, orgId), eq(letters.id, id)))
