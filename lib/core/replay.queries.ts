import { createHash } from 'node:crypto'
import { and, eq, lt, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { cases, clients, idempotencyKeys } from '@/db/schema'
import type { Actor } from './actor'
import type { AuditEvent } from './audit'
import { casesInReach, clientsInReach, listParam } from './reach'
import { Refusal } from './refusal'

type Work = { actor: Actor; tx: Tx; now: Date }
type Done<Output> = { output: Output; events: AuditEvent[] }

const keptHours = 72
/** In place of the hash of a call whose answer went with an erased client: neither told nor done again. */
const erased = ''

/**
 * Same key and body: the stored answer, to whom it may still be told. Same key, other body: refused. A concurrent repeat
 * waits for the first to commit.
 * @throws Refusal `idempotency_mismatch` · `not_found` where the caller no longer sees what the answer is about
 */
export async function once<Output>(work: Work, call: { key: string; values: unknown }, run: () => Promise<Done<Output>>) {
  const { actor, tx, now } = work
  const mine = { orgId: actor.organisationId, actorId: actor.id }
  const requestHash = createHash('sha256').update(canonical(call.values)).digest('hex')
  const ofActor = and(eq(idempotencyKeys.orgId, mine.orgId), eq(idempotencyKeys.actorId, mine.actorId))
  const row = and(ofActor, eq(idempotencyKeys.key, call.key))
  await tx.delete(idempotencyKeys).where(and(ofActor, lt(idempotencyKeys.at, new Date(now.getTime() - keptHours * 3_600_000))))
  const inserted = await tx
    .insert(idempotencyKeys)
    .values({ ...mine, key: call.key, requestHash, at: now })
    .onConflictDoNothing()
    .returning({ key: idempotencyKeys.key })
  if (inserted.length === 0) {
    const [stored] = await tx.select().from(idempotencyKeys).where(row)
    if (stored?.requestHash === erased) throw new Refusal('not_found')
    if (stored?.requestHash !== requestHash) throw new Refusal('idempotency_mismatch')
    await expectReach(work, stored)
    return JSON.parse(stored.response ?? 'null') as Output
  }
  const { output, events } = await run()
  await tx
    .update(idempotencyKeys)
    .set({ response: JSON.stringify(output ?? null), caseIds: namedIn(events, 'caseId'), clientIds: namedIn(events, 'clientId') })
    .where(row)
  return output
}

/** The values as JSON text in which the order of keys does not matter (after RFC 8785): the same call however it was written. */
const canonical = (values: unknown): string =>
  JSON.stringify(values, (_, value: unknown) =>
    isPlain(value) ? Object.fromEntries(Object.entries(value).toSorted(byKey)) : value,
  ) ?? ''

const isPlain = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value)
const byKey = ([a]: [string, unknown], [b]: [string, unknown]) => (a < b ? -1 : 1)

/** Every case or client that the events name: what a command did says whom its answer concerns. */
const namedIn = (events: AuditEvent[], name: 'caseId' | 'clientId') => [
  ...new Set(events.flatMap((event) => Object.entries(event).flatMap(([key, id]) => (key === name ? [String(id)] : [])))),
]

async function expectReach({ actor, tx }: Work, { caseIds, clientIds }: { caseIds: string[]; clientIds: string[] }) {
  const { rows } = await tx.execute(sql`select
    (select count(*)::int from ${cases} where org_id = ${actor.organisationId} and id = any(${listParam(caseIds)}::uuid[]) and ${casesInReach(actor)}) = ${caseIds.length}
    and (select count(*)::int from ${clients} where org_id = ${actor.organisationId} and id = any(${listParam(clientIds)}::uuid[]) and ${clientsInReach(actor)}) = ${clientIds.length}
    as seen`)
  if (rows[0]?.['seen'] !== true) throw new Refusal('not_found')
}
