import type { Actor } from '@/lib/core/actor'
import { Refusal } from '@/lib/core/refusal'
import { letterPdf } from '@/lib/letters/letter-paper'
import { getKeptLetter } from '@/lib/letters/letters.queries'
import { thaw } from '@/lib/proposals/frozen-letter'
import { getLetter } from '@/lib/proposals/letter.queries'
import { letterFileName, proposalPdf } from '@/lib/proposals/letter-pdf'
import type { Records } from './records'

/** A letter of the package: that of a version by its number, any other by its id. */
export type PackedLetter = { path: string; number?: number; letterId?: string; bytes: Uint8Array }

/** Everything that was written in the client's name: the letter of each version, and letters and complaints by themselves. */
export const lettersOf = async (actor: Actor, records: Pick<Records, 'proposals' | 'letters'>, now: Date) => [
  ...(await versionLetters(actor, records, now)),
  ...(await ownLetters(actor, records, now)),
]

/** The kept letter of every version that has one, set as a PDF; a sent one bears the day it was sent. */
async function versionLetters(actor: Actor, { proposals }: Pick<Records, 'proposals'>, now: Date) {
  const letters: PackedLetter[] = []
  for (const { id, number, sentAt } of proposals.toReversed()) {
    const letter = await letterOr(() => getLetter(actor, { versionId: id }, now), 'no_letter')
    if (letter === undefined) continue
    const bytes = await proposalPdf(letter, sentAt === null ? now : new Date(sentAt))
    letters.push({ path: `letters/${letterFileName(letter)}.pdf`, number, bytes })
  }
  return letters
}

/** Letters of their own, oldest first; one that tells a medical story stays outside without a grant. */
async function ownLetters(actor: Actor, { letters: listed }: Pick<Records, 'letters'>, now: Date) {
  const letters: PackedLetter[] = []
  for (const [index, { id, kind }] of listed.toReversed().entries()) {
    const kept = await letterOr(() => getKeptLetter(actor, { letterId: id }, now), 'letter_withheld')
    if (kept === undefined) continue
    const { caseNo, locale, writtenAt } = kept
    const bytes = await letterPdf({ letter: thaw(kept, locale), caseNo, schedules: [] }, new Date(writtenAt))
    const number = String(index + 1).padStart(2, '0')
    letters.push({ path: `letters/${caseNo}-${number}-${kind ?? 'LETTER'}.pdf`, letterId: id, bytes })
  }
  return letters
}

/** A letter; undefined where it is refused for this one reason. */
async function letterOr<Letter>(read: () => Promise<Letter>, why: string): Promise<Letter | undefined> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof Refusal && error.details['why'] === why) return undefined
    throw error
  }
}
