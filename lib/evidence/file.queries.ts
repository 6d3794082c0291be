import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { evidenceTypes } from '@/db/schema'
import { mayReadSensitive } from '@/lib/clients/sensitive.queries'
import { logAccess } from '@/lib/core/access-log'
import { query, type Reading } from '@/lib/core/query'
import { found, Refusal } from '@/lib/core/refusal'
import { type Evidence, visibleEvidence } from './scope.queries'

const input = z.strictObject({ evidenceId: z.uuid() })

/** The re-encoded picture of an evidence file. Looking at it leaves a line in the access log. */
export const evidencePreview = query({
  name: 'evidence.file',
  input,
  async run(reading, { evidenceId }) {
    const item = await openable(reading, evidenceId)
    await logAccess(reading.tx, reading, { kind: 'view', what: 'evidence.file', object: evidenceId, clientId: item.clientId })
    return { evidenceId, hash: found(item.previewHash ?? undefined), name: item.fileName }
  },
})

/** The file as it was received: a permission of its own and a line of its own in the access log. */
export const evidenceOriginal = query({
  name: 'evidence.original',
  input,
  async run(reading, { evidenceId }) {
    const item = await openable(reading, evidenceId)
    await logAccess(reading.tx, reading, { kind: 'download', what: 'evidence.file', object: evidenceId, clientId: item.clientId })
    return { evidenceId, hash: found(item.fileHash ?? undefined), name: item.fileName, kind: item.fileType }
  },
})

/** @throws Refusal `forbidden` for medical content without a grant on one of the client's cases (SE-08) */
async function openable(reading: Reading, evidenceId: string): Promise<Evidence> {
  const item = await visibleEvidence(reading, evidenceId)
  const [type] = await reading.tx
    .select({ sensitive: evidenceTypes.sensitive })
    .from(evidenceTypes)
    .where(and(eq(evidenceTypes.orgId, item.orgId), eq(evidenceTypes.code, item.code)))
  const needsGrant = found(type).sensitive === 'MEDICAL'
  if (needsGrant && !(await mayReadSensitive(reading, item.clientId))) {
    throw new Refusal('forbidden', { why: 'sensitive_grant_missing' })
  }
  return item
}
