import { randomUUID } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { type FallbackTerms, fallbackPlans } from '@/db/schema'
import { fallbackStatuses } from '@/db/vocabulary'
import { lockCase } from '@/lib/cases/scope.queries'
import { command, type Work } from '@/lib/core/command'
import { expectVersion, Refusal } from '@/lib/core/refusal'
import { civilDateIn } from '@/lib/platform/dates'
import { amount, paragraphs } from '@/lib/platform/fields'
import { toText, zero } from '@/lib/platform/money'
import { columnsOf } from './columns'
import { type PlanGiven, planInput } from './plan-input'
import { bodyOf, lockPlan } from './scope.queries'

/**
 * Notes a way on after a refusal: help from family, a refinancing that is thought of, a referral with the client's consent,
 * a step of the budget, a savings goal (FB-01 to FB-05). It binds nobody and moves no case.
 * @throws Refusal `rule` {why: 'closed' | 'body_retired'} · `invalid` for a day that cannot be
 */
export const planFallback = command({
  name: 'fallback.plan',
  input: z.strictObject({ caseId: z.uuid(), plan: planInput }),
  async run(work, { caseId, plan }) {
    const kase = await lockCase(work, caseId)
    if (kase.stage === 'CLOSED') throw new Refusal('rule', { why: 'closed' })
    expectDays(work, plan)
    const { terms = {}, ...columns } = columnsOf(plan)
    const id = randomUUID()
    await work.tx.insert(fallbackPlans).values({
      ...{ orgId: kase.orgId, id, caseId, clientId: kase.clientId, kind: plan.kind, note: plan.note },
      ...{ progress: zero, ...columns, terms: { ...terms, ...(await feeNow(work, plan)) } },
      ...{ by: work.actor.id, createdAt: work.now },
    })
    work.audit({ type: 'fallback.planned', caseId, planId: id, option: plan.kind, amount: toText(columns.amount) })
    return { planId: id, version: 1 }
  },
})

/** How far a plan has come, or how it ended; what is left out stays. Taking back the consent to a referral drops it. */
export const updateFallback = command({
  name: 'fallback.update',
  input: z.strictObject({
    planId: z.uuid(),
    version: z.int().positive(),
    progress: amount.optional(),
    status: z.enum(fallbackStatuses).optional(),
    note: paragraphs(500).optional(),
  }),
  async run(work, { planId, version, progress, status, note }) {
    const { plan } = await lockPlan(work, planId)
    expectVersion(plan, version)
    const next = { progress: progress ?? plan.progress, status: status ?? plan.status, note: note ?? plan.note }
    const endedAt = next.status === 'OPEN' ? null : (plan.endedAt ?? work.now)
    await work.tx
      .update(fallbackPlans)
      .set({ ...next, endedAt, version: sql`${fallbackPlans.version} + 1` })
      .where(and(eq(fallbackPlans.orgId, plan.orgId), eq(fallbackPlans.id, planId)))
    const said = { status: next.status, progress: toText(next.progress) }
    work.audit({ type: 'fallback.updated', caseId: plan.caseId, planId, ...said })
    return { planId, version: version + 1 }
  },
})

/** A step of the budget lies ahead, a consent behind. */
function expectDays({ actor, now }: Work, plan: PlanGiven) {
  const today = civilDateIn(now, actor.timeZone)
  if (plan.kind === 'BUDGET' && plan.targetOn < today)
    throw new Refusal('invalid', { fields: { 'plan.targetOn': ['date_past'] } })
  if (plan.kind === 'REFERRAL' && plan.consentedOn > today)
    throw new Refusal('invalid', { fields: { 'plan.consentedOn': ['in_future'] } })
}

/** What the body charged on the day the client agreed is kept with the referral. */
async function feeNow(work: Work, plan: PlanGiven): Promise<FallbackTerms> {
  if (plan.kind !== 'REFERRAL') return {}
  const body = await bodyOf(work, plan.bodyId)
  if (body.retiredAt !== null) throw new Refusal('rule', { why: 'body_retired' })
  return { bodyFee: body.isFree ? '' : body.fee }
}
