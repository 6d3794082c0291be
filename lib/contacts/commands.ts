import { randomUUID } from 'node:crypto'
import { and, eq, gt, isNotNull } from 'drizzle-orm'
import { z } from 'zod'
import { contacts } from '@/db/schema'
import { contactChannels, contactDirections, contactPurposes, counterparts, speakers } from '@/db/vocabulary'
import { saveMove } from '@/lib/cases/move.commands'
import { type Case, lockCase } from '@/lib/cases/scope.queries'
import { hasAuthority } from '@/lib/clients/mandate.queries'
import { command, type Work } from '@/lib/core/command'
import { Refusal } from '@/lib/core/refusal'
import { requestFor } from '@/lib/evidence/commands'
import { expectEvidence } from '@/lib/evidence/scope.queries'
import { chinaCalendar } from '@/lib/platform/china-calendar'
import { addMonths, civilDateIn } from '@/lib/platform/dates'
import { civilDay, line, optional, requiredParagraphs, whole } from '@/lib/platform/fields'
import { addWorkingDays } from '@/lib/platform/working-days'
import { afterContact, firstHardshipContact } from './after-contact'
import { instantOf } from './local-instant'
import { addTaskFor } from './task.commands'

const input = z.strictObject({
  caseId: z.uuid(),
  /** When it was, on the organisation's clock ('2026-11-21T14:30') or with its own offset; now where left out. */
  at: optional(z.string().max(30)),
  direction: z.enum(contactDirections).default('OUT'),
  channel: z.enum(contactChannels),
  counterpart: z.enum(counterparts).default('CREDITOR'),
  purpose: z.enum(contactPurposes),
  speaker: z.enum(speakers).default('COUNSELLOR_WITH_AUTHORITY'),
  numberDialled: line(60).default(''),
  agentNumber: line(40).default(''),
  summary: requiredParagraphs(4000),
  promisedReplyBy: optional(civilDay),
  /** A promise of so many working days, counted from the contact. */
  promisedWorkingDays: optional(whole(0, 90)),
  evidenceId: optional(z.uuid()),
  clientVisible: z.boolean().default(false),
  /** Documents the other side asked for: each becomes a request to the client and a task of ours (SP-13). */
  requiredDocuments: z.array(z.string().max(40)).max(20).default([]),
  documentsDeadline: optional(civilDay),
})
type Contact = z.output<typeof input>

/**
 * Keeps what was said with whom (SP-08, SP-09). A promised answer becomes the next action and turns whose move it is; the
 * first time the creditor hears of the hardship is stamped; documents asked for become requests and tasks.
 */
export const logContact = command({
  name: 'contact.log',
  input,
  async run(work, contact) {
    const kase = await lockCase(work, contact.caseId)
    if (contact.evidenceId !== null) await expectEvidence(work, { evidenceId: contact.evidenceId, clientId: kase.clientId })
    const at = momentOf(work, contact.at)
    expectAfter(work, contact, at)
    const promisedReplyBy = contact.promisedReplyBy ?? promiseOf(work, contact, at)
    const id = await keep(work, kase, { ...contact, promisedReplyBy }, at)
    work.audit({ type: 'contact.logged', caseId: kase.id, contactId: id, promisedReplyBy })
    await askFor(work, kase, contact)
    const follows = await followUp(work, kase, { ...contact, promisedReplyBy, at })
    return { id, promisedReplyBy, ...follows, warnings: await warningsOf({ ...work, now: at }, kase, contact) }
  },
})

function momentOf({ actor, now }: Work, local: string | null): Date {
  if (local === null) return now
  const at = instantOf(local, actor.timeZone)
  if (at === undefined) throw new Refusal('invalid', { fields: { at: ['date'] } })
  if (at > now) throw new Refusal('invalid', { fields: { at: ['in_future'] } })
  if (civilDateIn(at, actor.timeZone) < yearsBefore(now, actor.timeZone))
    throw new Refusal('invalid', { fields: { at: ['long_ago'] } })
  return at
}

/** Nobody logs what was said more than ten years ago: it is a slip of the pen. */
const yearsBefore = (now: Date, zone: string) => addMonths(civilDateIn(now, zone), -120)

/** A promise and a deadline look ahead from the contact. */
function expectAfter({ actor }: Work, { promisedReplyBy, documentsDeadline }: Contact, at: Date) {
  const day = civilDateIn(at, actor.timeZone)
  for (const [field, due] of Object.entries({ promisedReplyBy, documentsDeadline })) {
    if (due !== null && due < day) throw new Refusal('invalid', { fields: { [field]: ['before_contact'] } })
    if (due !== null && due > addMonths(day, 120)) throw new Refusal('invalid', { fields: { [field]: ['far_ahead'] } })
  }
}

const promiseOf = ({ actor }: Work, { promisedWorkingDays: days }: Contact, at: Date) =>
  days === null ? null : addWorkingDays(civilDateIn(at, actor.timeZone), days, chinaCalendar)

async function keep({ actor, tx }: Work, kase: Case, contact: Contact, at: Date) {
  const { caseId, promisedWorkingDays, requiredDocuments, documentsDeadline, clientVisible, ...facts } = contact
  const id = randomUUID()
  await tx.insert(contacts).values({
    ...{ orgId: kase.orgId, id, caseId, clientId: kase.clientId, by: actor.id },
    ...{ ...facts, at, clientVisible: clientVisible ? 'YES' : 'NO' },
  })
  return id
}

async function askFor(work: Work, kase: Case, { requiredDocuments, documentsDeadline }: Contact) {
  for (const code of new Set(requiredDocuments)) {
    const request = { code, from: 'CREDITOR' as const, note: '', deadline: documentsDeadline }
    await requestFor(work, kase, request, 'requiredDocuments')
    await addTaskFor(work, kase, { title: '', dueOn: documentsDeadline, assigneeId: kase.ownerId, origin: `document:${code}` })
  }
}

/** A closed case keeps the contact and moves no more; one logged late does not undo what was promised since. */
async function followUp(work: Work, kase: Case, contact: Omit<Contact, 'at'> & { at: Date }) {
  const firstHardshipContactAt = firstHardshipContact(kase.firstHardshipContactAt, contact)
  const isOver = kase.stage === 'CLOSED' || (await wasPromisedSince(work, kase, contact.at))
  const follows = isOver ? undefined : afterContact(contact)
  const changes = { firstHardshipContactAt, ...(follows === undefined ? {} : { ...follows, nextActionText: '' }) }
  const saved = await saveMove(work, kase, changes)
  if (follows !== undefined) {
    work.audit({ type: 'case.nextActionSet', caseId: kase.id, action: follows.nextAction, dueOn: follows.dueOn })
  }
  return { caseVersion: saved.version, nextAction: saved.card.action, whoseMove: saved.card.whose }
}

async function wasPromisedSince({ tx }: Work, kase: Case, at: Date): Promise<boolean> {
  const later = and(gt(contacts.at, at), isNotNull(contacts.promisedReplyBy))
  const mine = and(eq(contacts.orgId, kase.orgId), eq(contacts.caseId, kase.id))
  const found = await tx.select({ id: contacts.id }).from(contacts).where(and(mine, later)).limit(1)
  return found.length > 0
}

/** What was said cannot be unsaid, so an authority that was missing at that time is pointed out, not refused. */
async function warningsOf(work: Work, kase: Case, { counterpart, direction, speaker }: Contact) {
  const inTheirName = counterpart === 'CREDITOR' && direction === 'OUT' && speaker === 'COUNSELLOR_WITH_AUTHORITY'
  const lacks = inTheirName && !(await hasAuthority(work, kase.clientId))
  return lacks ? ['AUTHORITY_MISSING' as const] : []
}
