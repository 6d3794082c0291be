import { and, eq } from 'drizzle-orm'
import { payments } from '@/db/schema'
import type { StrikeReason } from '@/db/vocabulary'
import type { Work } from '@/lib/core/command'
import { Refusal } from '@/lib/core/refusal'
import { queueMail } from '@/lib/mail/outbox.commands'
import { toText } from '@/lib/platform/money'
import { saveAgreement } from './save.commands'
import { type Held, type Payment, todayOf } from './scope.queries'

/**
 * Strikes out a payment that nobody has verified: it is no payment any more, and stays with its agreement only to say why. The client
 * is told by mail that there is something to see.
 * @throws Refusal `invalid` {reason: choice} where none is given
 */
export async function strikeOut(
  work: Work,
  { agreement }: Held,
  { payment, reason }: { payment: Payment; reason: StrikeReason | undefined },
) {
  if (reason === undefined) throw new Refusal('invalid', { fields: { reason: ['choice'] } })
  const { orgId, id, caseId, clientId, paidOn } = payment
  const amount = toText(payment.amount)
  await work.tx.delete(payments).where(and(eq(payments.orgId, orgId), eq(payments.id, id)))
  const struck = { id, paidOn, amount, reason, struckOn: todayOf(work) }
  await saveAgreement(work, agreement, { struckOut: [...agreement.struckOut, struck] })
  await queueMail(work, { clientId, kind: 'PLAN_NEWS', path: `/portal/plans/${agreement.id}` })
  work.audit({ type: 'payment.struckOut', caseId, paymentId: id, amount, reason })
}
