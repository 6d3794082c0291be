import { randomUUID } from 'node:crypto'
import { and, asc, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { cases, letterBatches, letters } from '@/db/schema'
import { contactChannels, locales } from '@/db/vocabulary'
import { visibleTo } from '@/lib/cases/scope'
import { command, type Work } from '@/lib/core/command'
import { Refusal } from '@/lib/core/refusal'
import { optional } from '@/lib/platform/fields'
import { type Batch, ownBatch } from './batch-scope.queries'
import { bulkKinds, mostInBatch } from './bulk-kinds'
import { writeBatchLetter } from './write-batch-letter.commands'

/** How many letters one call writes: about a second's work, so that progress is seen and nothing is locked for long. */
const atOnce = 5

/**
 * Sets letters of one kind up for many cases; nothing is written yet. With a channel each is recorded as gone out when it is.
 * @throws Refusal `not_found` where a case is not there, or not the actor's to see
 */
export const startBatch = command({
  name: 'letterBatch.start',
  input: z.strictObject({
    kind: z.enum(bulkKinds),
    locale: z.enum(locales).default('zh-CN'),
    channel: optional(z.enum(contactChannels)),
    caseIds: z.array(z.uuid(), 'required').min(1, 'required').max(mostInBatch),
  }),
  async run(work, { kind, locale, channel, caseIds }) {
    const { actor, tx, now } = work
    const chosen = await chosenCases(work, [...new Set(caseIds)])
    const batch = {
      orgId: actor.organisationId,
      id: randomUUID(),
      kind,
      locale,
      channel,
      total: chosen.length,
      by: actor.id,
      at: now,
    }
    await tx.insert(letterBatches).values(batch)
    await tx.insert(letters).values(
      chosen.map(({ id: caseId, clientId }, index) => ({
        ...{ orgId: batch.orgId, id: randomUUID(), batchId: batch.id, position: index + 1, caseId, clientId },
      })),
    )
    work.audit({ type: 'letterBatch.started', batchId: batch.id, kind, total: chosen.length })
    return { batchId: batch.id, total: chosen.length }
  },
})

/**
 * Writes the next few letters of a batch, each with the facts and the wording of this moment. Whoever looks at the batch
 * calls it again until nothing is left; two at once take turns, and a call that dies leaves its letters waiting.
 * @throws Refusal `rule` {why: 'batch_over'} once it is finished or cancelled
 */
export const writeLetters = command({
  name: 'letterBatch.write',
  input: z.strictObject({ batchId: z.uuid() }),
  async run(work, { batchId }) {
    const batch = await runningBatch(work, batchId)
    const waiting = await waitingOf(work, batch)
    for (const letter of waiting.slice(0, atOnce)) await writeBatchLetter(work, batch, letter)
    const left = Math.max(0, waiting.length - atOnce)
    if (left === 0) await close(work, batch, { finishedAt: work.now })
    return { batchId, total: batch.total, left }
  },
})

/** Writes no more letters of a batch; those that are written stay. */
export const cancelBatch = command({
  name: 'letterBatch.cancel',
  input: z.strictObject({ batchId: z.uuid() }),
  async run(work, { batchId }) {
    const batch = await runningBatch(work, batchId)
    const left = (await waitingOf(work, batch)).length
    await close(work, batch, { cancelledAt: work.now })
    return { batchId, total: batch.total, left }
  },
})

async function chosenCases({ actor, tx }: Work, caseIds: string[]) {
  const rows = await tx
    .select({ id: cases.id, clientId: cases.clientId })
    .from(cases)
    .where(and(eq(cases.orgId, actor.organisationId), inArray(cases.id, caseIds), visibleTo(actor)))
    .orderBy(asc(cases.number))
  if (rows.length < caseIds.length) throw new Refusal('not_found')
  return rows
}

async function runningBatch(work: Work, batchId: string): Promise<Batch> {
  const batch = await ownBatch(work, batchId, 'lock')
  if (batch.finishedAt !== null || batch.cancelledAt !== null) throw new Refusal('rule', { why: 'batch_over' })
  return batch
}

const waitingOf = ({ tx }: Work, { orgId, id }: Batch) =>
  tx
    .select()
    .from(letters)
    .where(and(eq(letters.orgId, orgId), eq(letters.batchId, id), eq(letters.state, 'WAITING')))
    .orderBy(asc(letters.position))

async function close(work: Work, { orgId, id, kind }: Batch, end: { finishedAt: Date } | { cancelledAt: Date }) {
  await work.tx
    .update(letterBatches)
    .set(end)
    .where(and(eq(letterBatches.orgId, orgId), eq(letterBatches.id, id)))
  const written = await work.tx.$count(
    letters,
    and(eq(letters.orgId, orgId), eq(letters.batchId, id), eq(letters.state, 'WRITTEN')),
  )
  work.audit({ type: 'letterBatch.ended', batchId: id, kind, written, cancelled: 'cancelledAt' in end })
}
