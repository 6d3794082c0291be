import type { Actor } from '@/lib/core/actor'
import { Refusal } from '@/lib/core/refusal'
import { getLetter } from '@/lib/proposals/letter.queries'
import { proposalPdf } from '@/lib/proposals/letter-pdf'
import type { Records } from './records'

/** The kept letter of every version that has one, set as a PDF; a sent one bears the day it was sent. */
export async function lettersOf(actor: Actor, { proposals }: Pick<Records, 'proposals'>, now: Date) {
  const letters: { path: string; number: number; bytes: Uint8Array }[] = []
  for (const { id, number, sentAt } of proposals.toReversed()) {
    const letter = await letterOf(actor, id, now)
    if (letter === undefined) continue
    const bytes = await proposalPdf(letter, sentAt === null ? now : new Date(sentAt))
    letters.push({ path: `letters/${letter.caseNo}-v${number}.pdf`, number, bytes })
  }
  return letters
}

/** The letter of a version; undefined before one was written. */
async function letterOf(actor: Actor, versionId: string, now: Date) {
  try {
    return await getLetter(actor, { versionId }, now)
  } catch (error) {
    if (error instanceof Refusal && error.details['why'] === 'no_letter') return undefined
    throw error
  }
}
