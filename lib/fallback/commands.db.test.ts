import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { delegations, fallbackPlans } from '@/db/schema'
import { aCase, aClient, aDebt, clientActor, clock, type Office, openOffice } from '@/db/testing/factories'
import { asOwner } from '@/db/testing/owner'
import { auditOf, refusalOf } from '@/db/testing/traces'
import { execute } from '@/lib/core/command'
import { prove } from '@/lib/core/prove'
import { planFallback, updateFallback } from './commands'
import { budgetActions, listFallback, listReferralBodies } from './queries'
import { addReferralBody, retireReferralBody } from './referral.commands'

let office: Office
let other: Office
beforeAll(async () => {
  office = await openOffice()
  other = await openOffice({ name: '另一家' })
})

async function refused(debt: object = {}) {
  const client = await aClient(office)
  const kase = await aCase(office, { client, stage: 'FALLBACK', fallbackReason: 'REFUSED' })
  await aDebt(office, kase, debt)
  return { client, kase }
}
type Refused = Awaited<ReturnType<typeof refused>>
const plan = ({ kase }: Refused, values: object, by = office.counsellor) =>
  execute(planFallback, by, { caseId: kase.id, plan: values }, { now: clock })
const listed = async ({ kase }: Refused) => {
  const { plans } = await listFallback(office.counsellor, { caseId: kase.id }, clock)
  return plans
}
const family = { kind: 'FAMILY_HELP', title: '姐姐', amount: '3000', isLoan: true, isWritten: false }
const budget = { kind: 'BUDGET', title: '退订会员', amount: '300', targetOn: '2026-12-31' }
const body = { name: '区法律援助中心', type: 'LEGAL_AID', contact: '12348', isFree: false, fee: '咨询免费，代书每份 50 元' }
const approve = (values: object = {}) =>
  execute(addReferralBody, office.supervisor, { ...body, source: '官网', asOf: '2026-11-01', ...values }, { now: clock })
const referral = (bodyId: string, values: object = {}) => ({
  ...{ kind: 'REFERRAL', bodyId, shared: ['NAME', 'DEBTS'], consentedOn: '2026-11-20', consentChannel: 'PAPER' },
  ...{ hasConsented: true, knowsFee: true, ...values },
})

describe('help from family', () => {
  test('FB-01 the amount is kept, and money to be paid back without paper is warned about', async () => {
    const made = await refused()
    await plan(made, family)
    expect(await listed(made)).toMatchObject([
      { kind: 'FAMILY_HELP', amount: '3000.00', cautions: ['UNWRITTEN_DEBT', 'NEW_DEBT'] },
    ])
  })
  test('FB-01 a loan in writing is new debt all the same, and a gift is none', async () => {
    const made = await refused()
    await plan(made, { ...family, isWritten: true })
    await plan(made, { ...family, isLoan: false })
    expect((await listed(made)).map(({ cautions }) => cautions).toSorted()).toEqual([[], ['NEW_DEBT']])
  })
  test('FB-01 it is audited by amount and kind, never by name', async () => {
    const made = await refused()
    const { planId } = await plan(made, family)
    const event = { type: 'fallback.planned', caseId: made.kase.id, planId, option: 'FAMILY_HELP', amount: '3000.00' }
    expect(await auditOf(office)).toContainEqual(event)
    expect(JSON.stringify(await auditOf(office))).not.toContain('姐姐')
  })
})

describe('refinancing', () => {
  const loan = { kind: 'REFINANCE', amount: '12000', annualPercent: '12', periods: 12 }
  test('FB-02 is shown beside what is owed, with the warning against debt for debt and no lender’s name', async () => {
    const made = await refused()
    await plan(made, loan)
    const [shown] = await listed(made)
    // The figures of refinance.test.ts, worked out apart from the engine.
    expect(shown?.comparison).toMatchObject({ now: { total: '12289.14' }, loan: { total: '12794.23' }, extra: '505.09' })
    expect(shown?.cautions).toContain('DEBT_FOR_DEBT')
  })
  test('FB-02 without a rate no comparison is invented, and the warning stays', async () => {
    const made = await refused({ dailyPercent: null })
    await plan(made, loan)
    expect(await listed(made)).toMatchObject([{ comparison: null, cautions: ['DEBT_FOR_DEBT'] }])
  })
  test('FB-02 there is no field for a lender or a link', async () => {
    const made = await refused()
    expect((await refusalOf(plan(made, { ...loan, url: 'https://loan.example' }))).code).toBe('invalid')
  })
})

describe('referral', () => {
  test('FB-03 goes to an approved body, with what the client lets us tell and the fee as it was disclosed', async () => {
    const made = await refused()
    const { bodyId } = await approve()
    await plan(made, referral(bodyId))
    expect(await listed(made)).toMatchObject([
      {
        referral: { body: body.name, fee: body.fee, shared: ['NAME', 'DEBTS'], consentedOn: '2026-11-20' },
        cautions: ['CHARGES'],
      },
    ])
  })
  test('FB-03 without consent, or without having been told the fee, nothing is written', async () => {
    const made = await refused()
    const { bodyId } = await approve()
    for (const lacking of [{ hasConsented: false }, { knowsFee: false }, { shared: [] }, { consentedOn: '2026-11-22' }])
      expect((await refusalOf(plan(made, referral(bodyId, lacking)))).code).toBe('invalid')
    const { details } = await refusalOf(plan(made, referral(bodyId, { hasConsented: false, knowsFee: false })))
    expect(details).toEqual({ fields: { plan: ['sure', 'sure'] } })
    expect(await listed(made)).toEqual([])
  })
  test('FB-03 a body that charges says what, and one taken off the list is referred to no more', async () => {
    expect((await refusalOf(approve({ fee: '' }))).details).toEqual({ fields: { fee: ['required'] } })
    const made = await refused()
    const { bodyId } = await approve()
    await execute(retireReferralBody, office.admin, { bodyId }, { now: clock })
    expect((await refusalOf(plan(made, referral(bodyId)))).details).toMatchObject({ why: 'body_retired' })
    const { bodies } = await listReferralBodies(office.counsellor)
    expect(bodies.map(({ id }) => id)).not.toContain(bodyId)
    expect((await refusalOf(execute(retireReferralBody, office.admin, { bodyId }))).details).toEqual({ why: 'already_done' })
  })
  test('FB-03 only the office’s own people approve, and another office’s body is nobody’s', async () => {
    const { bodyId } = await approve()
    expect((await refusalOf(execute(addReferralBody, office.counsellor, {}))).code).toBe('forbidden')
    expect((await refusalOf(execute(retireReferralBody, other.admin, { bodyId }))).code).toBe('not_found')
    expect(await auditOf(office)).toContainEqual({ type: 'referralBody.added', bodyId })
  })
})

describe('budget and savings', () => {
  test('FB-04 the client sees each step with target, date and how far it has come', async () => {
    const made = await refused()
    const { planId } = await plan(made, budget)
    await execute(updateFallback, office.counsellor, { planId, version: 1, progress: '120' }, { now: clock })
    const { actions } = await budgetActions(clientActor(office, made.client), {}, clock)
    expect(actions).toMatchObject([{ title: '退订会员', amount: '300.00', progress: '120.00', targetOn: '2026-12-31' }])
  })
  test('FB-04 a step whose day has passed short of its target is pointed out', async () => {
    const made = await refused()
    await plan(made, budget)
    const { plans } = await listFallback(office.counsellor, { caseId: made.kase.id }, new Date('2027-01-01T04:00:00Z'))
    expect(plans).toMatchObject([{ cautions: ['TARGET_PASSED'] }])
    expect((await refusalOf(plan(made, { ...budget, targetOn: '2026-11-20' }))).code).toBe('invalid')
  })
  test('FB-05 a savings goal says when it is reached at this pace', async () => {
    const made = await refused()
    await plan(made, { kind: 'SAVINGS_GOAL', title: '一次性结清', amount: '6000', saved: '1200', monthly: '600' })
    expect(await listed(made)).toMatchObject([{ projectedOn: '2027-07-21', monthly: '600.00', cautions: [] }])
  })
  test('FB-05 a goal nothing is put aside for has no date, and says so', async () => {
    const made = await refused()
    await plan(made, { kind: 'SAVINGS_GOAL', title: '一次性结清', amount: '6000', monthly: '0' })
    expect(await listed(made)).toMatchObject([{ projectedOn: null, cautions: ['NO_DATE'] }])
  })
  test('FB-06 whoever plans a budget is told how to keep the record clean', async () => {
    const made = await refused()
    const ask = () => budgetActions(clientActor(office, made.client), {}, clock)
    expect((await ask()).topics).toEqual([])
    await plan(made, budget)
    expect((await ask()).topics).toContain('CREDIT_RECORD')
    expect((await listFallback(office.counsellor, { caseId: made.kase.id })).topics).toContain('NO_NEW_DEBT')
  })
  test('a plan that is done or dropped leaves the client’s list and keeps its history', async () => {
    const made = await refused()
    const { planId } = await plan(made, budget)
    await execute(updateFallback, office.counsellor, { planId, version: 1, status: 'DONE' }, { now: clock })
    expect((await budgetActions(clientActor(office, made.client), {}, clock)).actions).toEqual([])
    expect(await listed(made)).toMatchObject([{ status: 'DONE' }])
    expect(await auditOf(office)).toContainEqual({
      ...{ type: 'fallback.updated', caseId: made.kase.id, planId, status: 'DONE', progress: '0.00' },
    })
  })
})

describe('who may', () => {
  test('a stranger finds neither case nor plan, a reader changes nothing, a closed case takes no plan', async () => {
    const made = await refused()
    const { planId } = await plan(made, budget)
    const update = { planId, version: 1, status: 'DROPPED' }
    for (const stranger of [office.colleague, other.supervisor]) {
      expect((await refusalOf(plan(made, family, stranger))).code).toBe('not_found')
      expect((await refusalOf(execute(updateFallback, stranger, update))).code).toBe('not_found')
      expect((await refusalOf(listFallback(stranger, { caseId: made.kase.id }))).code).toBe('not_found')
    }
    expect((await refusalOf(plan(made, family, office.auditor))).code).toBe('forbidden')
    const [row] = await office.within((tx) => tx.select().from(fallbackPlans).where(eq(fallbackPlans.id, planId)))
    expect(row).toMatchObject({ status: 'OPEN', version: 1 })
    const closed = { ...made, kase: await aCase(office, { stage: 'CLOSED' }) }
    expect((await refusalOf(plan(closed, family))).details).toEqual({ why: 'closed' })
  })
  test('who saw an older version is told so', async () => {
    const made = await refused()
    const { planId } = await plan(made, budget)
    await execute(updateFallback, office.counsellor, { planId, version: 1, progress: '10' }, { now: clock })
    const late = execute(updateFallback, office.counsellor, { planId, version: 1, progress: '20' })
    expect((await refusalOf(late)).details).toEqual({ current: 2 })
  })
  test('a delegate sees the budget only where the authorisation names it', async () => {
    const made = await refused()
    await plan(made, budget)
    const relative = prove({ ...clientActor(office, made.client), roles: ['DELEGATE'] })
    const ask = () => budgetActions(relative, {}, clock)
    const named = (verbs: ('READ' | 'BUDGET')[]) =>
      office.within((tx) =>
        tx.insert(delegations).values({
          ...{ orgId: office.organisationId, id: crypto.randomUUID(), clientId: made.client.id, userId: relative.id },
          ...{ name: '妹妹', verbs, createdAt: clock, expiresAt: new Date('2027-01-01') },
        }),
      )
    expect((await refusalOf(ask())).details).toEqual({ why: 'not_delegated' })
    await named(['READ'])
    expect((await refusalOf(ask())).code).toBe('forbidden')
    await asOwner((owner) => owner.query('delete from delegations where user_id = $1', [relative.id]))
    await named(['BUDGET'])
    expect((await ask()).actions).toHaveLength(1)
  })
  test('another client of the office sees none of it', async () => {
    const made = await refused()
    await plan(made, budget)
    const neighbour = clientActor(office, await aClient(office))
    expect((await budgetActions(neighbour, {}, clock)).actions).toEqual([])
  })
})
