import { and, eq, isNotNull, isNull, ne, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { legalHolds, outbox, tombstones } from '@/db/schema'
import { lockClient } from '@/lib/clients/scope.queries'
import { command, type Work } from '@/lib/core/command'
import { Refusal } from '@/lib/core/refusal'
import { openRequest } from './commands'
import { type OwnTable, ownTables, rowsOf } from './tables.queries'

/**
 * The second of two people erases a client [PIPL 47]: every row of theirs in every table, search, kept answers and accounts.
 * What stays are ids: the audit chain, the access log and a tombstone. The tombstone names the files that nobody else uses;
 * they are removed from the disk once this is committed.
 * @throws Refusal `rule` {why: 'not_proposed' | 'same_person' | 'legal_hold'}
 */
export const eraseClient = command({
  name: 'client.erase',
  input: z.strictObject({ requestId: z.uuid() }),
  async run(work, { requestId }) {
    const { actor, tx, now, audit } = work
    const { clientId, status, proposedBy } = await openRequest(work, requestId)
    await lockClient(work, clientId)
    if (status !== 'PROPOSED' || proposedBy === null) throw new Refusal('rule', { why: 'not_proposed' })
    if (proposedBy === actor.id) throw new Refusal('rule', { why: 'same_person' })
    if (await isHeld(work, clientId)) throw new Refusal('rule', { why: 'legal_hold' })
    const files = await filesOnlyOf(work, clientId)
    const gone = await tx.execute(sql`select erase_client(${clientId}) as rows`)
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

/** Hashes of the client's files that no other client has, and their mails that were written as files. */
async function filesOnlyOf(work: Work, clientId: string): Promise<string[]> {
  const { organisationId } = work.actor
  const theirs = await hashesWhere(work, (own) => rowsOf(own, organisationId, clientId))
  const others = await hashesWhere(work, (own) => and(eq(own.org, organisationId), ne(own.owner, clientId)))
  return [...[...theirs].filter((hash) => !others.has(hash)), ...(await mailsOf(work, clientId))]
}

/** Where a table of clients names a file. */
const hashColumns = () =>
  ownTables().flatMap((own) =>
    Object.entries(own.columns).flatMap(([name, column]) => (name.endsWith('Hash') ? [{ own, column }] : [])),
  )

async function hashesWhere({ tx }: Work, which: (own: OwnTable) => SQL | undefined): Promise<Set<string>> {
  const hashes = new Set<string>()
  for (const { own, column } of hashColumns()) {
    const rows = await tx
      .selectDistinct({ hash: sql<string>`${column}` })
      .from(own.table)
      .where(and(which(own), isNotNull(column)))
    for (const { hash } of rows) if (/^[0-9a-f]{64}$/.test(hash)) hashes.add(hash)
  }
  return hashes
}

async function mailsOf({ actor, tx }: Work, clientId: string) {
  const rows = await tx
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(eq(outbox.orgId, actor.organisationId), eq(outbox.clientId, clientId), isNotNull(outbox.sentAt)))
  return rows.map(({ id }) => `mail/${id}`)
}
