import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { and, eq, sql } from 'drizzle-orm'
import { inTransaction } from '@/db/client'
import { tombstones } from '@/db/schema'
import { organisationsHere } from '@/lib/core/accounts.queries'
import { keptFiles } from '@/lib/evidence/kept-files'
import { dataDirectory } from '@/lib/platform/env'
import { usedByOthers } from './files.queries'
import { keepInLedger } from './ledger'

/** Beside the database, not in it. */
export const ledgerFile = () => join(dataDirectory(), 'erased.jsonl')

/**
 * Removes the files of erased clients from the disk and notes that they are gone, after the erasure stands in the ledger; but
 * for those that were received again from somebody else since. Harmless to repeat. @returns how many files were removed
 */
export async function sweepErasedFiles(): Promise<number> {
  let removed = 0
  for (const { id } of await organisationsHere()) removed += await sweepOffice(id)
  return removed
}

async function sweepOffice(organisationId: string): Promise<number> {
  await noteErasures(organisationId)
  const waiting = await inTransaction({ organisationId }, (tx) =>
    tx
      .select({ erasedId: tombstones.erasedId, files: tombstones.files })
      .from(tombstones)
      .where(and(eq(tombstones.orgId, organisationId), sql`cardinality(${tombstones.files}) > 0`)),
  )
  let removed = 0
  for (const { erasedId, files } of waiting) {
    const person = { organisationId, clientId: erasedId }
    const used = await inTransaction({ organisationId }, (tx) => usedByOthers(tx, person, files))
    const unused = files.filter((file) => !used.includes(file))
    for (const file of unused) await remove(organisationId, file)
    removed += unused.length
    await inTransaction({ organisationId }, (tx) =>
      tx
        .update(tombstones)
        .set({ files: [] })
        .where(and(eq(tombstones.orgId, organisationId), eq(tombstones.erasedId, erasedId))),
    )
  }
  return removed
}

async function noteErasures(organisationId: string) {
  const rows = await inTransaction({ organisationId }, (tx) =>
    tx
      .select({ clientId: tombstones.erasedId, at: tombstones.erasedAt })
      .from(tombstones)
      .where(eq(tombstones.orgId, organisationId)),
  )
  if (rows.length === 0) return
  const erasures = rows.map(({ clientId, at }) => ({ organisationId, clientId, at: at.toISOString() }))
  await keepInLedger(ledgerFile(), erasures)
}

const remove = (organisationId: string, file: string) =>
  file.startsWith('mail/')
    ? rm(join(dataDirectory(), 'mail', `${file.slice('mail/'.length)}.eml`), { force: true })
    : keptFiles().remove(organisationId, file)
