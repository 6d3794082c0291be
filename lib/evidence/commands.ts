import { randomUUID } from 'node:crypto'
import { and, eq, ne, or, sql } from 'drizzle-orm'
import { z } from 'zod'
import { checklistRules, evidenceRequests, evidenceTypes } from '@/db/schema'
import { consentChannels, hardshipTypes, sensitiveClasses } from '@/db/vocabulary'
import { lockCase, visibleCase } from '@/lib/cases/scope.queries'
import { consentsInForce, giveConsent } from '@/lib/clients/consent.commands'
import { visibleClient } from '@/lib/clients/scope.queries'
import { mayReadSensitive } from '@/lib/clients/sensitive.queries'
import { command, type Work } from '@/lib/core/command'
import { expectVersion, found, Refusal } from '@/lib/core/refusal'
import { civilDateIn } from '@/lib/platform/dates'
import { civilDay, line, optional, requiredLine, whole } from '@/lib/platform/fields'
import { receivedFields, receiveEvidence } from './receive.commands'
import { saveItem } from './save-item.commands'
import { visibleEvidence } from './scope.queries'

/** Takes in a file a client brought or sent. The separate consent for sensitive kinds can be recorded in the same breath. */
export const uploadEvidence = command({
  name: 'evidence.upload',
  input: z.strictObject({
    clientId: z.uuid(),
    caseId: optional(z.uuid()),
    sensitiveConsent: z.enum(consentChannels).optional(),
    /** Other kinds of evidence the same file serves as. */
    alsoFor: z.array(z.string().max(40)).max(5).default([]),
    ...receivedFields,
  }),
  async run(work, { clientId, caseId, sensitiveConsent, ...received }) {
    await visibleClient(work, clientId)
    if (caseId !== null) await expectCaseOf(work, caseId, clientId)
    if (sensitiveConsent !== undefined && (await consentsInForce(work, clientId, 'SENSITIVE')).length === 0) {
      await giveConsent.run(work, { clientId, purpose: 'SENSITIVE', channel: sensitiveConsent })
    }
    return receiveEvidence(work, { clientId, caseId }, received)
  },
})

async function expectCaseOf(work: Work, caseId: string, clientId: string) {
  const kase = await visibleCase(work, caseId)
  if (kase.clientId !== clientId) throw new Refusal('not_found')
}

/** Says whether a file proves what it should: verified, to be sent again with a reason, or out of date. */
export const reviewEvidence = command({
  name: 'evidence.review',
  input: z
    .strictObject({
      evidenceId: z.uuid(),
      version: z.int(),
      status: z.enum(['VERIFIED', 'REJECTED', 'EXPIRED']),
      reason: line(300).default(''),
      expiresOn: optional(civilDay),
    })
    .refine(({ status, reason }) => status !== 'REJECTED' || reason !== '', { path: ['reason'], message: 'required' }),
  async run(work, { evidenceId, version, status, reason, expiresOn }) {
    const item = await visibleEvidence(work, evidenceId)
    expectVersion(item, version)
    await expectReadable(work, item)
    const isVerified = status === 'VERIFIED'
    if (isVerified && item.statementId !== null && item.clientConfirmedAt === null) {
      throw new Refusal('rule', { why: 'not_confirmed' })
    }
    const saved = await saveItem(work, item, {
      ...{ status, rejectReason: reason, expiresOn: expiresOn ?? item.expiresOn },
      verifiedBy: isVerified ? work.actor.id : null,
    })
    if (status === 'REJECTED' && item.statementId === null) await askAgain(work, item)
    const inCase = item.caseId === null ? {} : { caseId: item.caseId }
    work.audit({ type: 'evidence.reviewed', clientId: item.clientId, evidenceId, status, ...inCase })
    return saved
  },
})

/**
 * What was turned back answers nothing any more: what it was given for waits again, without a day that has passed, and knows by
 * `fulfilledBy` what that was.
 */
const askAgain = ({ actor, tx, now }: Work, item: Item) =>
  tx
    .update(evidenceRequests)
    .set({
      fulfilledAt: null,
      fulfilledBy: item.id,
      deadline: sql`case when ${evidenceRequests.deadline} >= ${civilDateIn(now, actor.timeZone)} then ${evidenceRequests.deadline} end`,
    })
    .where(and(eq(evidenceRequests.orgId, actor.organisationId), or(eq(evidenceRequests.fulfilledBy, item.id), isPageOf(item))))

type Item = Awaited<ReturnType<typeof visibleEvidence>>

/** It is another page of what was given: of the same kind, from the same hand, within a day. “Other” may be anything. */
const isPageOf = ({ id, clientId, code }: Item) =>
  and(
    ...[eq(evidenceRequests.clientId, clientId), eq(evidenceRequests.code, code), ne(evidenceRequests.code, 'OTHER')],
    sql`exists (select 1 from evidence page join evidence first on first.org_id = page.org_id and first.id = ${evidenceRequests.fulfilledBy}
      where page.org_id = ${evidenceRequests.orgId} and page.id = ${id} and page.uploaded_by = first.uploaded_by
      and page.received_at between first.received_at and first.received_at + interval '1 day')`,
  )

/** Nobody judges what they may not open. */
async function expectReadable(work: Work, item: { code: string; clientId: string }) {
  const [type] = await work.tx
    .select({ sensitive: evidenceTypes.sensitive })
    .from(evidenceTypes)
    .where(and(eq(evidenceTypes.orgId, work.actor.organisationId), eq(evidenceTypes.code, item.code)))
  const isMedical = found(type).sensitive === 'MEDICAL'
  if (isMedical && !(await mayReadSensitive(work, item.clientId)))
    throw new Refusal('forbidden', { why: 'sensitive_grant_missing' })
}

/**
 * Asks the client for a document, for the creditor or for ourselves. The stage of the case stays: moving is case.move.
 * @throws Refusal `rule` {why: consent_withdrawn} · `invalid` {code: choice} · {deadline: past} · `not_found`
 */
export const requestEvidence = command({
  name: 'evidence.request',
  input: z.strictObject({
    caseId: z.uuid(),
    code: z.string().max(40),
    from: z.enum(['CREDITOR', 'COUNSELLOR']).default('COUNSELLOR'),
    note: line(300).default(''),
    deadline: optional(civilDay),
  }),
  async run(work, { caseId, ...request }) {
    const kase = await lockCase(work, caseId)
    expectDay(work, request.deadline)
    return requestFor(work, kase, request)
  },
})

/** Nobody can hand in a document by a day that is over. */
function expectDay({ actor, now }: Work, deadline: string | null) {
  if (deadline !== null && deadline < civilDateIn(now, actor.timeZone))
    throw new Refusal('invalid', { fields: { deadline: ['past'] } })
}

type Request = { code: string; from: 'CREDITOR' | 'COUNSELLOR'; note: string; deadline: string | null }

type Asking = { id: string; clientId: string; orgId: string }

/**
 * The same on a case that is locked already; the deadline counts from when it was said, which may be a while ago.
 * @param field where the caller's input names the kind of document
 */
export async function requestFor(work: Work, kase: Asking, request: Request, field = 'code') {
  const [type] = await work.tx
    .select({ code: evidenceTypes.code })
    .from(evidenceTypes)
    .where(and(eq(evidenceTypes.orgId, kase.orgId), eq(evidenceTypes.code, request.code)))
  if (type === undefined) throw new Refusal('invalid', { fields: { [field]: ['choice'] } })
  const id = randomUUID()
  const of = { orgId: kase.orgId, id, caseId: kase.id, clientId: kase.clientId }
  await work.tx.insert(evidenceRequests).values({ ...of, ...request, createdAt: work.now })
  work.audit({ type: 'evidence.requested', caseId: kase.id, requestId: id, code: request.code, deadline: request.deadline })
  return { id }
}

/** Adds a kind of evidence, and where it belongs on a checklist: no deploy needed (SE-09). */
export const addEvidenceType = command({
  name: 'evidenceType.add',
  input: z.strictObject({
    code: z.string().regex(/^[A-Z][A-Z0-9_]{1,38}$/, 'code'),
    nameZh: requiredLine(40),
    nameEn: requiredLine(60),
    sensitive: z.enum(sensitiveClasses).default('NONE'),
    checklist: z
      .strictObject({
        hardship: z.enum(hardshipTypes).nullable(),
        group: requiredLine(200).optional(),
        required: z.boolean().default(false),
        months: optional(whole(1, 60)),
      })
      .optional(),
  }),
  async run({ actor, tx, audit }, { checklist, ...type }) {
    const orgId = actor.organisationId
    const added = await tx
      .insert(evidenceTypes)
      .values({ orgId, ...type })
      .onConflictDoNothing()
      .returning({ code: evidenceTypes.code })
    if (added.length === 0) throw new Refusal('invalid', { fields: { code: ['taken'] } })
    if (checklist !== undefined) {
      const { group = type.code, ...rule } = checklist
      await tx.insert(checklistRules).values({ orgId, id: randomUUID(), evidenceCode: type.code, group, ...rule })
    }
    audit({ type: 'evidenceType.added', code: type.code })
    return { code: type.code }
  },
})
