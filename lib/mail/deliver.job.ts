import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { and, asc, eq, isNull, lte } from 'drizzle-orm'
import { inTransaction } from '@/db/client'
import { outbox } from '@/db/schema'
import { organisationsHere } from '@/lib/core/accounts.queries'
import { dataDirectory } from '@/lib/platform/env'
import { mailFile } from './mail-file'

const atOnce = 50

/**
 * Writes every mail that is due as a file into DATA_DIR/mail, each once: the row is locked, the file written, the row
 * marked, in that order. A crash in between writes the same file again, under the same name.
 * @returns how many were written
 */
export async function deliverDueMails(now: Date): Promise<number> {
  let written = 0
  for (const { id } of await organisationsHere()) written += await deliverFor(id, now)
  return written
}

const deliverFor = (organisationId: string, now: Date) =>
  inTransaction({ organisationId }, async (tx) => {
    const due = await tx
      .select()
      .from(outbox)
      .where(and(eq(outbox.orgId, organisationId), isNull(outbox.sentAt), lte(outbox.notBefore, now)))
      .orderBy(asc(outbox.notBefore))
      .limit(atOnce)
      .for('update', { skipLocked: true })
    for (const mail of due) {
      await keep(mail.id, mailFile(mail, now))
      await tx
        .update(outbox)
        .set({ sentAt: now })
        .where(and(eq(outbox.orgId, organisationId), eq(outbox.id, mail.id)))
    }
    return due.length
  })

async function keep(id: string, text: string) {
  const folder = join(dataDirectory(), 'mail')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await writeFile(join(folder, `.${id}`), text, { mode: 0o600 })
  await rename(join(folder, `.${id}`), join(folder, `${id}.eml`))
}
