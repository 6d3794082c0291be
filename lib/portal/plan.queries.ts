import { and, asc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { agreements, cases, creditorProducts, instalments, payments } from '@/db/schema'
import { ledger } from '@/lib/agreements/ledger'
import { query, type Reading } from '@/lib/core/query'
import { found } from '@/lib/core/refusal'
import { civilDateIn } from '@/lib/platform/dates'
import { toText } from '@/lib/platform/money'
import { expectMay } from './delegated.queries'

/** The client's plan: every instalment with what was paid, and the state of the receipt. */
export const plan = query({
  name: 'portal.plan',
  input: z.strictObject({ agreementId: z.uuid() }),
  async run(reading, { agreementId }) {
    await expectMay(reading, 'READ')
    const { agreement, product } = await agreementOf(reading, agreementId)
    const [rows, paid] = [await instalmentsOf(reading, agreementId), await paymentsOf(reading, agreementId)]
    const today = civilDateIn(reading.now, reading.actor.timeZone)
    return {
      id: agreement.id,
      version: agreement.version,
      status: agreement.status,
      product,
      total: toText(agreement.total),
      schedule: agreement.schedule.rows,
      confirmationId: agreement.writtenConfirmationId,
      openedOn: dayOf(agreement.receiptOpenedAt, reading),
      signedOn: agreement.receiptSignedOn,
      instalments: ledger(rows, paid, today).map(({ n, dueOn, amount, paid: sum, status }) => ({
        n,
        dueOn,
        amount: toText(amount),
        paid: toText(sum),
        status,
      })),
      today,
    }
  },
})

async function agreementOf({ tx, actor }: Reading, id: string) {
  const [row] = await tx
    .select({ agreement: agreements, product: creditorProducts.brand })
    .from(agreements)
    .innerJoin(cases, and(eq(cases.orgId, agreements.orgId), eq(cases.id, agreements.caseId)))
    .innerJoin(creditorProducts, and(eq(creditorProducts.orgId, cases.orgId), eq(creditorProducts.id, cases.productId)))
    .where(and(eq(agreements.orgId, actor.organisationId), eq(agreements.id, id)))
  return found(row)
}

const instalmentsOf = ({ tx, actor }: Reading, id: string) =>
  tx
    .select()
    .from(instalments)
    .where(and(eq(instalments.orgId, actor.organisationId), eq(instalments.agreementId, id)))
    .orderBy(asc(instalments.n))

async function paymentsOf({ tx, actor }: Reading, id: string) {
  const made = await tx
    .select()
    .from(payments)
    .where(and(eq(payments.orgId, actor.organisationId), eq(payments.agreementId, id)))
    .orderBy(asc(payments.paidOn))
  return made.map((payment) => ({ ...payment, isVerified: payment.verifiedAt !== null }))
}

const dayOf = (instant: Date | null, { actor }: Reading) => (instant === null ? null : civilDateIn(instant, actor.timeZone))
