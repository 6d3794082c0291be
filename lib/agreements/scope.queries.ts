import { and, asc, eq } from 'drizzle-orm'
import { agreements, instalments, organisations, payments } from '@/db/schema'
import { type Case, lockCase } from '@/lib/cases/scope.queries'
import type { Work } from '@/lib/core/command'
import type { Reading } from '@/lib/core/query'
import { found } from '@/lib/core/refusal'
import { civilDateIn } from '@/lib/platform/dates'

export type Agreement = typeof agreements.$inferSelect
export type Payment = typeof payments.$inferSelect
export type Held = { agreement: Agreement; kase: Case }

const ofAgreement = (actor: Reading['actor'], agreementId: string) =>
  and(eq(agreements.orgId, actor.organisationId), eq(agreements.id, agreementId))

/**
 * An agreement and its case, both locked until the command ends; the case first, as everywhere.
 * @throws Refusal `not_found` also where the case is outside the actor's scope
 */
export async function lockAgreement(work: Pick<Work, 'actor' | 'tx'>, agreementId: string): Promise<Held> {
  const where = ofAgreement(work.actor, agreementId)
  const [known] = await work.tx.select({ caseId: agreements.caseId }).from(agreements).where(where)
  const kase = await lockCase(work, found(known).caseId)
  const [agreement] = await work.tx.select().from(agreements).where(where).for('update')
  return { agreement: found(agreement), kase }
}

/** The instalments of one agreement, first to last. */
export const instalmentsOf = ({ tx }: Pick<Reading, 'tx'>, { orgId, id }: Pick<Agreement, 'orgId' | 'id'>) =>
  tx
    .select()
    .from(instalments)
    .where(and(eq(instalments.orgId, orgId), eq(instalments.agreementId, id)))
    .orderBy(asc(instalments.n))

/** Everything paid, or said to be paid, under one agreement; oldest first. */
export const paymentsOf = ({ tx }: Pick<Reading, 'tx'>, { orgId, id }: Pick<Agreement, 'orgId' | 'id'>) =>
  tx
    .select()
    .from(payments)
    .where(and(eq(payments.orgId, orgId), eq(payments.agreementId, id)))
    .orderBy(asc(payments.paidOn), asc(payments.createdAt))

/** After how many days unpaid the organisation calls a plan broken. */
export async function breachDaysOf({ actor, tx }: Pick<Reading, 'actor' | 'tx'>): Promise<number> {
  const [organisation] = await tx
    .select({ rules: organisations.rules })
    .from(organisations)
    .where(eq(organisations.id, actor.organisationId))
  return found(organisation).rules.breachDays
}

/** The civil day it is for this actor's organisation. */
export const todayOf = ({ actor, now }: Pick<Reading, 'actor' | 'now'>) => civilDateIn(now, actor.timeZone)
