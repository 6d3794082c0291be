import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { debts, fallbackPlans, proposalVersions, referralBodies } from '@/db/schema'
import { type Case, visibleCase } from '@/lib/cases/scope.queries'
import { query, type Reading } from '@/lib/core/query'
import { civilDateIn } from '@/lib/platform/dates'
import { expectMay } from '@/lib/portal/delegated.queries'
import { debtOf } from '@/lib/proposals/debt-sheet'
import { sheetsOf } from '@/lib/proposals/sheets.queries'
import { educationTopics } from './education'
import type { ReferralBody } from './scope.queries'
import { planView } from './view'

/** The ways on that were thought of for a case, the newest first, with figures as of today, and where one may be referred to. */
export const listFallback = query({
  name: 'fallback.list',
  input: z.strictObject({ caseId: z.uuid() }),
  async run(reading, { caseId }) {
    const kase = await visibleCase(reading, caseId)
    const bodies = await allBodies(reading)
    const ground = {
      today: civilDateIn(reading.now, reading.actor.timeZone),
      debts: await debtsOf(reading, kase),
      bodyName: (id: string) => bodies.find((body) => body.id === id)?.name ?? '',
    }
    const plans = await reading.tx
      .select()
      .from(fallbackPlans)
      .where(and(eq(fallbackPlans.orgId, kase.orgId), eq(fallbackPlans.caseId, caseId)))
      .orderBy(desc(fallbackPlans.createdAt))
    return {
      reason: kase.fallbackReason,
      plans: plans.map((plan) => planView(plan, ground)),
      bodies: bodies.filter(({ retiredAt }) => retiredAt === null).map(bodyView),
      refusals: await refusalsOf(reading, kase),
      canCompare: ground.debts !== undefined,
      topics: educationTopics,
    }
  },
})

/** The office's approved organisations for referrals, by name (FB-03). */
export const listReferralBodies = query({
  name: 'referralBody.list',
  input: z.strictObject({}),
  run: async (reading) => ({
    bodies: (await allBodies(reading)).filter(({ retiredAt }) => retiredAt === null).map(bodyView),
  }),
})

const allBodies = ({ actor, tx }: Reading) =>
  tx.select().from(referralBodies).where(eq(referralBodies.orgId, actor.organisationId)).orderBy(asc(referralBodies.name))

const bodyView = ({ id, name, type, contact, isFree, fee, source, asOf }: ReferralBody) => ({
  ...{ id, name, type, contact, isFree, fee, source, asOf },
})

/** The loan notes as the schedule engine takes them; undefined where there are none or a term of one is not known. */
async function debtsOf(reading: Reading, { orgId, id, clientId }: Case) {
  const notes = await reading.tx
    .select()
    .from(debts)
    .where(and(eq(debts.orgId, orgId), eq(debts.caseId, id)))
  const sheets = await sheetsOf(reading, { orgId, clientId }, notes)
  const known = sheets.flatMap((sheet) => debtOf(sheet) ?? [])
  return notes.length > 0 && known.length === notes.length ? known : undefined
}

/** How many versions of this case the creditor refused: from the second on a supervisor looks at it. */
async function refusalsOf({ tx }: Reading, { orgId, id }: Case) {
  const rows = await tx
    .select({ id: proposalVersions.id })
    .from(proposalVersions)
    .where(and(eq(proposalVersions.orgId, orgId), eq(proposalVersions.caseId, id), eq(proposalVersions.outcome, 'REJECTED')))
  return rows.length
}

/** The client's own budget steps and savings goals with how far they have come, and what to keep in mind (FB-04 to FB-06). */
export const budgetActions = query({
  name: 'portal.budgetActions',
  input: z.strictObject({}),
  async run(reading) {
    await expectMay(reading, 'BUDGET')
    const plans = await reading.tx
      .select()
      .from(fallbackPlans)
      .where(and(eq(fallbackPlans.orgId, reading.actor.organisationId), isNull(fallbackPlans.endedAt)))
      .orderBy(asc(fallbackPlans.targetOn), asc(fallbackPlans.createdAt))
    const ground = { today: civilDateIn(reading.now, reading.actor.timeZone), debts: undefined, bodyName: () => '' }
    const mine = plans.filter(({ kind }) => kind === 'BUDGET' || kind === 'SAVINGS_GOAL').map((plan) => planView(plan, ground))
    return {
      actions: mine.map(({ id, kind, title, amount, progress, monthly, targetOn, projectedOn }) => ({
        ...{ id, kind, title, amount, progress, monthly, targetOn, projectedOn },
      })),
      topics: mine.length === 0 ? [] : educationTopics,
      today: ground.today,
    }
  },
})
