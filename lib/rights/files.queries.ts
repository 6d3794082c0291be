import { and, eq, inArray, isNotNull, ne, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Tx } from '@/db/client'
import { outbox } from '@/db/schema'
import { type OwnTable, ownTables, rowsOf } from './tables.queries'

export type Person = { organisationId: string; clientId: string }

/**
 * The files on the disk that are a client's and nobody else's: every text in their rows that is a SHA-256 may name a kept
 * file, whatever its column is called, and every mail to them may have been written as a file.
 */
export async function filesOnlyOf(tx: Tx, person: Person): Promise<string[]> {
  const theirs = await hashesIn(tx, (own, column) => and(rowsOf(own, person.organisationId, person.clientId), isHash(column)))
  const others = await usedByOthers(tx, person, theirs)
  return [...theirs.filter((hash) => !others.includes(hash)), ...(await mailsTo(tx, person))]
}

/** Those of the files that somebody else of the same organisation has too. */
export const usedByOthers = (tx: Tx, { organisationId, clientId }: Person, hashes: readonly string[]) =>
  hashesIn(tx, (own, column) => and(eq(own.org, organisationId), ne(own.owner, clientId), inArray(column, [...hashes])))

const isHash = (column: PgColumn) => sql`${column} ~ '^[0-9a-f]{64}$'`

async function hashesIn(tx: Tx, which: (own: OwnTable, column: PgColumn) => SQL | undefined): Promise<string[]> {
  const hashes = new Set<string>()
  for (const own of ownTables()) {
    for (const column of own.texts) {
      const rows = await tx
        .selectDistinct({ hash: sql<string>`${column}` })
        .from(own.table)
        .where(and(which(own, column), isNotNull(column)))
      for (const { hash } of rows) hashes.add(hash)
    }
  }
  return [...hashes]
}

/** Also those not marked as sent: whoever wrote the file may have died before. */
async function mailsTo(tx: Tx, { organisationId, clientId }: Person) {
  const rows = await tx
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(eq(outbox.orgId, organisationId), eq(outbox.clientId, clientId)))
  return rows.map(({ id }) => `mail/${id}`)
}
