import { and, eq } from 'drizzle-orm'
import { fallbackPlans, referralBodies } from '@/db/schema'
import { lockCase } from '@/lib/cases/scope.queries'
import type { Work } from '@/lib/core/command'
import { found } from '@/lib/core/refusal'

export type FallbackPlan = typeof fallbackPlans.$inferSelect
export type ReferralBody = typeof referralBodies.$inferSelect

/**
 * A plan and its case, both locked; the case first, as everywhere.
 * @throws Refusal `not_found` also where the case is outside the actor's scope
 */
export async function lockPlan(work: Pick<Work, 'actor' | 'tx'>, planId: string) {
  const where = and(eq(fallbackPlans.orgId, work.actor.organisationId), eq(fallbackPlans.id, planId))
  const [known] = await work.tx.select({ caseId: fallbackPlans.caseId }).from(fallbackPlans).where(where)
  const kase = await lockCase(work, found(known).caseId)
  const [plan] = await work.tx.select().from(fallbackPlans).where(where).for('update')
  return { plan: found(plan), kase }
}

/** A body of this office's directory, also one that was taken off it. @throws Refusal `not_found` */
export async function bodyOf({ actor, tx }: Pick<Work, 'actor' | 'tx'>, bodyId: string): Promise<ReferralBody> {
  const [body] = await tx
    .select()
    .from(referralBodies)
    .where(and(eq(referralBodies.orgId, actor.organisationId), eq(referralBodies.id, bodyId)))
  return found(body)
}
