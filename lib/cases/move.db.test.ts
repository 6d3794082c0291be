import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { cases, stageEvents } from '@/db/schema'
import {
  aCase,
  aClient,
  aDebt,
  aDecision,
  aFullFile,
  aReadyCase,
  auditTrail,
  aVersion,
  clock,
  type Office,
  openOffice,
  type TestCase,
} from '@/db/testing/factories'
import { openStages } from '@/db/vocabulary'
import type { Actor } from '@/lib/core/actor'
import { execute } from '@/lib/core/command'
import { moveCase } from './commands'
import { caseFacts } from './facts.queries'
import { applyMove } from './move.commands'
import { caseGet } from './queries'
import { stages } from './stages'
import { undoMove } from './undo.commands'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})

const closing = { outcome: 'ABLE_TO_PAY', reason: '收入稳定', summary: '您可以按期还款。' } as const
const words = { reason: '情况有变', fallback: 'REFUSED', closing } as const

const move = (actor: Actor, kase: TestCase, values: object) =>
  execute(moveCase, actor, { caseId: kase.id, version: kase.version, ...values }, { now: clock })
const stored = async (kase: TestCase) => {
  const [row] = await office.within((tx) => tx.select().from(cases).where(eq(cases.id, kase.id)))
  return row
}
const historyOf = (kase: TestCase) =>
  office.within((tx) => tx.select().from(stageEvents).where(eq(stageEvents.caseId, kase.id)).orderBy(stageEvents.caseVersion))

describe('moving a case by hand', () => {
  test('a move changes stage, whose move it is, the next action and its due date', async () => {
    const kase = await aReadyCase(office, { stage: 'EVIDENCE', holdUntil: '2026-12-01' })
    const answer = await move(office.counsellor, kase, { to: 'DRAFTING' })
    expect(answer).toMatchObject({ from: 'EVIDENCE', to: 'DRAFTING' })
    expect(await stored(kase)).toMatchObject({
      ...{ stage: 'DRAFTING', whoseMove: 'us', nextAction: 'DRAFT_PROPOSAL', dueOn: '2026-11-25', holdUntil: null },
      version: answer.version,
    })
    expect(answer.card).toMatchObject({ id: kase.id, stage: 'DRAFTING', v: answer.version, due: '2026-11-25' })
  })

  test('a move is written down: from, to, by whom, when and why, and in the audit', async () => {
    const kase = await aReadyCase(office, { stage: 'EVIDENCE' })
    await move(office.counsellor, kase, { to: 'INTAKE', reason: '重新评估' })
    expect(await historyOf(kase)).toMatchObject([
      { from: 'EVIDENCE', to: 'INTAKE', by: office.counsellor.id, at: clock, reason: '重新评估' },
    ])
    expect(await auditTrail(office)).toContainEqual({
      ...{ type: 'case.moved', caseId: kase.id, from: 'EVIDENCE', to: 'INTAKE', overrode: [] },
    })
  })

  test('a move the table does not have is refused, and says so', async () => {
    const kase = await aReadyCase(office, { stage: 'INTAKE' })
    await expect(move(office.counsellor, kase, { to: 'MONITORING' })).rejects.toMatchObject({
      code: 'rule',
      details: { why: 'no_such_move', from: 'INTAKE', to: 'MONITORING' },
    })
  })

  test('a move whose facts are missing names every one of them and changes nothing', async () => {
    const kase = await aCase(office)
    await expect(move(office.counsellor, kase, { to: 'EVIDENCE' })).rejects.toMatchObject({
      code: 'guard_missing',
      details: { missing: ['identity', 'debt', 'triage', 'hardship'], to: 'EVIDENCE' },
    })
    expect(await stored(kase)).toMatchObject({ stage: 'INTAKE', version: kase.version })
    expect(await historyOf(kase)).toEqual([])
  })

  test('a colleague outside its scope cannot even see that it exists; an assistant may not move', async () => {
    const kase = await aReadyCase(office, { stage: 'EVIDENCE' })
    await expect(move(office.colleague, kase, { to: 'DRAFTING' })).rejects.toMatchObject({ code: 'not_found' })
    await expect(move(office.assistant, kase, { to: 'DRAFTING' })).rejects.toMatchObject({ code: 'forbidden' })
    const other = await openOffice()
    await expect(move(other.supervisor, kase, { to: 'DRAFTING' })).rejects.toMatchObject({ code: 'not_found' })
    expect(await stored(kase)).toMatchObject({ stage: 'EVIDENCE' })
  })

  test('of two people who move the same card one wins and the other is told', async () => {
    const kase = await aReadyCase(office, { stage: 'EVIDENCE' })
    await move(office.counsellor, kase, { to: 'DRAFTING' })
    await expect(move(office.supervisor, kase, { to: 'INTAKE' })).rejects.toMatchObject({
      code: 'conflict',
      details: { current: kase.version + 1 },
    })
  })

  test.each(openStages)(
    'SS-12 from %s every move of the table can be made, and leaves a next action with a due date',
    async (from) => {
      for (const to of stages[from].next.filter((to) => `${from}>${to}` !== 'SUBMITTED>DRAFTING')) {
        const kase = await aReadyCase(office, { stage: from })
        await move(office.supervisor, kase, { to, ...words })
        const row = await stored(kase)
        expect(row).toMatchObject({ stage: to, whoseMove: stages[to].whoseMove })
        if (to !== 'CLOSED') expect([row?.nextAction, row?.dueOn]).not.toContain(null)
      }
    },
  )

  test('SS-02 a submitted case waits for the creditor until the day it said it would answer', async () => {
    const kase = await aReadyCase(office, { stage: 'CLIENT_REVIEW' })
    await move(office.counsellor, kase, { to: 'SUBMITTED' })
    expect(await stored(kase)).toMatchObject({ whoseMove: 'creditor', nextAction: 'AWAIT_REPLY', dueOn: '2026-12-05' })
  })

  test('SP-03 a case is closed at triage with outcome, reason and a summary for the client', async () => {
    const kase = await aCase(office)
    await expect(move(office.counsellor, kase, { to: 'CLOSED' })).rejects.toMatchObject({ details: { missing: ['closing'] } })
    await move(office.counsellor, kase, { to: 'CLOSED', closing })
    expect(await stored(kase)).toMatchObject({
      ...{ stage: 'CLOSED', whoseMove: 'nobody', nextAction: null, dueOn: null, closedAt: clock },
      ...{ closingOutcome: 'ABLE_TO_PAY', closingReason: '收入稳定', clientSummary: '您可以按期还款。' },
    })
    expect(await auditTrail(office)).toContainEqual({ type: 'case.closed', caseId: kase.id, outcome: 'ABLE_TO_PAY' })
  })

  test('after a refusal, drafting again asks what has changed', async () => {
    const kase = await aReadyCase(office, { stage: 'FALLBACK' })
    await expect(move(office.counsellor, kase, { to: 'DRAFTING' })).rejects.toMatchObject({
      details: { missing: ['whatChanged'] },
    })
    await move(office.counsellor, kase, { to: 'DRAFTING', reason: '有了住院证明' })
    expect(await stored(kase)).toMatchObject({ stage: 'DRAFTING', fallbackReason: null })
  })

  test('a version that waits for its answer is withdrawn before a new one is drafted', async () => {
    const kase = await aReadyCase(office, { stage: 'SUBMITTED' })
    await expect(move(office.counsellor, kase, { to: 'DRAFTING' })).rejects.toMatchObject({
      details: { missing: ['withdrawn'], canOverride: true },
    })
  })

  test('documents handed in, the case is with the creditor again without a second snapshot', async () => {
    const kase = await aReadyCase(office, { stage: 'INFO_REQUESTED' })
    await move(office.counsellor, kase, { to: 'SUBMITTED' })
    const { rows } = await office.within((tx) => tx.execute(`select id from factor_snapshots where case_id = '${kase.id}'`))
    expect(rows).toHaveLength(1)
  })

  test('the answer to the limitation question can be given while moving', async () => {
    const client = await aClient(office)
    const kase = await aCase(office, { client, stage: 'DRAFTING' })
    await aVersion(office, await aDebt(office, kase), { limitationAnswer: null })
    const current = { ...kase, version: kase.version }
    await expect(move(office.counsellor, current, { to: 'CLIENT_REVIEW' })).rejects.toMatchObject({
      details: { missing: ['limitation'] },
    })
    await move(office.counsellor, current, { to: 'CLIENT_REVIEW', limitation: 'RUNNING' })
    expect(await stored(kase)).toMatchObject({ stage: 'CLIENT_REVIEW' })
  })

  test('without a draft to keep it, the answer to the limitation question still counts as missing, with all the rest', async () => {
    const kase = await aCase(office, { stage: 'DRAFTING' })
    await expect(move(office.counsellor, kase, { to: 'CLIENT_REVIEW', limitation: 'RUNNING' })).rejects.toMatchObject({
      details: { missing: ['version', 'limitation'], to: 'CLIENT_REVIEW', canOverride: true, clientId: kase.clientId },
    })
    const passed = { to: 'CLIENT_REVIEW', limitation: 'RUNNING', override: true, reason: '方案在纸上' }
    await expect(move(office.supervisor, kase, passed)).rejects.toMatchObject({ details: { missing: ['version'] } })
    expect(await stored(kase)).toMatchObject({ stage: 'DRAFTING', version: kase.version })
  })

  test.each([
    ['no stage', { to: 'LIMBO' }],
    ['an endless reason', { to: 'CLOSED', reason: '字'.repeat(501) }],
    ['an unknown field', { to: 'CLOSED', position: 3 }],
    ['an empty summary', { to: 'CLOSED', closing: { ...closing, summary: '  ' } }],
  ])('%s is refused as input', async (_, values) => {
    const kase = await aCase(office)
    await expect(move(office.counsellor, kase, values)).rejects.toMatchObject({ code: 'invalid' })
  })
})

describe('a supervisor', () => {
  test('overrides a missing fact with a reason that is stored and audited', async () => {
    const kase = await aCase(office, { stage: 'CONFIRMING' })
    await move(office.supervisor, kase, { to: 'MONITORING', override: true, reason: '对方口头同意，书面件在途' })
    expect(await historyOf(kase)).toMatchObject([
      { to: 'MONITORING', overrode: ['writtenConfirmation', 'receipt'], reason: '对方口头同意，书面件在途' },
    ])
    const moved = (await auditTrail(office)).find((event) => event.type === 'case.moved' && event['caseId'] === kase.id)
    expect(moved).toMatchObject({ overrode: ['writtenConfirmation', 'receipt'] })
  })

  test('says why, or it does not pass', async () => {
    const kase = await aCase(office, { stage: 'CONFIRMING' })
    await expect(move(office.supervisor, kase, { to: 'MONITORING', override: true, reason: ' ' })).rejects.toMatchObject({
      details: { missing: ['reason'] },
    })
  })

  test('is the only one who can override', async () => {
    const kase = await aCase(office, { stage: 'CONFIRMING' })
    await expect(move(office.counsellor, kase, { to: 'MONITORING', override: true, reason: '着急' })).rejects.toMatchObject({
      code: 'forbidden',
    })
  })

  test('cannot wave consent through', async () => {
    const client = await aClient(office, { consent: false })
    const kase = await aCase(office, { client, stage: 'EVIDENCE' })
    await expect(move(office.supervisor, kase, { to: 'INTAKE', override: true, reason: '稍后补' })).rejects.toMatchObject({
      details: { missing: ['consent'], canOverride: false },
    })
  })

  test('is the only one who takes a closed case up again, with a reason', async () => {
    const kase = await aReadyCase(office, { stage: 'CLOSED', closingOutcome: 'LOST_CONTACT' })
    await expect(move(office.counsellor, kase, { to: 'INTAKE', reason: '又联系上了' })).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(move(office.supervisor, kase, { to: 'INTAKE' })).rejects.toMatchObject({ details: { missing: ['reason'] } })
    await move(office.supervisor, kase, { to: 'INTAKE', reason: '又联系上了' })
    expect(await stored(kase)).toMatchObject({ stage: 'INTAKE', closingOutcome: null, closedAt: null })
  })
})

describe('taking a move back', () => {
  const undo = (actor: Actor, values: object) => execute(undoMove, actor, values, { now: clock })

  test('puts stage, time in it, next action and due date back as they were', async () => {
    const kase = await aReadyCase(office, {
      ...{ stage: 'EVIDENCE', stageSince: new Date('2026-11-10T00:00:00Z'), nextActionText: '补：近 6 个月流水' },
      ...{ dueOn: '2026-11-22', whoseMove: 'client', nextAction: 'CUSTOM' },
    })
    const { eventId, version } = await move(office.counsellor, kase, { to: 'DRAFTING' })
    const answer = await undo(office.counsellor, { caseId: kase.id, version, eventId })
    expect(answer).toMatchObject({ from: 'DRAFTING', to: 'EVIDENCE' })
    const { version: _, card: __, owed: ___, ...before } = kase
    expect(await stored(kase)).toMatchObject(before)
  })

  test('is itself written down and audited', async () => {
    const kase = await aReadyCase(office, { stage: 'EVIDENCE' })
    const { eventId, version } = await move(office.counsellor, kase, { to: 'DRAFTING' })
    await undo(office.counsellor, { caseId: kase.id, version, eventId })
    expect((await historyOf(kase)).at(-1)).toMatchObject({ from: 'DRAFTING', to: 'EVIDENCE', undoes: eventId })
    expect((await auditTrail(office)).at(-1)).toEqual({
      ...{ type: 'case.moveUndone', caseId: kase.id, from: 'DRAFTING', to: 'EVIDENCE' },
    })
  })

  test('is refused where the case has moved since', async () => {
    const kase = await aReadyCase(office, { stage: 'EVIDENCE' })
    const first = await move(office.counsellor, kase, { to: 'DRAFTING' })
    const second = await move(office.counsellor, { ...kase, version: first.version }, { to: 'EVIDENCE' })
    await expect(
      undo(office.counsellor, { caseId: kase.id, version: second.version, eventId: first.eventId }),
    ).rejects.toMatchObject({ code: 'rule', details: { why: 'moved_since' } })
  })

  test('sending a proposal has no undo, and neither has any other consequence', async () => {
    const kase = await aReadyCase(office, { stage: 'CLIENT_REVIEW' })
    const sent = await office.within((tx) =>
      applyMove(
        { actor: office.counsellor, tx, now: clock, audit: () => undefined },
        { caseId: kase.id, to: 'SUBMITTED', reason: '' },
      ),
    )
    await expect(
      undo(office.counsellor, { caseId: kase.id, version: sent.version, eventId: sent.eventId }),
    ).rejects.toMatchObject({ code: 'rule', details: { why: 'no_undo' } })
  })

  test('a closing is taken back by a counsellor on its own day, later by a supervisor only', async () => {
    const [soon, late] = [await aReadyCase(office, { stage: 'EVIDENCE' }), await aReadyCase(office, { stage: 'EVIDENCE' })]
    const nextDay = new Date(clock.getTime() + 24 * 3_600_000)
    const close = async (kase: TestCase) => {
      const { eventId, version } = await move(office.counsellor, kase, { to: 'CLOSED', ...words })
      return { caseId: kase.id, eventId, version }
    }
    await expect(undo(office.counsellor, await close(soon))).resolves.toMatchObject({ to: 'EVIDENCE' })

    const closed = await close(late)
    const canUndo = async (actor: Actor, now: Date) => (await caseGet(actor, { caseId: late.id }, now)).lastMove?.canUndo
    expect(await canUndo(office.counsellor, clock)).toBe(true)
    expect(await canUndo(office.counsellor, nextDay)).toBe(false)
    expect(await canUndo(office.supervisor, nextDay)).toBe(true)
    await expect(execute(undoMove, office.counsellor, closed, { now: nextDay })).rejects.toMatchObject({
      ...{ code: 'forbidden', details: { why: 'supervisor_only' } },
    })
    expect(await stored(late)).toMatchObject({ stage: 'CLOSED' })
    await expect(execute(undoMove, office.supervisor, closed, { now: nextDay })).resolves.toMatchObject({ to: 'EVIDENCE' })
  })

  test('is not for strangers', async () => {
    const kase = await aReadyCase(office, { stage: 'EVIDENCE' })
    const { eventId, version } = await move(office.counsellor, kase, { to: 'DRAFTING' })
    await expect(undo(office.colleague, { caseId: kase.id, version, eventId })).rejects.toMatchObject({ code: 'not_found' })
    await expect(undo(office.auditor, { caseId: kase.id, version, eventId })).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('what the tables know about a case', () => {
  const factsOf = (kase: TestCase) =>
    office.within((tx) => caseFacts({ tx, now: clock, actor: office.counsellor }, { orgId: kase.orgId, id: kase.id }))

  test('a bare case knows its consent and nothing else', async () => {
    expect(await factsOf(await aCase(office))).toMatchObject({
      ...{ consentGiven: true, identityKnown: false, debts: 0, triage: null, hardships: 0, statements: 0 },
      ...{ authorityInForce: false, versionComplete: false, sentWithProof: false, awaitsAnswer: false, answeredYes: false },
    })
  })

  test('a full file knows identity, hardship, statement and authority', async () => {
    const client = await aClient(office)
    await aFullFile(office, client)
    expect(await factsOf(await aCase(office, { client }))).toMatchObject({
      ...{ identityKnown: true, hardships: 1, statements: 1, authorityInForce: true },
    })
  })

  test('an authority letter that has run out does not count', async () => {
    const client = await aClient(office)
    await aFullFile(office, client)
    const kase = await aCase(office, { client })
    await office.within((tx) => tx.execute(`update authorisations set valid_to = '2026-11-20' where client_id = '${client.id}'`))
    expect(await factsOf(kase)).toMatchObject({ authorityInForce: false })
  })

  test('where a creditor decides per loan note, the case waits until each has an answer', async () => {
    const kase = await aCase(office, { stage: 'SUBMITTED' })
    const [one, other] = [await aDebt(office, kase), await aDebt(office, kase)]
    const version = await aVersion(office, one, { sent: true, beside: [other] })
    await aDecision(office, version, { debtId: one.id })
    expect(await factsOf(kase)).toMatchObject({ answeredYes: false })
    await aDecision(office, version, { debtId: other.id, result: 'REJECTED' })
    expect(await factsOf(kase)).toMatchObject({ answeredYes: true })
  })

  test('a counter-offer is no answer until it is accepted, and a refusal is no yes', async () => {
    const kase = await aCase(office, { stage: 'SUBMITTED' })
    const version = await aVersion(office, await aDebt(office, kase), { sent: true })
    const terms = { granted: [{ type: 'TERM_EXTENSION' as const, toPeriods: 5 }], result: 'COUNTERED' as const }
    await aDecision(office, version, terms)
    expect(await factsOf(kase)).toMatchObject({ counterTermsRecorded: true, answeredYes: false })
    await aDecision(office, version, { ...terms, counterAccepted: true, recordedAt: new Date(clock.getTime() + 1000) })
    expect(await factsOf(kase)).toMatchObject({ answeredYes: true })
    await aDecision(office, version, { result: 'REJECTED', recordedAt: new Date(clock.getTime() + 2000) })
    expect(await factsOf(kase)).toMatchObject({ answeredYes: false })
  })
})
