import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { letterBatches, letters } from '@/db/schema'
import type { LetterKind, Locale } from '@/db/vocabulary'
import type { Case } from '@/lib/cases/scope.queries'
import type { Work } from '@/lib/core/command'
import { found } from '@/lib/core/refusal'
import { keptFiles } from '@/lib/evidence/kept-files'
import { freeze } from '@/lib/proposals/frozen-letter'
import { addresseeOf } from './addressee.queries'
import type { CaseLetter } from './case-letter.queries'
import { letterPdf } from './letter-paper'
import { stampOf } from './stamp'

/** A letter to keep for good; a complaint names the one contact it is about. */
export type ToKeep = { kind: LetterKind; locale: Locale; written: CaseLetter; conductEntryId?: string }
export type KeptLetter = typeof letters.$inferSelect

/** What is kept of a letter: its text and fingerprint, what it was written with, to whom, with which files, and its PDF among the kept files. */
export async function keptLetter(work: Work, kase: Case, { kind, locale, written, conductEntryId }: ToKeep) {
  const { letter, template, day, enclosed } = written
  const pdf = await letterPdf({ letter, caseNo: kase.number, schedules: [] }, work.now)
  const { hash: file } = await keptFiles().store(work.actor.organisationId, pdf)
  const stamp = stampOf({ kind, ...template, locale, day })
  const recipient = await addresseeOf(work, kase, kind)
  return {
    ...{ state: 'WRITTEN' as const, stamp, title: letter.title, text: freeze(letter), hash: letter.hash, file },
    ...{ recipient, enclosed: [...enclosed], conductEntryId: conductEntryId ?? null },
  }
}

/** Keeps a letter that was written by itself. The same words of the same day are one letter, however often they are asked for. */
export async function keepAlone(work: Work, kase: Case, order: ToKeep): Promise<KeptLetter> {
  const { actor, tx, now } = work
  const { kind, locale, written } = order
  const before = await sameLetter(work, kase, written.letter.hash)
  if (before !== undefined) {
    work.audit({ type: 'letter.foundAgain', caseId: kase.id, letterId: before.id, kind })
    return before
  }
  const [batchId, id] = [randomUUID(), randomUUID()]
  const by = { by: actor.id, at: now }
  await tx.insert(letterBatches).values({ orgId: kase.orgId, id: batchId, kind, locale, total: 1, ...by, finishedAt: now })
  const place = { orgId: kase.orgId, id, batchId, position: 1, caseId: kase.id, clientId: kase.clientId }
  const kept = await keptLetter(work, kase, order)
  const [letter] = await tx
    .insert(letters)
    .values({ ...place, ...kept, ...by })
    .returning()
  work.audit({ type: 'letter.written', caseId: kase.id, kind, batchId, hash: kept.hash })
  return found(letter)
}

/** The letter of this case that says exactly this; the fingerprint is over language, day and every word. */
export async function sameLetter({ tx }: Work, { orgId, id }: Case, hash: string): Promise<KeptLetter | undefined> {
  const [letter] = await tx
    .select()
    .from(letters)
    .where(and(eq(letters.orgId, orgId), eq(letters.caseId, id), eq(letters.state, 'WRITTEN'), eq(letters.hash, hash)))
    .limit(1)
  return letter
}
