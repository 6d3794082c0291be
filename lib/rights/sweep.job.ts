import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { and, eq, sql } from 'drizzle-orm'
import { inTransaction } from '@/db/client'
import { tombstones } from '@/db/schema'
import { organisationsHere } from '@/lib/core/accounts.queries'
import { keptFiles } from '@/lib/evidence/kept-files'
import { dataDirectory } from '@/lib/platform/env'

/**
 * Removes the files of erased clients from the disk and notes that they are gone. Harmless to repeat: what is gone stays
 * gone. @returns how many files were removed
 */
export async function sweepErasedFiles(): Promise<number> {
  let removed = 0
  for (const { id } of await organisationsHere()) removed += await sweepOffice(id)
  return removed
}

async function sweepOffice(organisationId: string): Promise<number> {
  const waiting = await inTransaction({ organisationId }, (tx) =>
    tx
      .select({ erasedId: tombstones.erasedId, files: tombstones.files })
      .from(tombstones)
      .where(and(eq(tombstones.orgId, organisationId), sql`cardinality(${tombstones.files}) > 0`)),
  )
  for (const { erasedId, files } of waiting) {
    for (const file of files) await remove(organisationId, file)
    await inTransaction({ organisationId }, (tx) =>
      tx
        .update(tombstones)
        .set({ files: [] })
        .where(and(eq(tombstones.orgId, organisationId), eq(tombstones.erasedId, erasedId))),
    )
  }
  return waiting.reduce((total, { files }) => total + files.length, 0)
}

const remove = (organisationId: string, file: string) =>
  file.startsWith('mail/')
    ? rm(join(dataDirectory(), 'mail', `${file.slice('mail/'.length)}.eml`), { force: true })
    : keptFiles().remove(organisationId, file)
