import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { caseSearch, cases, sensitiveGrants } from '@/db/schema'
import { aCase, auditTrail, clock, type Office, openOffice, type TestCase } from '@/db/testing/factories'
import type { Actor } from '@/lib/core/actor'
import { type Command, execute } from '@/lib/core/command'
import type { CommandName } from '@/lib/core/permissions'
import { assignCase, grantSensitive, holdCase, setNextAction, triageCase } from './commands'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})

const onCase = <Output>(command: Command<CommandName, z.ZodType, Output>, actor: Actor, kase: TestCase, values: object) =>
  execute(command, actor, { caseId: kase.id, version: kase.version, ...values }, { now: clock })
const stored = async ({ id }: { id: string }) => {
  const [row] = await office.within((tx) => tx.select().from(cases).where(eq(cases.id, id)))
  return row
}
const eventsOf = async ({ id }: { id: string }) => (await auditTrail(office)).filter((event) => event['caseId'] === id)

/** The three refusals every command on a case has in common. */
const refusals = [
  { why: 'a colleague outside the scope', by: 'colleague', code: 'not_found' },
  { why: 'an auditor, who changes nothing', by: 'auditor', code: 'forbidden' },
  { why: 'an analyst, who sees no cases', by: 'analyst', code: 'forbidden' },
] as const

describe('what comes next', () => {
  const next = { action: 'CALL_BACK', text: '回拨 95188，要求书面答复', dueOn: '2026-11-23', whoseMove: 'creditor' }

  test('SS-12 is set with words, a due date and whose move it is', async () => {
    const kase = await aCase(office)
    await onCase(setNextAction, office.counsellor, kase, next)
    expect(await stored(kase)).toMatchObject({
      ...{ nextAction: 'CALL_BACK', nextActionText: '回拨 95188，要求书面答复', dueOn: '2026-11-23', whoseMove: 'creditor' },
    })
  })

  test('tells what it was, so that it can be set back', async () => {
    const kase = await aCase(office, { nextAction: 'COLLECT_EVIDENCE', nextActionText: '催收流水', dueOn: '2026-11-22' })
    const first = await onCase(setNextAction, office.counsellor, kase, next)
    expect(first).toMatchObject({ before: { action: 'COLLECT_EVIDENCE', text: '催收流水', dueOn: '2026-11-22' } })
    const { version, before } = first
    await onCase(setNextAction, office.counsellor, { ...kase, version }, before)
    expect(await stored(kase)).toMatchObject({ nextAction: 'COLLECT_EVIDENCE', nextActionText: '催收流水', dueOn: '2026-11-22' })
  })

  test('is audited by its code and date, never by its words', async () => {
    const kase = await aCase(office)
    await onCase(setNextAction, office.counsellor, kase, next)
    expect(await eventsOf(kase)).toEqual([
      { type: 'case.nextActionSet', caseId: kase.id, action: 'CALL_BACK', dueOn: '2026-11-23' },
    ])
  })

  test('changes whose move it is also where a promise of long ago fell due before the case', async () => {
    const kase = await aCase(office, { nextAction: 'AWAIT_REPLY', dueOn: '2026-11-03', whoseMove: 'creditor' })
    await onCase(setNextAction, office.counsellor, kase, { action: 'AWAIT_REPLY', dueOn: '2026-11-03', whoseMove: 'us' })
    expect(await stored(kase)).toMatchObject({ dueOn: '2026-11-03', whoseMove: 'us' })
  })

  test('says in words what another action is; one that never did may still change hands', async () => {
    const other = { action: 'CUSTOM', dueOn: '2026-11-23', whoseMove: 'creditor' }
    const kase = await aCase(office, { nextAction: 'COLLECT_EVIDENCE' })
    await expect(onCase(setNextAction, office.counsellor, kase, other)).rejects.toMatchObject({
      details: { fields: { text: ['required'] } },
    })
    await onCase(setNextAction, office.counsellor, kase, { ...other, text: '陪同去银行' })
    expect(await stored(kase)).toMatchObject({ nextAction: 'CUSTOM', nextActionText: '陪同去银行' })
    const wordless = await aCase(office, { nextAction: 'CUSTOM', nextActionText: '' })
    await onCase(setNextAction, office.counsellor, wordless, other)
    expect(await stored(wordless)).toMatchObject({ nextAction: 'CUSTOM', whoseMove: 'creditor' })
  })

  test('is refused on a closed case, with a date that does not exist, and on an old version', async () => {
    const closed = await aCase(office, { stage: 'CLOSED' })
    await expect(onCase(setNextAction, office.counsellor, closed, next)).rejects.toMatchObject({ code: 'rule' })
    const kase = await aCase(office)
    await expect(onCase(setNextAction, office.counsellor, kase, { ...next, dueOn: '2026-02-30' })).rejects.toMatchObject({
      code: 'invalid',
    })
    await expect(onCase(setNextAction, office.counsellor, kase, { ...next, dueOn: '1900-01-01' })).rejects.toMatchObject({
      details: { fields: { dueOn: ['before_case'] } },
    })
    await expect(onCase(setNextAction, office.counsellor, kase, { ...next, dueOn: '2062-11-23' })).rejects.toMatchObject({
      details: { fields: { dueOn: ['far_ahead'] } },
    })
    await expect(onCase(setNextAction, office.counsellor, { ...kase, version: 9 }, next)).rejects.toMatchObject({
      code: 'conflict',
      details: { current: 1 },
    })
  })

  test.each(refusals)('is not for $why', async ({ by, code }) => {
    await expect(onCase(setNextAction, office[by], await aCase(office), next)).rejects.toMatchObject({ code })
  })
})

describe('a hold', () => {
  const hold = { until: '2026-11-30', reason: '平台承诺 3 个工作日内答复' }

  test('lasts until its date, with its reason on the case', async () => {
    const kase = await aCase(office)
    const { card } = await onCase(holdCase, office.counsellor, kase, hold)
    expect(await stored(kase)).toMatchObject({ holdUntil: '2026-11-30', holdReason: hold.reason, stage: 'INTAKE' })
    expect(card).toMatchObject({ hold: '2026-11-30' })
  })

  test('can be ended at once', async () => {
    const kase = await aCase(office, { holdUntil: '2026-12-31', holdReason: '等待' })
    await onCase(holdCase, office.counsellor, kase, { until: null })
    expect(await stored(kase)).toMatchObject({ holdUntil: null, holdReason: '' })
  })

  test('is audited', async () => {
    const kase = await aCase(office)
    await onCase(holdCase, office.counsellor, kase, hold)
    expect(await eventsOf(kase)).toEqual([{ type: 'case.held', caseId: kase.id, until: '2026-11-30' }])
  })

  test.each([
    ['until yesterday', { until: '2026-11-20' }, { until: ['after_today'] }],
    ['until today', { until: '2026-11-21' }, { until: ['after_today'] }],
    ['until a slip of the year', { until: '2062-11-30' }, { until: ['far_ahead'] }],
    ['for no reason', { reason: ' ' }, { reason: ['required'] }],
  ])('%s is refused and holds nothing', async (_, values, fields) => {
    const kase = await aCase(office)
    const refused = onCase(holdCase, office.counsellor, kase, { ...hold, ...values })
    await expect(refused).rejects.toMatchObject({ code: 'invalid', details: { fields } })
    expect(await stored(kase)).toMatchObject({ holdUntil: null, version: kase.version })
  })

  test('is refused on a closed case', async () => {
    const closed = await aCase(office, { stage: 'CLOSED' })
    await expect(onCase(holdCase, office.counsellor, closed, hold)).rejects.toMatchObject({ code: 'rule' })
  })

  test.each(refusals)('is not for $why', async ({ by, code }) => {
    await expect(onCase(holdCase, office[by], await aCase(office), hold)).rejects.toMatchObject({ code })
  })
})

describe('triage', () => {
  const triage = { result: 'REFER', reason: '有诉讼，建议先做法律援助' }

  test('SP-03 records what the first assessment came to, and why', async () => {
    const kase = await aCase(office)
    await onCase(triageCase, office.counsellor, kase, triage)
    expect(await stored(kase)).toMatchObject({ triage: 'REFER', triageReason: triage.reason })
  })

  test('is audited by its result', async () => {
    const kase = await aCase(office)
    await onCase(triageCase, office.counsellor, kase, triage)
    expect(await eventsOf(kase)).toEqual([{ type: 'case.triaged', caseId: kase.id, result: 'REFER' }])
  })

  test('needs a reason', async () => {
    await expect(onCase(triageCase, office.counsellor, await aCase(office), { ...triage, reason: ' ' })).rejects.toMatchObject({
      code: 'invalid',
    })
  })

  test.each(refusals)('is not for $why', async ({ by, code }) => {
    await expect(onCase(triageCase, office[by], await aCase(office), triage)).rejects.toMatchObject({ code })
  })
})

describe('giving a case to somebody else', () => {
  test('changes the owner on the case, on its card and where it is searched', async () => {
    const kase = await aCase(office)
    const { card } = await onCase(assignCase, office.supervisor, kase, { ownerId: office.colleague.id })
    expect(await stored(kase)).toMatchObject({ ownerId: office.colleague.id })
    expect(card).toMatchObject({ owner: '陈思远' })
    const [row] = await office.within((tx) => tx.select().from(caseSearch).where(eq(caseSearch.caseId, kase.id)))
    expect(row).toMatchObject({ ownerId: office.colleague.id })
  })

  test('tells whose it was, so that it can be given back', async () => {
    const kase = await aCase(office)
    const { version, before } = await onCase(assignCase, office.supervisor, kase, { ownerId: office.colleague.id })
    expect(before).toEqual({ ownerId: office.counsellor.id, teamId: null })
    await onCase(assignCase, office.supervisor, { ...kase, version }, before)
    expect(await stored(kase)).toMatchObject({ ownerId: office.counsellor.id })
  })

  test('takes it out of the reach of who had it', async () => {
    const kase = await aCase(office)
    const { version } = await onCase(assignCase, office.supervisor, kase, { ownerId: office.colleague.id })
    const triage = { caseId: kase.id, version, result: 'NEGOTIATE', reason: '有还款意愿' }
    await expect(execute(triageCase, office.counsellor, triage)).rejects.toMatchObject({ code: 'not_found' })
    await expect(execute(triageCase, office.colleague, triage)).resolves.toMatchObject({ id: kase.id })
  })

  test('is audited with both owners', async () => {
    const kase = await aCase(office)
    await onCase(assignCase, office.supervisor, kase, { ownerId: office.colleague.id })
    expect(await eventsOf(kase)).toEqual([
      { type: 'case.assigned', caseId: kase.id, from: office.counsellor.id, to: office.colleague.id },
    ])
  })

  test('is refused to a person who works no cases or is of another office', async () => {
    const kase = await aCase(office)
    for (const ownerId of [office.analyst.id, (await openOffice()).counsellor.id]) {
      await expect(onCase(assignCase, office.supervisor, kase, { ownerId })).rejects.toMatchObject({ code: 'not_found' })
    }
  })

  test('is a supervisor’s', async () => {
    const kase = await aCase(office)
    const values = { ownerId: office.colleague.id }
    await expect(onCase(assignCase, office.counsellor, kase, values)).rejects.toMatchObject({ code: 'forbidden' })
    const other = await openOffice()
    await expect(onCase(assignCase, other.supervisor, kase, values)).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('medical and safeguarding content', () => {
  const grant = (actor: Actor, kase: TestCase, userId: string) =>
    execute(grantSensitive, actor, { caseId: kase.id, userId, reason: '接手家访' }, { now: clock })

  test('is opened to one person for one case, with a reason', async () => {
    const kase = await aCase(office)
    await grant(office.supervisor, kase, office.counsellor.id)
    expect(await office.within((tx) => tx.select().from(sensitiveGrants).where(eq(sensitiveGrants.caseId, kase.id)))).toEqual([
      {
        ...{ orgId: office.organisationId, caseId: kase.id, userId: office.counsellor.id },
        ...{ grantedBy: office.supervisor.id, grantedAt: clock, reason: '接手家访' },
      },
    ])
  })

  test('is granted in the audit', async () => {
    const kase = await aCase(office)
    await grant(office.supervisor, kase, office.counsellor.id)
    expect(await eventsOf(kase)).toEqual([{ type: 'case.sensitiveGranted', caseId: kase.id, userId: office.counsellor.id }])
  })

  test('is granted twice without harm, but never to somebody who works no cases', async () => {
    const kase = await aCase(office)
    await grant(office.supervisor, kase, office.counsellor.id)
    await expect(grant(office.supervisor, kase, office.counsellor.id)).resolves.toBeDefined()
    await expect(grant(office.supervisor, kase, office.analyst.id)).rejects.toMatchObject({ code: 'not_found' })
  })

  test('is not granted by a counsellor, nor by a supervisor of another office', async () => {
    const kase = await aCase(office)
    await expect(grant(office.counsellor, kase, office.counsellor.id)).rejects.toMatchObject({ code: 'forbidden' })
    const other = await openOffice()
    await expect(grant(other.supervisor, kase, other.counsellor.id)).rejects.toMatchObject({ code: 'not_found' })
  })
})
