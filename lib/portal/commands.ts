import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { evidenceRequests } from '@/db/schema'
import { lockActive, paymentInput, reportPayment } from '@/lib/agreements/payment.commands'
import { openReceipt, signReceipt } from '@/lib/agreements/receipt.commands'
import { command, type Work } from '@/lib/core/command'
import { found, Refusal } from '@/lib/core/refusal'
import { receivedFields, receiveEvidence } from '@/lib/evidence/receive.commands'
import { line, paragraphs } from '@/lib/platform/fields'
import { approveVersion } from '@/lib/proposals/review.commands'
import { expectMay } from './delegated.queries'
import { isUnlooked } from './request.queries'
import { agreeBeside } from './separate.commands'
import { expectSigned, signature } from './signed.commands'
import { expectNew, proveTold, toldJustNow } from './told-payment.commands'

const { fileName, content } = receivedFields

/**
 * Gives a document that was asked for, or one more page of it while nobody has looked yet. The separate consent for sensitive
 * kinds is a tick beside the file, never before it.
 * @throws Refusal `rule` {why: 'sensitive_taken_back'} and those of receiveEvidence
 */
export const uploadMine = command({
  name: 'portal.upload',
  input: z.strictObject({ requestId: z.uuid(), fileName, content, consent: z.literal('on').optional() }),
  async run(work, { requestId, consent, ...file }) {
    await expectMay(work, 'UPLOAD')
    const { caseId, clientId, code } = await requestTaking(work, requestId)
    if (consent !== undefined) await agreeBeside(work, clientId)
    return receiveEvidence(
      work,
      { clientId, caseId },
      { code, requestId, label: '', issuer: 'CLIENT', coversFrom: null, coversTo: null, ...file },
    )
  },
})

/** "I do not have this now", with a reason: the office looks for another way, and the request no longer waits. */
export const cannotProvide = command({
  name: 'portal.cannotProvide',
  input: z.strictObject({ requestId: z.uuid(), reason: paragraphs(200).default('') }),
  async run(work, { requestId, reason }) {
    await expectMay(work, 'UPLOAD')
    const { tx, audit } = work
    const { orgId, id, caseId, fulfilledAt } = await requestOf(work, requestId)
    if (fulfilledAt !== null) throw new Refusal('not_found')
    await tx
      .update(evidenceRequests)
      .set({ cannotProvide: reason === '' ? '—' : reason })
      .where(and(eq(evidenceRequests.orgId, orgId), eq(evidenceRequests.id, id)))
    audit({ type: 'evidence.cannotProvide', caseId, requestId })
    return { requestId }
  },
})

async function requestTaking(work: Work, requestId: string) {
  const request = await requestOf(work, requestId)
  if (request.fulfilledAt !== null && !(await isUnlooked(work, request.fulfilledBy))) throw new Refusal('not_found')
  return request
}

async function requestOf({ actor, tx }: Pick<Work, 'actor' | 'tx'>, requestId: string) {
  const mine = and(eq(evidenceRequests.orgId, actor.organisationId), eq(evidenceRequests.id, requestId))
  const [request] = await tx.select().from(evidenceRequests).where(mine).for('update')
  return found(request)
}

const hasRead = z.literal('on', 'tick')
const version = z.coerce.number().int().positive()
/** As `deviceOf` words it. */
const device = line(60).default('')

/** The client lets exactly this version go out in their name. */
export const approveMine = command({
  name: 'portal.approve',
  input: z.strictObject({ versionId: z.uuid(), version, ...signature, hasRead, device }),
  async run(work, { name, code, versionId, version: seen, device: held }) {
    const approved = await approveVersion(work, { versionId, version: seen, device: held })
    await expectSigned(work, { name, code })
    return approved
  },
})

/** Notes that the client has opened the lender's paper; only then can the receipt be signed. */
export const openMyReceipt = command({
  name: 'portal.openReceipt',
  input: z.strictObject({ agreementId: z.uuid() }),
  run: (work, { agreementId }) => openReceipt(work, agreementId),
})

/** The client's typed signature under the agreement. */
export const signMyReceipt = command({
  name: 'portal.sign',
  input: z.strictObject({ agreementId: z.uuid(), version, ...signature, hasRead, device }),
  async run(work, { agreementId, version: seen, name, code, device: held }) {
    const signed = await signReceipt(work, { agreementId, version: seen, name, device: held })
    await expectSigned(work, { name, code })
    return signed
  },
})

/**
 * A payment the client says was made, with a picture of the receipt where there is one; it counts once the counsellor has verified it.
 * @throws Refusal `rule` {why: 'already_said'} where the same was told just now, and those of reportPayment
 */
export const reportMyPayment = command({
  name: 'portal.reportPayment',
  input: z
    .strictObject(paymentInput)
    .omit({ evidenceId: true })
    .extend({ fileName: fileName.or(z.literal('')).optional(), content: content.optional() }),
  async run(work, { fileName: name = '', content: bytes = '', ...given }) {
    await expectMay(work, 'REPORT_PAYMENT')
    const { agreement, kase } = await lockActive(work, given.agreementId)
    const told = await toldJustNow(work, agreement, given)
    if (name === '' || bytes === '') {
      expectNew(told)
      return reportPayment(work, given)
    }
    const proof = { code: 'PAYMENT_PROOF', label: '', issuer: 'CLIENT' as const, coversFrom: null, coversTo: null }
    const place = { clientId: kase.clientId, caseId: kase.id }
    const { id, hash } = await receiveEvidence(work, place, { ...proof, fileName: name, content: bytes })
    expectNew(told, hash)
    return (await proveTold(work, told, id)) ?? reportPayment(work, { ...given, evidenceId: id })
  },
})
