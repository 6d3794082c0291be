import { z } from 'zod'
import { applyMove } from '@/lib/cases/move.commands'
import { canGo } from '@/lib/cases/stages'
import { command } from '@/lib/core/command'
import { expectVersion, Refusal } from '@/lib/core/refusal'
import { requiredParagraphs } from '@/lib/platform/fields'
import { lockActive, standing } from './payment.commands'
import { answerOf, saveAgreement } from './save.commands'

/** What each ground makes of an agreement: broken by the client, or taken back by the creditor though it was kept. */
const endsAs = { RULE: 'BROKEN', CREDITOR_NOTICE: 'BROKEN', CREDITOR_CANCELLED: 'CANCELLED_BY_CREDITOR' } as const

/**
 * Ends an agreement that was not kept, by the organisation's own rule or because the creditor says so, or that the creditor
 * took back, with a reason in words; the case goes to its fallback, or stays where a new version is being worked on. Nothing
 * ends by itself: the flag is raised at once, the step is a person's (SS-10).
 * @throws Refusal `rule` {why: 'not_broken', breaksOn} where the rule is not met
 */
export const breakAgreement = command({
  name: 'agreement.break',
  input: z.strictObject({
    agreementId: z.uuid(),
    version: z.int().positive(),
    cause: z.enum(['RULE', 'CREDITOR_NOTICE', 'CREDITOR_CANCELLED']),
    reason: requiredParagraphs(500),
    /** Said on its own: the end has no undo. */
    isSure: z.literal(true, 'sure'),
  }),
  async run(work, { agreementId, version, cause, reason }) {
    const { agreement, kase } = await lockActive(work, agreementId)
    expectVersion(agreement, version)
    const { isBroken, breaksOn } = await standing(work, agreement)
    if (cause === 'RULE' && !isBroken) throw new Refusal('rule', { why: 'not_broken', breaksOn })
    const status = endsAs[cause]
    const ended = await saveAgreement(work, agreement, { status, endedAt: work.now })
    work.audit({ type: 'agreement.ended', caseId: kase.id, agreementId, status })
    if (canGo({ from: kase.stage, to: 'FALLBACK' }))
      await applyMove(work, { caseId: kase.id, to: 'FALLBACK', reason, fallback: 'BROKEN' })
    return answerOf(ended)
  },
})
