import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { clients, evidenceRequests } from '@/db/schema'
import { paymentInput, reportPayment } from '@/lib/agreements/payment.commands'
import { openReceipt, signReceipt } from '@/lib/agreements/receipt.commands'
import { command, type Work } from '@/lib/core/command'
import { found, Refusal } from '@/lib/core/refusal'
import { line, requiredLine } from '@/lib/platform/fields'
import { isNameOf } from './signature'

/** "I do not have this now", with a reason: the office looks for another way, and the request no longer waits. */
export const cannotProvide = command({
  name: 'portal.cannotProvide',
  input: z.strictObject({ requestId: z.uuid(), reason: line(200).default('') }),
  async run({ actor, tx, audit }, { requestId, reason }) {
    const mine = and(eq(evidenceRequests.orgId, actor.organisationId), eq(evidenceRequests.id, requestId))
    const [request] = await tx
      .select()
      .from(evidenceRequests)
      .where(and(mine, isNull(evidenceRequests.fulfilledAt)))
      .for('update')
    const { caseId } = found(request)
    await tx
      .update(evidenceRequests)
      .set({ cannotProvide: reason === '' ? '—' : reason })
      .where(mine)
    audit({ type: 'evidence.cannotProvide', caseId, requestId })
    return { requestId }
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
  input: z.strictObject({
    agreementId: z.uuid(),
    version: z.coerce.number().int().positive(),
    name: requiredLine(50),
    hasRead: z.literal('on', 'tick'),
  }),
  async run(work, { agreementId, version, name }) {
    await expectOwnName(work, name)
    return signReceipt(work, { agreementId, version, name })
  },
})

/** A payment the client says was made; it counts once the counsellor has verified it. */
export const reportMyPayment = command({
  name: 'portal.reportPayment',
  input: z.strictObject(paymentInput).omit({ evidenceId: true }),
  run: (work, given) => reportPayment(work, given),
})

/** @throws Refusal `invalid` {name: name_mismatch} unless the typed name is the client's own */
export async function expectOwnName({ actor, tx }: Work, typed: string) {
  const mine = and(eq(clients.orgId, actor.organisationId), eq(clients.id, found(actor.clientId)))
  const [client] = await tx.select({ name: clients.name }).from(clients).where(mine)
  if (!isNameOf(typed, found(client).name)) throw new Refusal('invalid', { fields: { name: ['name_mismatch'] } })
}
