import { beforeAll, describe, expect, test } from 'vitest'
import { type Office, openOffice } from '@/db/testing/factories'
import { type Agreed, agreementRow, anAgreedPlan, aRunningPlan, caseRow, confirmPlan, on } from '@/db/testing/running-plan'
import { auditOf, refusalOf } from '@/db/testing/traces'
import type { ClosingOutcome } from '@/db/vocabulary'
import { moveCase } from '@/lib/cases/commands'
import { undoMove } from '@/lib/cases/undo.commands'
import { execute } from '@/lib/core/command'
import { home } from '@/lib/portal/queries'
import { breakAgreement } from './break.commands'

let office: Office
beforeAll(async () => {
  office = await openOffice({ rules: { breachDays: 30 } })
})

const at = { now: on('2026-12-01') }
async function close({ negotiation }: Agreed, outcome: ClosingOutcome, values: object = {}) {
  const { id: caseId, version } = await caseRow(office, negotiation)
  const closing = { outcome, reason: '见沟通记录', summary: '案件已结，资料会按规定保存。' }
  return execute(moveCase, office.supervisor, { caseId, version, to: 'CLOSED', closing, ...values }, at)
}
async function end({ agreementId }: Agreed, cause: string) {
  const { version } = await agreementRow(office, agreementId)
  const values = { agreementId, version, cause, reason: '债权方来函，见材料', isSure: true }
  return execute(breakAgreement, office.counsellor, values, at)
}
const stateOf = async ({ negotiation, agreementId }: Agreed) => [
  (await caseRow(office, negotiation)).stage,
  (await agreementRow(office, agreementId)).status,
]

describe('closing a case whose agreement runs', () => {
  test.each(['AGREEMENT_COMPLETED', 'AGREEMENT_BROKEN', 'REFUSED_FINAL', 'NO_RESPONSE_FINAL', 'NOT_ELIGIBLE'] as const)(
    'as %s is refused: the plan is paid to the end, or ended with a ground, first',
    async (outcome) => {
      const made = await aRunningPlan(office)
      const refusal = await refusalOf(close(made, outcome, { override: true, reason: '督导放行' }))
      expect(refusal).toMatchObject({ code: 'guard_missing', details: { missing: ['outcomeFits'], canOverride: false } })
      expect(await stateOf(made)).toEqual(['MONITORING', 'ACTIVE'])
    },
  )

  test.each([
    ['PAID_IN_FULL', 'COMPLETED'],
    ['LOST_CONTACT', 'REPLACED'],
    ['DECEASED', 'REPLACED'],
    ['CLIENT_WITHDREW', 'REPLACED'],
  ] as const)('as %s leaves it %s on the same day, and that is audited', async (outcome, status) => {
    const made = await aRunningPlan(office)
    await close(made, outcome)
    expect(await agreementRow(office, made.agreementId)).toMatchObject({ status, endedAt: at.now })
    const ended = { type: 'agreement.ended', caseId: made.negotiation.kase.id, agreementId: made.agreementId, status }
    expect(await auditOf(office)).toContainEqual(ended)
  })

  test('a broken one closes after it was ended with its ground', async () => {
    const made = await aRunningPlan(office)
    await end(made, 'CREDITOR_NOTICE')
    await close(made, 'AGREEMENT_BROKEN')
    expect(await stateOf(made)).toEqual(['CLOSED', 'BROKEN'])
  })

  test('the client is not asked any more to pay into it or to sign a draft', async () => {
    const [running, draft] = [await aRunningPlan(office), await anAgreedPlan(office)]
    await confirmPlan(office, draft)
    const seen = async ({ negotiation }: Agreed) => home(negotiation.portal, { locale: 'zh-CN' }, at.now)
    expect((await seen(running)).cases[0]?.instalment).not.toBeNull()
    expect((await seen(draft)).next?.kind).toBe('sign')
    await close(running, 'CLIENT_WITHDREW')
    await close(draft, 'CLIENT_WITHDREW')
    expect((await seen(running)).cases[0]?.instalment).toBeNull()
    expect((await seen(draft)).next?.kind).not.toBe('sign')
  })

  test('a closing that is taken back lets the plan run on, and a draft wait on', async () => {
    for (const [made, stage, status] of [
      [await aRunningPlan(office), 'MONITORING', 'ACTIVE'],
      [await anAgreedPlan(office), 'CONFIRMING', 'DRAFT'],
    ] as const) {
      const { eventId, version } = await close(made, 'LOST_CONTACT')
      await execute(undoMove, office.supervisor, { caseId: made.negotiation.kase.id, version, eventId }, at)
      expect(await stateOf(made)).toEqual([stage, status])
      expect(await agreementRow(office, made.agreementId)).toMatchObject({ endedAt: null })
      const resumed = { type: 'agreement.resumed', caseId: made.negotiation.kase.id, agreementId: made.agreementId, status }
      expect(await auditOf(office)).toContainEqual(resumed)
    }
  })
})

describe('ending an agreement', () => {
  test('the creditor can take it back though it was kept: that is no breach', async () => {
    const made = await aRunningPlan(office)
    await end(made, 'CREDITOR_CANCELLED')
    expect(await stateOf(made)).toEqual(['FALLBACK', 'CANCELLED_BY_CREDITOR'])
    expect(await refusalOf(close(made, 'AGREEMENT_BROKEN'))).toMatchObject({ details: { missing: ['outcomeBorneOut'] } })
  })

  test('while a new version is worked on the case stays where it is, and can close', async () => {
    const made = await aRunningPlan(office)
    const { id: caseId, version } = await caseRow(office, made.negotiation)
    await execute(moveCase, office.counsellor, { caseId, version, to: 'DRAFTING', reason: '重新协商' }, at)
    await end(made, 'CREDITOR_NOTICE')
    expect(await stateOf(made)).toEqual(['DRAFTING', 'BROKEN'])
    await close(made, 'AGREEMENT_BROKEN')
    expect(await stateOf(made)).toEqual(['CLOSED', 'BROKEN'])
  })
})

describe('closing a case as what is not on record', () => {
  test('a plan that only waits for its paper was not kept, not broken and not refused; a supervisor may know better', async () => {
    const made = await anAgreedPlan(office)
    for (const outcome of ['AGREEMENT_COMPLETED', 'AGREEMENT_BROKEN', 'REFUSED_FINAL'] as const) {
      const refusal = await refusalOf(close(made, outcome))
      expect(refusal).toMatchObject({ code: 'guard_missing', details: { missing: ['outcomeBorneOut'], canOverride: true } })
    }
    await close(made, 'AGREEMENT_BROKEN', { override: true, reason: '协议在别处登记' })
    expect((await caseRow(office, made.negotiation)).stage).toBe('CLOSED')
  })
})
