import { z } from 'zod'
import { orderCorrections, paymentOrders } from '@/db/vocabulary'
import { command } from '@/lib/core/command'
import { expectVersion, Refusal } from '@/lib/core/refusal'
import { lockActive } from './payment.commands'
import { answerOf, saveAgreement } from './save.commands'

/**
 * Puts right in which order payments settle within each instalment of a plan that runs. What was paid falls into costs,
 * interest and principal anew; what is left to pay stays. Before a plan starts its confirmation sets the order.
 * @throws Refusal `rule` {why: 'not_active'} · `invalid` {paymentOrder: same_order} · `conflict`
 */
export const correctOrder = command({
  name: 'agreement.correctOrder',
  input: z.strictObject({
    agreementId: z.uuid(),
    version: z.int().positive(),
    paymentOrder: z.enum(paymentOrders, 'choice'),
    reason: z.enum(orderCorrections, 'choice'),
  }),
  async run(work, { agreementId, version, paymentOrder, reason }) {
    const { agreement } = await lockActive(work, agreementId)
    expectVersion(agreement, version)
    const { caseId, paymentOrder: from } = agreement
    if (paymentOrder === from) throw new Refusal('invalid', { fields: { paymentOrder: ['same_order'] } })
    const saved = await saveAgreement(work, agreement, { paymentOrder })
    work.audit({ type: 'agreement.orderCorrected', caseId, agreementId, from, to: paymentOrder, reason })
    return answerOf(saved)
  },
})
