import { randomUUID } from 'node:crypto'
import { and, eq, inArray, isNull, or } from 'drizzle-orm'
import { z } from 'zod'
import { evidence, evidenceRequests, evidenceTypes } from '@/db/schema'
import { type ConsentPurpose, evidenceIssuers } from '@/db/vocabulary'
import { consentsInForce } from '@/lib/clients/consent.commands'
import type { Work } from '@/lib/core/command'
import { Refusal } from '@/lib/core/refusal'
import { civilDay, line, optional } from '@/lib/platform/fields'
import { maxFileSize } from '@/lib/platform/file-kinds'
import { photoWithoutPlace } from '@/lib/platform/image-preview'
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
type Received = z.output<z.ZodObject<typeof receivedFields>> & {
  /** Other kinds of evidence the same file serves as. */
  alsoFor?: string[]
  /** It came along with something else, and answers no request of ours. */
  isUnasked?: boolean
  /** The request it was given for. */
  requestId?: string
}
type From = { clientId: string; caseId: string | null }

/**
 * Takes a file in as evidence: kept as received (a client's photo without its place) and never edited, hashed, open requests for it fulfilled (SE-01). The
 * caller has checked that the client and the case are in scope. Sensitive kinds need the client's separate consent
 * [PIPL 29].
 * @throws Refusal `rule` {why: 'sensitive_consent_missing'} and those of keepFile
 */
export async function receiveEvidence(
  work: Work,
  from: From,
  { fileName, content, alsoFor = [], isUnasked = false, requestId, ...facts }: Received,
) {
  const { actor, tx, now, audit } = work
  if (facts.coversFrom !== null && facts.coversTo !== null && facts.coversTo < facts.coversFrom) {
    throw new Refusal('invalid', { fields: { coversTo: ['before_start'] } })
  }
  const others = [...new Set(alsoFor)].filter((code) => code !== facts.code)
  await expectAcceptable(work, from, [facts.code, ...others])
  const sent = Buffer.from(content, 'base64')
  // Where a client took a photo is nobody's business: mostly it is where they live. What we photograph ourselves stays whole.
  const file = await keepFile(actor.organisationId, actor.kind === 'client' ? await photoWithoutPlace(sent) : sent, fileName)
  const id = randomUUID()
  await tx.insert(evidence).values({
    ...{
      orgId: actor.organisationId,
      id,
      ...from,
      ...facts,
      alsoFor: others,
      status: 'RECEIVED',
      receivedAt: now,
      createdAt: now,
    },
    ...{ fileHash: file.sha256, fileName: file.name, fileType: file.kind, fileSize: file.size, previewHash: file.previewHash },
    uploadedBy: actor.id,
  })
  if (!isUnasked) await fulfilRequests(work, from.clientId, { id, codes: [facts.code, ...others], requestId })
  const inCase = from.caseId === null ? {} : { caseId: from.caseId }
  audit({ type: 'evidence.received', clientId: from.clientId, evidenceId: id, code: facts.code, hash: file.sha256, ...inCase })
  return { id, version: 1, hash: file.sha256, size: file.size, kind: file.kind }
}

const separateConsent: ConsentPurpose = 'SENSITIVE'

/** One file may serve as several kinds; what is medical says so first, so that its grant guards the whole. */
async function expectAcceptable(work: Work, { clientId }: From, codes: string[]) {
  const known = await typesNamed(work, codes)
  const [first, ...others] = codes.map((code) => known.find((type) => type.code === code))
  if (first === undefined) throw new Refusal('invalid', { fields: { code: ['choice'] } })
  if (others.includes(undefined)) throw new Refusal('invalid', { fields: { alsoFor: ['choice'] } })
  const hidesMedical = first.sensitive !== 'MEDICAL' && known.some(({ sensitive }) => sensitive === 'MEDICAL')
  if (hidesMedical) throw new Refusal('invalid', { fields: { alsoFor: ['medical_first'] } })
  const isSensitive = known.some(({ sensitive }) => sensitive !== 'NONE')
  if (isSensitive && (await consentsInForce(work, clientId, separateConsent)).length === 0) {
    throw new Refusal('rule', { why: 'sensitive_consent_missing' })
  }
}

const typesNamed = ({ tx, actor }: Work, codes: string[]) =>
  tx
    .select()
    .from(evidenceTypes)
    .where(
      and(eq(evidenceTypes.orgId, actor.organisationId), inArray(evidenceTypes.code, codes), eq(evidenceTypes.isActive, true)),
    )

type Here = { id: string; codes: string[]; requestId?: string | undefined }

/**
 * What was asked for and is now here: the very request, and every other for these kinds. What is asked for as "other" is named by
 * its note alone, so another document of that kind does not answer it.
 */
export async function fulfilRequests({ actor, tx, now }: Work, clientId: string, { id, codes, requestId }: Here) {
  const ofKind = inArray(
    evidenceRequests.code,
    codes.filter((code) => code !== unnamed),
  )
  await tx
    .update(evidenceRequests)
    .set({ fulfilledAt: now, fulfilledBy: id, cannotProvide: '' })
    .where(
      and(
        eq(evidenceRequests.orgId, actor.organisationId),
        eq(evidenceRequests.clientId, clientId),
        requestId === undefined ? ofKind : or(ofKind, eq(evidenceRequests.id, requestId)),
        isNull(evidenceRequests.fulfilledAt),
      ),
    )
}

const unnamed = 'OTHER'
