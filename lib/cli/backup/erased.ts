import { drizzle } from 'drizzle-orm/node-postgres'
import type pg from 'pg'
import { z } from 'zod'
import type { AuditEvent } from '@/lib/core/audit'
import { filesOnlyOf } from '@/lib/rights/files.queries'
import type { Erasure } from '@/lib/rights/ledger'
import { enter, organisationsOf } from './tables'

/** Whom the tombstones of this database name. */
export async function tombstonesOf(client: pg.Client): Promise<Erasure[]> {
  const found: Erasure[] = []
  for (const organisationId of await organisationsOf(client)) {
    await enter(client, organisationId)
    const { rows } = await client.query('select erased_id, erased_at from tombstones where org_id = $1', [organisationId])
    for (const { erased_id: clientId, erased_at: at } of z.array(tombstone).parse(rows))
      found.push({ organisationId, clientId, at: at.toISOString() })
  }
  return found
}
const tombstone = z.object({ erased_id: z.uuid(), erased_at: z.date() })

/** A file of one organisation that nobody has any more. */
export type GoneFile = { organisationId: string; file: string }
export type Replayed = { clients: number; files: GoneFile[] }

/**
 * Erases again whom a backup brought back, within the transaction that is open. A hold that stood then was released before
 * they were erased. What was erased is written down once more: the audit chain of the backup does not know of it.
 */
export async function eraseAgain(client: pg.Client, erasures: readonly Erasure[], now: Date): Promise<Replayed> {
  const replayed: Replayed = { clients: 0, files: [] }
  for (const erasure of erasures) {
    await enter(client, erasure.organisationId)
    if (!(await isThere(client, erasure))) continue
    const files = await eraseOne(client, erasure, now)
    replayed.clients += 1
    replayed.files.push(...files.map((file) => ({ organisationId: erasure.organisationId, file })))
  }
  return replayed
}

async function isThere(client: pg.Client, { organisationId, clientId }: Erasure) {
  const { rowCount } = await client.query('select 1 from clients where org_id = $1 and id = $2', [organisationId, clientId])
  return rowCount === 1
}

async function eraseOne(client: pg.Client, { organisationId, clientId, at }: Erasure, now: Date) {
  const files = await filesOnlyOf(drizzle(client, { casing: 'snake_case' }), { organisationId, clientId })
  const ids = [organisationId, clientId]
  await client.query('update legal_holds set released_at = $3 where org_id = $1 and client_id = $2 and released_at is null', [
    ...ids,
    at,
  ])
  const { rows } = await client.query('select erase_client($1) as gone', [clientId])
  const nobody = '00000000-0000-0000-0000-000000000000'
  await client.query(
    `insert into tombstones (org_id, erased_id, erased_at, proposed_by, erased_by, files) values ($1, $2, $3, $4, $4, '{}') on conflict do nothing`,
    [...ids, at, nobody],
  )
  const event = { type: 'client.erased', clientId, rows: z.int().parse(rows[0]?.gone), files: files.length } satisfies AuditEvent
  await client.query("select append_audit($1, 'system:parley', 'client.erase', '', $2::jsonb)", [
    now.toISOString(),
    JSON.stringify([event]),
  ])
  return files
}
