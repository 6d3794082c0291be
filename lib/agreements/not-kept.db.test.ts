import { beforeAll, describe, expect, test } from 'vitest'
import { agreementSteps } from '@/db/testing/agreement-steps'
import { type Office, openOffice } from '@/db/testing/factories'
import { type Agreed, on } from '@/db/testing/running-plan'
import { auditOf, refusalOf } from '@/db/testing/traces'
import { moveCase } from '@/lib/cases/commands'
import { recordHardship } from '@/lib/clients/hardship.commands'
import { saveStatement } from '@/lib/clients/statement.commands'
import { listContacts } from '@/lib/contacts/queries'
import { execute } from '@/lib/core/command'
import { tellCircumstance } from '@/lib/portal/circumstance.commands'
import { breakAgreement } from './break.commands'

let office: Office
let other: Office
beforeAll(async () => {
  office = await openOffice({ rules: { breachDays: 30 } })
  other = await openOffice({ name: '另一家' })
})

const { agreementOf, stageOf, agreed, active, listed } = agreementSteps(() => office)

describe('SS-10 SS-11 a plan that is not kept', () => {
  test('a missed instalment shows the next day without anybody’s doing', async () => {
    const made = await active()
    expect((await listed(made, '2026-12-05')).summary).toMatchObject({ lateCount: 0, isBroken: false })
    expect((await listed(made, '2026-12-06')).summary).toMatchObject({
      lateCount: 1,
      lateAmount: '2084.83',
      breaksOn: '2027-01-05',
    })
  })

  test('ends as broken once the organisation’s days are over, and opens the fallback', async () => {
    const made = await active()
    const { agreementId, negotiation } = made
    const { version } = await agreementOf(agreementId)
    const ending = { agreementId, version, cause: 'RULE', reason: '再次失业，无力支付', isSure: true }
    const unsure = execute(breakAgreement, office.counsellor, { ...ending, isSure: false }, { now: on('2027-01-05') })
    expect((await refusalOf(unsure)).details).toEqual({ fields: { isSure: ['sure'] } })
    const early = execute(breakAgreement, office.counsellor, ending, { now: on('2027-01-04') })
    expect((await refusalOf(early)).details).toEqual({ why: 'not_broken', breaksOn: '2027-01-05' })
    await execute(breakAgreement, office.counsellor, ending, { now: on('2027-01-05') })
    expect((await agreementOf(agreementId)).status).toBe('BROKEN')
    expect(await stageOf(negotiation)).toMatchObject({ stage: 'FALLBACK', fallbackReason: 'BROKEN' })
    expect(await auditOf(office)).toContainEqual({
      type: 'agreement.ended',
      caseId: negotiation.kase.id,
      agreementId,
      status: 'BROKEN',
    })
  })

  test('or at once when the creditor says so; a stranger ends nothing', async () => {
    const { agreementId } = await active()
    const { version } = await agreementOf(agreementId)
    const ending = { agreementId, version, cause: 'CREDITOR_NOTICE', reason: '债权方来函解除', isSure: true }
    expect((await refusalOf(execute(breakAgreement, other.supervisor, ending))).code).toBe('not_found')
    expect((await execute(breakAgreement, office.counsellor, ending, { now: on('2026-12-01') })).status).toBe('BROKEN')
  })
})

describe('SS-11 a change of circumstances', () => {
  const tasksOf = async ({ negotiation }: Agreed) => {
    const { tasks } = await listContacts(office.counsellor, { caseId: negotiation.kase.id })
    return tasks.map(({ origin, assigneeId, dueOn }) => ({ origin, assigneeId, dueOn }))
  }
  const loseWork = ({ negotiation }: Agreed) => {
    const cause = { clientId: negotiation.client.id, type: 'UNEMPLOYMENT', startedOn: '2026-12-01' }
    return execute(recordHardship, office.counsellor, cause, { now: on('2026-12-02') })
  }

  test('SS-11 new hardship during a running plan asks its owner for a review, once', async () => {
    const made = await active()
    await loseWork(made)
    await loseWork(made)
    expect(await tasksOf(made)).toEqual([{ origin: 'rule:CIRCUMSTANCES', assigneeId: office.counsellor.id, dueOn: '2026-12-09' }])
    // 2,200.00 are left for 2,084.83: less than a tenth to spare.
    const { warning } = await listed(made, '2026-12-02')
    expect(warning?.reasons.map(({ reason }) => reason)).toEqual(['NEW_HARDSHIP', 'BUDGET_TIGHT'])
  })
  test('SS-11 a client who says that they cannot pay is worried about at once, before anybody has recorded why', async () => {
    const made = await active()
    const said = { agreementId: made.agreementId, kind: 'ILLNESS' }
    await execute(tellCircumstance, made.negotiation.portal, said, { now: on('2026-12-02') })
    const { warning } = await listed(made, '2026-12-02')
    expect(warning).toMatchObject({ level: 'WATCH', reasons: [{ reason: 'NEW_HARDSHIP' }, { reason: 'BUDGET_TIGHT' }] })
    expect((await listed(await active(), '2026-12-02')).warning).toMatchObject({ reasons: [{ reason: 'BUDGET_TIGHT' }] })
  })
  test('SS-11 so does a new statement; the score follows what it leaves', async () => {
    const made = await active()
    expect((await listed(made, '2026-11-27')).warning).toMatchObject({ level: 'CALM', points: 1 })
    const lines = [{ kind: 'income', category: 'EARNINGS', amount: '2000' }]
    const statement = { clientId: made.negotiation.client.id, asOf: '2026-12-02', reserve: '200', lines }
    await execute(saveStatement, office.counsellor, statement, { now: on('2026-12-02') })
    expect(await tasksOf(made)).toHaveLength(1)
    // 1,800.00 is less than the 2,084.83 due, but not less than four fifths of the 2,200.00 the plan was made on.
    expect((await listed(made, '2026-12-02')).warning).toEqual({
      ...{ points: 3, level: 'WATCH', reasons: [{ reason: 'BUDGET_SHORT', points: 3 }] },
    })
  })
  test('SS-11 without a running plan nobody is asked', async () => {
    const made = await agreed()
    await loseWork(made)
    expect(await tasksOf(made)).toEqual([])
    expect((await listed(made, '2026-12-02')).warning).toBeNull()
  })
})

describe('a running agreement and the board', () => {
  const fallBack = async ({ negotiation }: Agreed, by = office.counsellor, values: object = {}) => {
    const { id: caseId, version } = await stageOf(negotiation)
    const move = { caseId, version, to: 'FALLBACK', fallback: 'BROKEN', reason: '客户失业', ...values }
    return execute(moveCase, by, move, { now: on('2026-12-02') })
  }

  test('a case with a running agreement does not fall back by a move alone: the agreement is ended first', async () => {
    const made = await active()
    const refusal = await refusalOf(fallBack(made))
    expect(refusal).toMatchObject({ code: 'guard_missing', details: { missing: ['agreementEnded'], canOverride: false } })
    expect((await stageOf(made.negotiation)).stage).toBe('MONITORING')
    expect((await agreementOf(made.agreementId)).status).toBe('ACTIVE')
  })
  test('not even a supervisor leaves a running agreement behind', async () => {
    const made = await active()
    const waved = fallBack(made, office.supervisor, { override: true })
    expect((await refusalOf(waved)).code).toBe('guard_missing')
  })
  test('ending it with a reason moves the case in the same breath', async () => {
    const made = await active()
    const { version } = await agreementOf(made.agreementId)
    const end = { agreementId: made.agreementId, version, cause: 'CREDITOR_NOTICE', reason: '债权方书面通知解除', isSure: true }
    await execute(breakAgreement, office.counsellor, end, { now: on('2026-12-02') })
    expect((await stageOf(made.negotiation)).stage).toBe('FALLBACK')
    expect((await agreementOf(made.agreementId)).status).toBe('BROKEN')
  })
})
