import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { contacts, letters } from '@/db/schema'
import { type ContactChannel, contactChannels, type LetterKind } from '@/db/vocabulary'
import { saveMove } from '@/lib/cases/move.commands'
import { type Case, lockCase } from '@/lib/cases/scope.queries'
import { mandateFor } from '@/lib/clients/mandate.queries'
import { logContact } from '@/lib/contacts/commands'
import { letterOrigin } from '@/lib/contacts/rule-task'
import { addTaskFor } from '@/lib/contacts/task.commands'
import { expectBasicConsent } from '@/lib/core/basic-consent.queries'
import { command, type Work } from '@/lib/core/command'
import { found, Refusal } from '@/lib/core/refusal'
import { expectCarried } from '@/lib/evidence/expect-carried'
import { messages } from '@/lib/i18n/catalogue'
import { type CivilDate, civilDateIn } from '@/lib/platform/dates'
import { line, optional } from '@/lib/platform/fields'
import { needsBasicConsent, needsMandate } from './case-kinds'
import { papersFor } from './enclosures.queries'
import { afterGoingOut, goingOut } from './going-out'
import type { KeptLetter } from './keep-letter.commands'
import { whyNotWritten } from './medical-letter.queries'
import { readStamp } from './stamp'

/** How a letter went out; `at` is local time ('2026-11-21T14:30'), now where left out. */
export type Sending = { channel: ContactChannel; at: string | null; proof: string }

/**
 * Records that a written letter went out: logged as a contact the client sees, and where an answer is awaited with the day it
 * is awaited by. A letter goes out once; what it says and encloses has to be allowed still.
 * @throws Refusal `not_found` · `rule` {why: letter_sent | letter_NO_MANDATE | letter_ENCLOSURE | letter_SENSITIVE_…} · `invalid` {at} · {channel: carries_no_files}
 */
export const sendLetter = command({
  name: 'letter.send',
  input: z.strictObject({
    letterId: z.uuid(),
    channel: z.enum(contactChannels),
    at: optional(z.string().max(20)),
    proof: line(200).default(''),
  }),
  async run(work, { letterId, ...sending }) {
    const { caseId } = await writtenLetter(work, letterId)
    const kase = await lockCase(work, caseId)
    const letter = await writtenLetter(work, letterId)
    if (await isOut(work, letter)) throw new Refusal('rule', { why: 'letter_sent' })
    await expectStillAllowed(work, kase, letter)
    return goOut(work, kase, letter, sending)
  },
})

/** The same on a case that is locked, for a letter that was written in the same breath or before; one that is out already stays as it is. */
export async function goOutOnce(work: Work, kase: Case, letter: KeptLetter, sending: Sending) {
  if (await isOut(work, letter)) return
  await expectStillAllowed(work, kase, letter)
  await goOut(work, kase, letter, sending)
}

async function goOut(work: Work, kase: Case, letter: KeptLetter, sending: Sending) {
  const kind = kindOf(letter)
  expectCarried(letter.enclosed.length, sending.channel)
  const sentOn = dayOf(work, letter, sending.at)
  const { id: contactId } = await logContact.run(work, logContact.input.parse(contactOf(work, letter, sending)))
  await work.tx
    .update(contacts)
    .set({ letterId: letter.id })
    .where(and(eq(contacts.orgId, kase.orgId), eq(contacts.id, contactId)))
  const answerBy = await awaitAnswer(work, kase, { kind, sentOn })
  work.audit({ type: 'letter.sent', caseId: kase.id, letterId: letter.id, contactId, kind, answerBy })
  return { caseId: kase.id, letterId: letter.id, contactId, answerBy }
}

function contactOf({ actor }: Work, letter: KeptLetter, { channel, at, proof }: Sending) {
  const kind = kindOf(letter)
  const { to, purpose } = found(goingOut[kind] ?? undefined)
  const t = messages[actor.locale].caseLetters
  const told = (letter.recipient === '' ? t.loggedToClient : t.logged)
    .replace('{title}', letter.title)
    .replace('{recipient}', letter.recipient)
    .replace('{hash}', letter.hash.slice(0, 16))
  return {
    ...{ caseId: letter.caseId, at, channel, counterpart: to, purpose, clientVisible: true },
    speaker: needsMandate(kind) ? 'COUNSELLOR_WITH_AUTHORITY' : 'CLIENT_WITH_SUPPORT',
    summary: proof === '' ? told : `${told}\n${t.proof}${proof}`,
  }
}

/** Leaves what is to be done next; the day by which an answer is awaited, null where none is. */
async function awaitAnswer(work: Work, kase: Case, { kind, sentOn }: { kind: LetterKind; sentOn: CivilDate }) {
  const follows = afterGoingOut(kind, kase, sentOn)
  if (follows === undefined) return null
  const { dueOn } = follows
  if (follows.as === 'TASK') {
    await addTaskFor(work, kase, { title: '', dueOn, assigneeId: kase.ownerId, origin: letterOrigin(kind) })
    return dueOn
  }
  await saveMove(work, kase, { nextAction: follows.action, nextActionText: '', dueOn, whoseMove: 'creditor' })
  work.audit({ type: 'case.nextActionSet', caseId: kase.id, action: follows.action, dueOn })
  return dueOn
}

async function writtenLetter({ actor, tx }: Work, letterId: string): Promise<KeptLetter> {
  const mine = and(eq(letters.orgId, actor.organisationId), eq(letters.id, letterId), eq(letters.state, 'WRITTEN'))
  const [letter] = await tx.select().from(letters).where(mine)
  return found(letter)
}

const isOut = async ({ tx }: Work, { orgId, id }: KeptLetter) =>
  (await tx.$count(contacts, and(eq(contacts.orgId, orgId), eq(contacts.letterId, id)))) > 0

const kindOf = ({ stamp }: KeptLetter): LetterKind => found(readStamp(stamp)).kind

/** Nothing goes out before it was written. */
function dayOf({ actor, now }: Work, { at: writtenAt }: KeptLetter, at: string | null): CivilDate {
  const day = at === null ? civilDateIn(now, actor.timeZone) : at.slice(0, 10)
  if (writtenAt !== null && day < civilDateIn(writtenAt, actor.timeZone))
    throw new Refusal('invalid', { fields: { at: ['before_written'] } })
  return day
}

/** Consents may have been taken back since it was written, and papers may have run out. */
async function expectStillAllowed(work: Work, kase: Case, letter: KeptLetter) {
  const kind = kindOf(letter)
  const { contact, authority } = await mandateFor(work, kase)
  if (needsBasicConsent(kind)) await expectBasicConsent(work, kase.clientId)
  if (needsMandate(kind) && !(contact && authority)) throw new Refusal('rule', { why: 'letter_NO_MANDATE' })
  const mayGo = (await papersFor(work, kase, kind)).flatMap(({ files }) => files.map(({ id }) => id))
  if (!letter.enclosed.every((id) => mayGo.includes(id))) throw new Refusal('rule', { why: 'letter_ENCLOSURE' })
  const medical = await whyNotWritten(work, kase, letter.text)
  if (medical !== undefined) throw new Refusal('rule', { why: `letter_${medical}` })
}
