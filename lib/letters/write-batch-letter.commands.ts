import { and, eq } from 'drizzle-orm'
import { letters } from '@/db/schema'
import { type Case, lockCase } from '@/lib/cases/scope.queries'
import type { Work } from '@/lib/core/command'
import { Refusal } from '@/lib/core/refusal'
import type { Batch } from './batch-scope.queries'
import { caseLetter, type LetterFault } from './case-letter.queries'
import { type KeptLetter, keptLetter, sameLetter } from './keep-letter.commands'
import { goOutOnce } from './send-letter.commands'

/** Why a case of a batch got no letter, and which variables it lacked where that is why. */
type Skipped = { why: 'NOT_VISIBLE' | 'WRITTEN_TODAY' | LetterFault; lacks?: string[] }

/**
 * Writes one letter of a batch and keeps its PDF, and records it as gone out where the batch says how; or leaves the case out
 * and says why. What was written for a case today to the word is not written twice.
 */
export async function writeBatchLetter(work: Work, batch: Batch, waiting: KeptLetter) {
  const { kind, id: batchId, channel } = batch
  const kase = await stillVisible(work, waiting.caseId)
  if (kase === undefined) return skip(work, batch, waiting, { why: 'NOT_VISIBLE' })
  const written = await caseLetter(work, kase, batch)
  if ('why' in written) return skip(work, batch, waiting, { why: written.why, lacks: written.findings.map(({ word }) => word) })
  if (await sameLetter(work, kase, written.letter.hash)) return skip(work, batch, waiting, { why: 'WRITTEN_TODAY' })
  const kept = await keptLetter(work, kase, { ...batch, written })
  await save(work, waiting, kept)
  work.audit({ type: 'letter.written', caseId: kase.id, kind, batchId, hash: kept.hash })
  if (channel !== null) await goOutOnce(work, kase, { ...waiting, ...kept, at: work.now }, { channel, at: null, proof: '' })
}

async function skip(work: Work, { id: batchId, kind }: Batch, waiting: KeptLetter, { why, lacks = [] }: Skipped) {
  await save(work, waiting, { state: 'SKIPPED', why, lacks: [...new Set(lacks)] })
  work.audit({ type: 'letter.skipped', caseId: waiting.caseId, kind, batchId, why })
}

/** A case may have changed hands since the batch was set up. */
async function stillVisible(work: Work, caseId: string): Promise<Case | undefined> {
  try {
    return await lockCase(work, caseId)
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

const save = ({ actor, tx, now }: Work, { orgId, id }: KeptLetter, values: Partial<KeptLetter>) =>
  tx
    .update(letters)
    .set({ ...values, by: actor.id, at: now })
    .where(and(eq(letters.orgId, orgId), eq(letters.id, id)))
