import { z } from 'zod'
import { command, type Work } from '@/lib/core/command'
import { expectVersion, Refusal } from '@/lib/core/refusal'
import { civilDay, requiredLine } from '@/lib/platform/fields'
import { activateWhenReady } from './activate.commands'
import { lockDraft } from './confirm.commands'
import { expectPaper } from './paper.queries'
import { expectDay } from './paper-day.queries'
import { answerOf, saveAgreement } from './save.commands'
import { type Agreement, lockAgreement, todayOf } from './scope.queries'
import { expectSigner } from './signer.queries'

/** Notes that the client has opened the plan to be signed; only then can it be signed (SE-14). Once is enough. */
export async function openReceipt(work: Work, agreementId: string) {
  const { agreement } = await lockAgreement(work, agreementId)
  work.audit({ type: 'agreement.opened', caseId: agreement.caseId, agreementId })
  if (agreement.receiptOpenedAt !== null) return answerOf(agreement)
  return answerOf(await saveAgreement(work, agreement, { receiptOpenedAt: work.now }))
}

/**
 * The client's signature under the lender's plan, by name; starts the agreement if the paper is here.
 * @throws Refusal `rule` {why: 'consent_withdrawn' | 'not_opened' | 'no_paper' | 'already_signed' | 'not_a_draft'} · `conflict`
 */
export async function signReceipt(
  work: Work,
  { agreementId, version, name, device = '' }: { agreementId: string; version: number; name: string; device?: string },
) {
  const { agreement } = await lockAgreement(work, agreementId)
  expectVersion(agreement, version)
  expectSignable(agreement)
  const signed = {
    receiptSignedAt: work.now,
    receiptSignedOn: todayOf(work),
    receiptSignedName: name,
    receiptChannel: 'PORTAL' as const,
    receiptDevice: device,
  }
  const saved = await saveAgreement(work, agreement, signed)
  work.audit({ type: 'agreement.signed', caseId: saved.caseId, agreementId })
  return answerOf(await activateWhenReady(work, saved))
}

function expectSignable({ status, receiptSignedAt, writtenConfirmationId, receiptOpenedAt }: Agreement) {
  const lacking: readonly [boolean, string][] = [
    [status !== 'DRAFT', 'not_a_draft'],
    [receiptSignedAt !== null, 'already_signed'],
    [writtenConfirmationId === null, 'no_paper'],
    [receiptOpenedAt === null, 'not_opened'],
  ]
  const why = lacking.find(([is]) => is)?.[1]
  if (why !== undefined) throw new Refusal('rule', { why })
}

/**
 * Records a receipt the client signed on paper, after reading the plan with us (SE-14). It bears the day that is written on it.
 * @throws Refusal `invalid` {signedOn: in_future | before_sending} · {evidenceId} · {name: signer} · `rule` · `conflict`
 */
export const recordReceipt = command({
  name: 'agreement.recordReceipt',
  input: z.strictObject({
    agreementId: z.uuid(),
    version: z.int().positive(),
    evidenceId: z.uuid('choice'),
    signedOn: civilDay,
    name: requiredLine(50),
    clientHasRead: z.literal(true, 'sure'),
  }),
  async run(work, { agreementId, version, evidenceId, signedOn, name }) {
    const { agreement } = await lockDraft(work, agreementId, version)
    await expectDay(work, agreement, { signedOn })
    await expectPaper(work, agreement, { evidenceId, code: 'SIGNED_RECEIPT' })
    await expectSigner(work, agreement, name)
    const saved = await saveAgreement(work, agreement, {
      ...{ receiptOpenedAt: agreement.receiptOpenedAt ?? work.now, receiptSignedAt: work.now },
      ...{ receiptSignedOn: signedOn, receiptSignedName: name, receiptChannel: 'PAPER' },
    })
    work.audit({ type: 'agreement.signed', caseId: saved.caseId, agreementId })
    return answerOf(await activateWhenReady(work, saved))
  },
})
