import { randomUUID } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { evidence, evidenceRequests, evidenceTypes } from '@/db/schema'
import { type ConsentPurpose, evidenceIssuers } from '@/db/vocabulary'
import { consentsInForce } from '@/lib/clients/consent.commands'
import type { Work } from '@/lib/core/command'
import { Refusal } from '@/lib/core/refusal'
import { civilDay, line, optional } from '@/lib/platform/fields'
import { maxFileSize } from '@/lib/platform/file-kinds'
import { keepFile } from './kept-files'

/** What comes with a file, whoever sends it. `content` is the file in base64. */
export const receivedFields = {
  code: z.string().max(40),
  label: line(100).default(''),
  issuer: z.enum(evidenceIssuers).default('CLIENT'),
  coversFrom: optional(civilDay),
  coversTo: optional(civilDay),
  fileName: z.string().min(1, 'required').max(300),
  content: z.string().max(Math.ceil(maxFileSize / 3) * 4 + 4, 'too_large'),
}
type Received = z.output<z.ZodObject<typeof receivedFields>>
type From = { clientId: string; caseId: string | null }

/**
 * Takes a file in as evidence: kept as received and never edited, hashed, open requests for it fulfilled (SE-01). The
 * caller has checked that the client and the case are in scope. Sensitive kinds need the client's separate consent
 * [PIPL 29].
 * @throws Refusal `rule` {why: 'sensitive_consent_missing'} and those of keepFile
 */
export async function receiveEvidence(work: Work, from: From, { fileName, content, ...facts }: Received) {
  const { actor, tx, now, audit } = work
  if (facts.coversFrom !== null && facts.coversTo !== null && facts.coversTo < facts.coversFrom) {
    throw new Refusal('invalid', { fields: { coversTo: ['before_start'] } })
  }
  await expectAcceptable(work, from, facts.code)
  const file = await keepFile(actor.organisationId, Buffer.from(content, 'base64'), fileName)
  const id = randomUUID()
  await tx.insert(evidence).values({
    ...{ orgId: actor.organisationId, id, ...from, ...facts, status: 'RECEIVED', receivedAt: now, createdAt: now },
    ...{ fileHash: file.sha256, fileName: file.name, fileType: file.kind, fileSize: file.size, previewHash: file.previewHash },
    uploadedBy: actor.id,
  })
  await fulfilRequests(work, from.clientId, { id, code: facts.code })
  const inCase = from.caseId === null ? {} : { caseId: from.caseId }
  audit({ type: 'evidence.received', clientId: from.clientId, evidenceId: id, code: facts.code, hash: file.sha256, ...inCase })
  return { id, version: 1, hash: file.sha256, size: file.size, kind: file.kind }
}

const separateConsent: ConsentPurpose = 'SENSITIVE'

async function expectAcceptable(work: Work, { clientId }: From, code: string) {
  const [type] = await work.tx
    .select()
    .from(evidenceTypes)
    .where(and(eq(evidenceTypes.orgId, work.actor.organisationId), eq(evidenceTypes.code, code)))
  if (type === undefined || !type.isActive) throw new Refusal('invalid', { fields: { code: ['choice'] } })
  const isConsented = type.sensitive === 'NONE' || (await consentsInForce(work, clientId, separateConsent)).length > 0
  if (!isConsented) throw new Refusal('rule', { why: 'sensitive_consent_missing' })
}

async function fulfilRequests({ actor, tx, now }: Work, clientId: string, { id, code }: { id: string; code: string }) {
  await tx
    .update(evidenceRequests)
    .set({ fulfilledAt: now, fulfilledBy: id, cannotProvide: '' })
    .where(
      and(
        eq(evidenceRequests.orgId, actor.organisationId),
        eq(evidenceRequests.clientId, clientId),
        eq(evidenceRequests.code, code),
        isNull(evidenceRequests.fulfilledAt),
      ),
    )
}
