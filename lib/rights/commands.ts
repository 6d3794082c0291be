import { randomUUID } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { legalHolds, rightsRequests } from '@/db/schema'
import { rightsKinds } from '@/db/vocabulary-portal'
import { lockClient, visibleClient } from '@/lib/clients/scope.queries'
import { command, type Work } from '@/lib/core/command'
import { found, Refusal } from '@/lib/core/refusal'
import { paragraphs, requiredParagraphs } from '@/lib/platform/fields'

/**
 * A client asks for correction, deletion or an explanation. One of a kind is enough while it is open: what they say later is added to
 * its words.
 * @throws Refusal `rule` {why: 'already_asked'} where there is nothing to add
 */
export const askRight = command({
  name: 'portal.askRight',
  input: z.strictObject({ kind: z.enum(rightsKinds), note: paragraphs(1000).default('') }),
  async run(work, { kind, note }) {
    const { actor, tx, now, audit } = work
    // Locked, so that of two at once the second sees the first.
    const { id: clientId } = await lockClient(work, found(actor.clientId))
    const mine = and(
      eq(rightsRequests.orgId, actor.organisationId),
      eq(rightsRequests.clientId, clientId),
      eq(rightsRequests.kind, kind),
    )
    const [open] = await tx
      .select({ id: rightsRequests.id, note: rightsRequests.note })
      .from(rightsRequests)
      .where(and(mine, isNull(rightsRequests.decidedAt)))
    const id = open?.id ?? randomUUID()
    if (open !== undefined) await change(work, id, { note: withMore(open.note, note) })
    else await tx.insert(rightsRequests).values({ orgId: actor.organisationId, id, clientId, kind, note, askedAt: now })
    audit({ type: 'rights.asked', clientId, requestId: id, kind })
    return { id }
  },
})

/** Far more than anybody has to say of one request. Characters. */
const longest = 10_000

function withMore(said: string, more: string): string {
  const all = [said, more].filter((part) => part !== '').join('\n\n')
  if (said.includes(more) || all.length > longest) throw new Refusal('rule', { why: 'already_asked' })
  return all
}

/** Answers a request in words the client reads: done, or why not. A deletion is done by erasing, and only by that. */
export const answerRight = command({
  name: 'rights.answer',
  input: z.strictObject({ requestId: z.uuid(), status: z.enum(['DONE', 'REFUSED']), answer: requiredParagraphs(1000) }),
  async run(work, { requestId, status, answer }) {
    const request = await openRequest(work, requestId)
    if (request.kind === 'DELETE' && status === 'DONE') throw new Refusal('rule', { why: 'erase_instead' })
    const { actor, now } = work
    await change(work, requestId, { status, answer, decidedBy: actor.id, decidedAt: now })
    work.audit({ type: 'rights.answered', clientId: request.clientId, requestId, status })
    return { id: requestId }
  },
})

/** The first of two people: proposes that a client be erased. */
export const proposeErasure = command({
  name: 'rights.proposeErasure',
  input: z.strictObject({ requestId: z.uuid() }),
  async run(work, { requestId }) {
    const request = await openRequest(work, requestId)
    if (request.kind !== 'DELETE') throw new Refusal('rule', { why: 'not_a_deletion' })
    const { actor, now } = work
    await change(work, requestId, { status: 'PROPOSED', proposedBy: actor.id, proposedAt: now })
    work.audit({ type: 'rights.erasureProposed', clientId: request.clientId, requestId })
    return { id: requestId }
  },
})

/** Nothing of this client is erased until the hold is released, whoever asks. */
export const placeHold = command({
  name: 'legalHold.place',
  input: z.strictObject({ clientId: z.uuid(), reason: requiredParagraphs(500) }),
  async run(work, { clientId, reason }) {
    const { actor, tx, now, audit } = work
    await lockClient(work, clientId)
    const id = randomUUID()
    await tx.insert(legalHolds).values({ orgId: actor.organisationId, id, clientId, reason, placedBy: actor.id, placedAt: now })
    audit({ type: 'legalHold.placed', clientId, holdId: id })
    return { id }
  },
})

export const releaseHold = command({
  name: 'legalHold.release',
  input: z.strictObject({ holdId: z.uuid() }),
  async run(work, { holdId }) {
    const { actor, tx, now, audit } = work
    const mine = and(eq(legalHolds.orgId, actor.organisationId), eq(legalHolds.id, holdId))
    const [hold] = await tx.select().from(legalHolds).where(mine).for('update')
    const { clientId, releasedAt } = found(hold)
    await visibleClient(work, clientId)
    if (releasedAt !== null) throw new Refusal('rule', { why: 'already_released' })
    await tx.update(legalHolds).set({ releasedAt: now, releasedBy: actor.id }).where(mine)
    audit({ type: 'legalHold.released', clientId, holdId })
    return { id: holdId }
  },
})

/** @throws Refusal `rule` {why: 'already_answered'} */
export async function openRequest(work: Work, requestId: string) {
  const mine = and(eq(rightsRequests.orgId, work.actor.organisationId), eq(rightsRequests.id, requestId))
  const [row] = await work.tx.select().from(rightsRequests).where(mine).for('update')
  const request = found(row)
  await visibleClient(work, request.clientId)
  if (request.decidedAt !== null) throw new Refusal('rule', { why: 'already_answered' })
  return request
}

const change = ({ actor, tx }: Work, id: string, changes: Partial<typeof rightsRequests.$inferInsert>) =>
  tx
    .update(rightsRequests)
    .set(changes)
    .where(and(eq(rightsRequests.orgId, actor.organisationId), eq(rightsRequests.id, id)))
