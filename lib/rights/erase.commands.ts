import { and, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { legalHolds, tombstones } from '@/db/schema'
import { lockClient } from '@/lib/clients/scope.queries'
import { command, type Work } from '@/lib/core/command'
import { Refusal } from '@/lib/core/refusal'
import { openRequest } from './commands'
import { filesOnlyOf } from './files.queries'

/**
 * The second of two people erases a client [PIPL 47]: every row of theirs in every table, search, kept answers and accounts.
 * What stays are ids: the audit chain, the access log and a tombstone. The tombstone names the files that nobody else uses;
 * they are removed from the disk once this is committed.
 * @throws Refusal `rule` {why: 'not_proposed' | 'needs_second_person' | 'legal_hold'}
 */
export const eraseClient = command({
  name: 'client.erase',
  input: z.strictObject({ requestId: z.uuid() }),
  async run(work, { requestId }) {
    const { actor, tx, now, audit } = work
    const { clientId, status, proposedBy } = await openRequest(work, requestId)
    await lockClient(work, clientId)
    if (status !== 'PROPOSED' || proposedBy === null) throw new Refusal('rule', { why: 'not_proposed' })
    if (proposedBy === actor.id) throw new Refusal('rule', { why: 'needs_second_person' })
    if (await isHeld(work, clientId)) throw new Refusal('rule', { why: 'legal_hold' })
    const files = await filesOnlyOf(tx, { organisationId: actor.organisationId, clientId })
    const gone = await tx.execute(sql`select erase_asked_client(${requestId}, ${actor.id}) as rows`)
    const at = { orgId: actor.organisationId, erasedId: clientId, erasedAt: now }
    await tx.insert(tombstones).values({ ...at, proposedBy, erasedBy: actor.id, files })
    audit({ type: 'client.erased', clientId, rows: z.int().parse(gone.rows[0]?.['rows']), files: files.length })
    return { erasedId: clientId }
  },
})

async function isHeld({ actor, tx }: Work, clientId: string) {
  const ofClient = and(eq(legalHolds.orgId, actor.organisationId), eq(legalHolds.clientId, clientId))
  const [hold] = await tx
    .select({ id: legalHolds.id })
    .from(legalHolds)
    .where(and(ofClient, isNull(legalHolds.releasedAt)))
  return hold !== undefined
}
