import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { letters } from '@/db/schema'
import { contactChannels, locales } from '@/db/vocabulary'
import { type Case, lockCase } from '@/lib/cases/scope.queries'
import { mandateFor } from '@/lib/clients/mandate.queries'
import { command, type Work } from '@/lib/core/command'
import { Refusal } from '@/lib/core/refusal'
import { keepAlone } from '@/lib/letters/keep-letter.commands'
import { whyNotWritten } from '@/lib/letters/medical-letter.queries'
import { goOutOnce } from '@/lib/letters/send-letter.commands'
import { readStamp } from '@/lib/letters/stamp'
import { line, optional } from '@/lib/platform/fields'
import { freeze } from '@/lib/proposals/frozen-letter'
import { complaintOn } from './complaint.queries'
import { caseOf } from './judged.queries'

const input = z.strictObject({
  entryId: z.uuid(),
  locale: z.enum(locales).default('zh-CN'),
  /** How it goes out at once; left out where that is recorded later. */
  channel: optional(z.enum(contactChannels)),
  proof: line(200).default(''),
})

/**
 * Writes the complaint about one contact and keeps it like every other letter. A contact is complained of once: asked again,
 * in whatever language, the one that is kept is the answer, which says so (`isNew`) and in which language it is (`locale`).
 * @throws Refusal `rule` {why: no_breach | letter_NO_MANDATE | letter_INCOMPLETE | letter_SENSITIVE_…} · `not_found`
 */
export const complain = command({
  name: 'conduct.complain',
  input,
  async run(work, { entryId, locale, channel, proof }) {
    const kase = await lockCase(work, (await caseOf(work, entryId)).id)
    const kept = await keptComplaint(work, kase, entryId)
    const letter = kept ?? (await newComplaint(work, kase, { entryId, locale }))
    if (channel !== null) await goOutOnce(work, kase, letter, { channel, at: null, proof })
    const written = { letterId: letter.id, hash: letter.hash, locale: readStamp(letter.stamp)?.locale ?? locale }
    return { caseId: kase.id, entryId, ...written, isNew: kept === undefined }
  },
})

async function keptComplaint(work: Work, { orgId, id }: Case, entryId: string) {
  const [letter] = await work.tx
    .select()
    .from(letters)
    .where(and(eq(letters.orgId, orgId), eq(letters.conductEntryId, entryId)))
  if (letter !== undefined)
    work.audit({ type: 'letter.foundAgain', caseId: id, letterId: letter.id, kind: 'COLLECTION_COMPLAINT' })
  return letter
}

type About = { entryId: string; locale: z.output<typeof input>['locale'] }

/** It is in the client's name to the creditor: it takes what every such letter takes. */
async function newComplaint(work: Work, kase: Case, { entryId, locale }: About) {
  const { faults, ...written } = await complaintOn(work, kase, { entryId, locale })
  if (faults.length > 0) throw new Refusal('rule', { why: 'letter_INCOMPLETE', blanks: faults.map(({ word }) => word) })
  const { contact, authority } = await mandateFor(work, kase)
  if (!(contact && authority)) throw new Refusal('rule', { why: 'letter_NO_MANDATE' })
  const medical = await whyNotWritten(work, kase, freeze(written.letter))
  if (medical !== undefined) throw new Refusal('rule', { why: `letter_${medical}` })
  return keepAlone(work, kase, { kind: 'COLLECTION_COMPLAINT', locale, written, conductEntryId: entryId })
}
