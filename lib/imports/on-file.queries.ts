import { and, eq, inArray, or, sql } from 'drizzle-orm'
import { clients, debts, importRows } from '@/db/schema'
import type { Reading } from '@/lib/core/query'
import { clientsInReach } from '@/lib/core/reach'
import type { ImportedRow } from './row'
import type { OnFile } from './same-person'

type At = Pick<Reading, 'actor' | 'tx'>

/** Everybody in the office who has a phone or an identity number of these rows. */
export async function onFile({ actor, tx }: At, rows: readonly ImportedRow[]): Promise<OnFile[]> {
  const phones = rows.flatMap(({ client }) => client.phone ?? [])
  const idNumbers = rows.flatMap(({ client }) => client.idNumber ?? [])
  if (phones.length + idNumbers.length === 0) return []
  return tx
    .select({
      ...{ id: clients.id, name: clients.name, phone: clients.phone, idNumber: clients.idNumber },
      isVisible: sql<boolean>`${clientsInReach(actor)}`,
    })
    .from(clients)
    .where(and(eq(clients.orgId, actor.organisationId), or(inArray(clients.phone, phones), inArray(clients.idNumber, idNumbers))))
}

/** Of these rows' fingerprints those that were taken in before, and were not taken back. */
export async function takenIn({ actor, tx }: At, rows: readonly ImportedRow[]): Promise<ReadonlySet<string>> {
  const wanted = rows.map(({ fingerprint }) => fingerprint)
  const taken = await tx
    .select({ fingerprint: importRows.fingerprint })
    .from(importRows)
    .where(
      and(
        eq(importRows.orgId, actor.organisationId),
        inArray(importRows.state, ['IMPORTED', 'KEPT']),
        inArray(importRows.fingerprint, wanted),
      ),
    )
  return new Set(taken.map(({ fingerprint }) => fingerprint))
}

/** Whether somebody on file has this very loan note already. */
export async function hasNote({ actor, tx }: At, clientId: string, contractNumber: string | undefined): Promise<boolean> {
  if (contractNumber === undefined || contractNumber === '') return false
  const same = and(
    ...[eq(debts.orgId, actor.organisationId), eq(debts.clientId, clientId), eq(debts.contractNumber, contractNumber)],
  )
  return (await tx.$count(debts, same)) > 0
}
