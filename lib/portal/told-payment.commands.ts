import { and, eq, gt } from 'drizzle-orm'
import { evidence, payments } from '@/db/schema'
import type { Agreement } from '@/lib/agreements/scope.queries'
import type { Work } from '@/lib/core/command'
import { Refusal } from '@/lib/core/refusal'
import type { Money } from '@/lib/platform/money'

/** For so long the same amount of the same day is the same payment: who goes back and presses again tells of it once. */
const tenMinutes = 600_000

type Told = { id: string; evidenceId: string | null; hash: string | null }

/** What this person told just now of this very payment; what the office entered is not theirs. The agreement is locked, so that of two at once the second sees the first. */
export async function toldJustNow(
  { actor, tx, now }: Work,
  { orgId, id }: Agreement,
  { paidOn, amount }: { paidOn: string; amount: Money },
) {
  const ofAgreement = and(eq(payments.orgId, orgId), eq(payments.agreementId, id))
  const same = and(eq(payments.reportedBy, actor.id), eq(payments.paidOn, paidOn), eq(payments.amount, amount))
  return tx
    .select({ id: payments.id, evidenceId: payments.evidenceId, hash: evidence.fileHash })
    .from(payments)
    .leftJoin(evidence, and(eq(evidence.orgId, payments.orgId), eq(evidence.id, payments.evidenceId)))
    .where(and(ofAgreement, same, gt(payments.createdAt, new Date(now.getTime() - tenMinutes))))
}

/** @throws Refusal `rule` {why: 'already_said'} where it was told without a picture, or with this one */
export function expectNew(told: readonly Told[], hash?: string) {
  if (hash === undefined ? told.length > 0 : told.some((one) => one.hash === hash))
    throw new Refusal('rule', { why: 'already_said' })
}

/** The picture that came only with the second telling goes to what was told without one. Another picture is of another payment. */
export async function proveTold({ tx, actor }: Work, told: readonly Told[], evidenceId: string) {
  const bare = told.find((one) => one.evidenceId === null)
  if (bare === undefined) return undefined
  await tx
    .update(payments)
    .set({ evidenceId })
    .where(and(eq(payments.orgId, actor.organisationId), eq(payments.id, bare.id)))
  return { paymentId: bare.id }
}
