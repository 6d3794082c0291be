import { z } from 'zod'
import { paymentOrders } from '@/db/vocabulary'
import { command, type Work } from '@/lib/core/command'
import { expectVersion, Refusal } from '@/lib/core/refusal'
import { civilDay, requiredParagraphs } from '@/lib/platform/fields'
import { money } from '@/lib/platform/money'
import { activateWhenReady } from './activate.commands'
import { comparePlans } from './compare-plans'
import { expectPaper } from './paper.queries'
import { expectDay } from './paper-day.queries'
import { answerOf, saveAgreement } from './save.commands'
import { type Agreement, lockAgreement } from './scope.queries'
import { planOfTyped, readTypedPlan } from './typed-plan'

const onAgreement = { agreementId: z.uuid(), version: z.int().positive() }

/**
 * Records the lender's written confirmation (SE-15) and, where it is typed in, the plan on it (SE-13), which from then on
 * is the plan of the agreement. Starts the agreement if the receipt is here too.
 * @throws Refusal `invalid` {fields: {lenderPlan: ['date:3']}} names the line that cannot be read
 */
export const confirmAgreement = command({
  name: 'agreement.confirm',
  input: z.strictObject({
    ...onAgreement,
    evidenceId: z.uuid('choice'),
    confirmedOn: civilDay,
    /** Left out, the plan stands as it is; emptied, it is ours. */
    lenderPlan: z.string().max(20_000, 'too_long').optional(),
    /** What a payment settles first, where the contract agrees on another order than the law's. */
    paymentOrder: z.enum(paymentOrders, 'choice').optional(),
  }),
  async run(work, { agreementId, version, evidenceId, confirmedOn, lenderPlan, paymentOrder }) {
    const { agreement } = await lockDraft(work, agreementId, version)
    await expectDay(work, agreement, { confirmedOn })
    await expectPaper(work, agreement, { evidenceId, code: 'WRITTEN_CONFIRMATION' })
    const plans = planOnPaper(agreement, lenderPlan)
    const saved = await saveAgreement(work, agreement, {
      ...{ writtenConfirmationId: evidenceId, confirmedOn, ...plans, total: money(plans.schedule.total) },
      ...(paymentOrder && { paymentOrder }),
    })
    const { caseId, paymentOrder: inForce } = saved
    work.audit({ type: 'agreement.confirmed', caseId, agreementId, evidenceId, paymentOrder: inForce })
    return answerOf(await activateWhenReady(work, saved))
  },
})

/** A supervisor lets the agreement start without paper or receipt, and says why (SE-15). Audited. */
export const overrideAgreement = command({
  name: 'agreement.override',
  input: z.strictObject({ ...onAgreement, reason: requiredParagraphs(500) }),
  async run(work, { agreementId, version, reason }) {
    const { agreement } = await lockDraft(work, agreementId, version)
    const saved = await saveAgreement(work, agreement, { overrideBy: work.actor.id, overrideReason: reason })
    return answerOf(await activateWhenReady(work, saved))
  },
})

/** @throws Refusal `rule` {why: 'not_a_draft'} where it has started or ended · `conflict` */
export async function lockDraft(work: Work, agreementId: string, version: number) {
  const held = await lockAgreement(work, agreementId)
  expectVersion(held.agreement, version)
  if (held.agreement.status !== 'DRAFT') throw new Refusal('rule', { why: 'not_a_draft', status: held.agreement.status })
  return held
}

/**
 * The paper's plan with ours kept beside it; ours alone where nothing is typed or every line is the same, because ours
 * knows principal and interest too.
 */
function planOnPaper({ schedule, negotiated }: Pick<Agreement, 'schedule' | 'negotiated'>, lenderPlan: string | undefined) {
  if (lenderPlan === undefined) return { schedule, negotiated }
  const ours = negotiated ?? schedule
  const { rows, faults } = readTypedPlan(lenderPlan)
  if (faults.length > 0)
    throw new Refusal('invalid', { fields: { lenderPlan: faults.map(({ line, fault }) => `${fault}:${line}` as const) } })
  const theirs = planOfTyped(rows)
  const isOurs = rows.length === 0 || comparePlans(ours, theirs).every((line) => line.isSame)
  return isOurs ? { schedule: ours, negotiated: null } : { schedule: theirs, negotiated: ours }
}
