import { recordPayment, verifyPayment } from '@/lib/agreements/payment.commands'
import { listAgreements } from '@/lib/agreements/queries'
import { execute } from '@/lib/core/command'
import type { Office } from './factories'
import type { Negotiation } from './negotiation'
import { type Agreed, agreementRow, anAgreedPlan, caseRow, confirmPlan, on, signPlan } from './running-plan'

/** The way of an agreement from the creditor's answer on, step by step, in the office that `of` gives. */
export function agreementSteps(of: () => Office) {
  const agreed = () => anAgreedPlan(of())
  const confirm = (made: Agreed, values: object = {}) => confirmPlan(of(), made, values)
  const sign = (made: Agreed, values: object = {}) => signPlan(of(), made, values)
  return {
    ...{ agreed, confirm, sign },
    agreementOf: (id: string) => agreementRow(of(), id),
    stageOf: (negotiation: Negotiation) => caseRow(of(), negotiation),
    active: async (paper: object = {}) => {
      const made = await agreed()
      await confirm(made, paper)
      await sign(made)
      return made
    },
    pay: ({ agreementId }: Agreed, amount: string, day: string) =>
      execute(recordPayment, of().counsellor, { agreementId, amount, paidOn: day }, { now: on(day) }),
    verify: (paymentId: string, day: string, isReceived = true) => {
      const given = { paymentId, isReceived, reason: isReceived ? undefined : 'NOT_ARRIVED' }
      return execute(verifyPayment, of().counsellor, given, { now: on(day) })
    },
    listed: async ({ negotiation }: Agreed, day: string) => {
      const { agreements } = await listAgreements(of().counsellor, { caseId: negotiation.kase.id }, on(day))
      const [first] = agreements
      if (first === undefined) throw new Error('no agreement')
      return first
    },
  }
}
