import { and, eq } from 'drizzle-orm'
import { letters } from '@/db/schema'
import { type Case, visibleCase } from '@/lib/cases/scope.queries'
import type { Work } from '@/lib/core/command'
import { Refusal } from '@/lib/core/refusal'
import { keptFiles } from '@/lib/evidence/kept-files'
import { freeze } from '@/lib/proposals/frozen-letter'
import type { Batch } from './batch-scope.queries'
import { type CaseLetter, caseLetter, type LetterFault } from './case-letter.queries'
import { letterPdf } from './letter-paper'
import { stampOf } from './stamp'

type BatchLetter = typeof letters.$inferSelect
/** Why a case of a batch got no letter. */
type SkipReason = 'NOT_VISIBLE' | LetterFault

/** Writes one letter of a batch and keeps its PDF, or leaves the case out and says why. */
export async function writeBatchLetter(work: Work, batch: Batch, waiting: BatchLetter) {
  const { caseId } = waiting
  const kase = await stillVisible(work, caseId)
  const written = kase === undefined ? ({ why: 'NOT_VISIBLE' } as const) : await caseLetter(work, kase, batch)
  if (kase === undefined || 'why' in written) return skip(work, batch, waiting, 'why' in written ? written.why : 'NOT_VISIBLE')
  await save(work, waiting, await keptLetter(work, kase, { ...batch, written }))
  work.audit({ type: 'letter.written', caseId, kind: batch.kind, batchId: batch.id, hash: written.letter.hash })
}

async function skip(work: Work, { id: batchId, kind }: Batch, waiting: BatchLetter, why: SkipReason) {
  await save(work, waiting, { state: 'SKIPPED', why })
  work.audit({ type: 'letter.skipped', caseId: waiting.caseId, kind, batchId, why })
}

/** What is kept of a letter: its text and fingerprint, what it was written with, and its PDF among the kept files. */
export async function keptLetter(
  work: Work,
  kase: Case,
  { kind, locale, written }: Pick<Batch, 'kind' | 'locale'> & { written: CaseLetter },
) {
  const { letter, template, day } = written
  const pdf = await letterPdf({ letter, caseNo: kase.number, schedules: [] }, work.now)
  const { hash: file } = await keptFiles().store(work.actor.organisationId, pdf)
  const stamp = stampOf({ kind, ...template, locale, day })
  return { state: 'WRITTEN' as const, stamp, title: letter.title, text: freeze(letter), hash: letter.hash, file }
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
