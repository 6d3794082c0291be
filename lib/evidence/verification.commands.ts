import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { evidenceBundles, verificationRequests } from '@/db/schema'
import { contactChannels } from '@/db/vocabulary'
import { lockCase } from '@/lib/cases/scope.queries'
import { command, type Work } from '@/lib/core/command'
import { expectVersion, found, Refusal } from '@/lib/core/refusal'
import { civilDateIn } from '@/lib/platform/dates'
import { civilDay, optional, requiredLine, requiredParagraphs } from '@/lib/platform/fields'

/** Notes what the creditor asks to verify, when and how it asked, and by when it wants to know (SS-03). */
export const recordVerification = command({
  name: 'verification.record',
  input: z
    .strictObject({
      caseId: z.uuid(),
      askedOn: civilDay,
      channel: z.enum(contactChannels),
      asked: requiredLine(300),
      deadline: optional(civilDay),
    })
    .refine(({ askedOn, deadline }) => deadline === null || deadline >= askedOn, { path: ['deadline'], message: 'before_start' }),
  async run(work, { caseId, ...request }) {
    const kase = await lockCase(work, caseId)
    expectNotAhead(work, 'askedOn', request.askedOn)
    const id = randomUUID()
    const of = { orgId: kase.orgId, id, caseId, clientId: kase.clientId }
    await work.tx.insert(verificationRequests).values({ ...of, ...request, by: work.actor.id, createdAt: work.now })
    work.audit({ type: 'verification.recorded', caseId, verificationId: id, deadline: request.deadline })
    return { id, version: 1 }
  },
})

/** Notes what it was answered and when, with the bundle that went along where one did. An answer is given once. */
export const answerVerification = command({
  name: 'verification.answer',
  input: z.strictObject({
    verificationId: z.uuid(),
    version: z.int(),
    answeredOn: civilDay,
    answer: requiredParagraphs(1000),
    bundleId: optional(z.uuid()),
  }),
  async run(work, { verificationId, version, ...answer }) {
    const request = await lockVerification(work, verificationId)
    expectVersion(request, version)
    if (request.answeredOn !== null) throw new Refusal('rule', { why: 'already_done' })
    expectNotAhead(work, 'answeredOn', answer.answeredOn)
    if (answer.answeredOn < request.askedOn) throw new Refusal('invalid', { fields: { answeredOn: ['before_start'] } })
    if (answer.bundleId !== null) await expectBundle(work, { caseId: request.caseId, bundleId: answer.bundleId })
    await work.tx
      .update(verificationRequests)
      .set({ ...answer, answeredBy: work.actor.id, version: version + 1 })
      .where(and(eq(verificationRequests.orgId, request.orgId), eq(verificationRequests.id, verificationId)))
    work.audit({ type: 'verification.answered', caseId: request.caseId, verificationId, answeredOn: answer.answeredOn })
    return { id: verificationId, version: version + 1 }
  },
})

async function lockVerification(work: Work, id: string) {
  const [row] = await work.tx
    .select()
    .from(verificationRequests)
    .where(and(eq(verificationRequests.orgId, work.actor.organisationId), eq(verificationRequests.id, id)))
    .for('update')
  const request = found(row)
  await lockCase(work, request.caseId)
  return request
}

async function expectBundle({ tx, actor }: Work, { caseId, bundleId }: { caseId: string; bundleId: string }) {
  const [row] = await tx
    .select({ id: evidenceBundles.id })
    .from(evidenceBundles)
    .where(
      and(eq(evidenceBundles.orgId, actor.organisationId), eq(evidenceBundles.id, bundleId), eq(evidenceBundles.caseId, caseId)),
    )
  found(row)
}

function expectNotAhead({ actor, now }: Work, field: string, day: string) {
  if (day > civilDateIn(now, actor.timeZone)) throw new Refusal('invalid', { fields: { [field]: ['in_future'] } })
}
