import { randomUUID } from 'node:crypto'
import { and, eq, gt, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { messages, tasks } from '@/db/schema'
import { lockCase } from '@/lib/cases/scope.queries'
import { originOf } from '@/lib/contacts/rule-task'
import { addTaskFor } from '@/lib/contacts/task.commands'
import { command, type Work } from '@/lib/core/command'
import { Refusal } from '@/lib/core/refusal'
import { receivedFields, receiveEvidence } from '@/lib/evidence/receive.commands'
import { expectEvidence } from '@/lib/evidence/scope.queries'
import { lintText } from '@/lib/letters/lint'
import { queueMail } from '@/lib/mail/outbox.commands'
import { civilDateIn } from '@/lib/platform/dates'
import { optional, paragraphs, requiredParagraphs } from '@/lib/platform/fields'
import { expectMay } from '@/lib/portal/delegated.queries'

const longest = 2000

/**
 * Writes to the client about a case. What the client reads carries no promise, no claim of a right nobody has, no advice
 * that harms and no insult: such words are refused, as in letters. One of the client's papers may go along.
 * @throws Refusal `invalid` {body: wording} with the words · `not_found` where the paper is not the client's
 */
export const writeMessage = command({
  name: 'message.write',
  input: z.strictObject({ caseId: z.uuid(), body: requiredParagraphs(longest), evidenceId: optional(z.uuid()) }),
  async run(work, { caseId, body: text, evidenceId }) {
    const kase = await lockCase(work, caseId)
    const words = lintText(text).map(({ word }) => word)
    if (words.length > 0) throw new Refusal('invalid', { fields: { body: ['wording'] }, words })
    const { clientId } = kase
    if (evidenceId !== null) await expectEvidence(work, { evidenceId, clientId })
    const id = await keep(work, { caseId, clientId, body: text, fromClient: false, evidenceId })
    await queueMail(work, { clientId, kind: 'NEW_MESSAGE', path: `/portal/messages/${caseId}` })
    return { id }
  },
})

/** "通知客户": a mail that there is news, and nothing of what it is; sent because somebody pressed the button. */
export const notifyClient = command({
  name: 'message.notify',
  input: z.strictObject({ caseId: z.uuid() }),
  async run(work, { caseId }) {
    const { clientId } = await lockCase(work, caseId)
    await queueMail(work, { clientId, kind: 'NEWS' })
    work.audit({ type: 'client.notified', caseId })
    return { caseId }
  },
})

const { fileName, content } = receivedFields

/**
 * The client writes to their counsellor; a photo or file that comes along is taken in as evidence, and needs no words.
 * @throws Refusal `invalid` {body: required} where there is neither · `rule` {why: 'already_said'} and those of receiveEvidence
 */
export const writeMyMessage = command({
  name: 'portal.writeMessage',
  input: z.strictObject({
    caseId: z.uuid(),
    body: paragraphs(longest),
    // A form without a file sends an empty one.
    fileName: fileName.or(z.literal('')).optional(),
    content: content.optional(),
  }),
  async run(work, { caseId, body: text, ...file }) {
    await expectMay(work, 'MESSAGE')
    if (text === '' && !file.fileName) throw new Refusal('invalid', { fields: { body: ['required'] } })
    const kase = await lockCase(work, caseId)
    if (await isSaidJustNow(work, { caseId, text, ...file })) throw new Refusal('rule', { why: 'already_said' })
    const evidenceId = await attached(work, kase, file)
    const id = await keep(work, { caseId, clientId: kase.clientId, body: text, fromClient: true, evidenceId })
    await askForAnswer(work, kase)
    return { id }
  },
})

type Kase = Awaited<ReturnType<typeof lockCase>>
type File = { fileName?: string; content?: string }

const minute = 60_000

/** Words without a file that the same person sent in the minute before: who taps twice says it once. */
async function isSaidJustNow({ actor, tx, now }: Work, { caseId, text, fileName = '' }: File & { caseId: string; text: string }) {
  if (fileName !== '') return false
  const mine = and(eq(messages.orgId, actor.organisationId), eq(messages.caseId, caseId), eq(messages.author, actor.id))
  const same = and(eq(messages.body, text), isNull(messages.evidenceId), gt(messages.at, new Date(now.getTime() - minute)))
  const [said] = await tx.select({ id: messages.id }).from(messages).where(and(mine, same)).limit(1)
  return said !== undefined
}

async function attached(work: Work, kase: Kase, { fileName: name = '', content: bytes = '' }: File) {
  if (name === '') return null
  const received = { code: 'OTHER', label: '', issuer: 'CLIENT' as const, coversFrom: null, coversTo: null }
  const { id } = await receiveEvidence(
    work,
    { clientId: kase.clientId, caseId: kase.id },
    { ...received, fileName: name, content: bytes, isUnasked: true },
  )
  return id
}

type Written = { caseId: string; clientId: string; body: string; fromClient: boolean; evidenceId: string | null }

async function keep({ actor, tx, now, audit }: Work, written: Written) {
  const id = randomUUID()
  await tx.insert(messages).values({ ...written, orgId: actor.organisationId, id, author: actor.id, at: now })
  const { caseId, fromClient } = written
  audit({ type: 'message.written', caseId, messageId: id, from: fromClient ? 'client' : 'us' })
  return id
}

const origin = originOf('MESSAGE')

/** One task to answer, however many messages wait. */
async function askForAnswer(work: Work, kase: Kase) {
  const { tx, actor, now } = work
  const open = and(eq(tasks.orgId, kase.orgId), eq(tasks.caseId, kase.id), eq(tasks.origin, origin), isNull(tasks.doneAt))
  const [waiting] = await tx.select({ id: tasks.id }).from(tasks).where(open).limit(1)
  if (waiting !== undefined) return
  const dueOn = civilDateIn(now, actor.timeZone)
  await addTaskFor(work, kase, { title: '', dueOn, assigneeId: kase.ownerId, origin })
}
