import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { agreements, cases, decisions, evidenceRequests, proposalVersions } from '@/db/schema'
import type { ReliefLine } from '@/db/schema/proposals'
import { aDebt, clock, type Office, openOffice } from '@/db/testing/factories'
import { aNegotiation, aSentProposal, type Negotiation, sending } from '@/db/testing/negotiation'
import { auditOf, refusalOf } from '@/db/testing/traces'
import { moveCase } from '@/lib/cases/commands'
import { execute } from '@/lib/core/command'
import { money } from '@/lib/platform/money'
import { draftProposal } from '@/lib/proposals/draft.commands'
import { listProposals } from '@/lib/proposals/queries'
import { presentProposal, recordApproval } from '@/lib/proposals/review.commands'
import { saveProposal } from '@/lib/proposals/save.commands'
import { sendProposal } from '@/lib/proposals/send.commands'
import { listDecisions } from './queries'
import { recordDecision } from './record.commands'
import { acceptCounter } from './settle.commands'

const extension: ReliefLine[] = [{ type: 'TERM_EXTENSION', toPeriods: 9 }]
const shorter: ReliefLine[] = [{ type: 'TERM_EXTENSION', toPeriods: 6 }]
const later = (days: number) => new Date(clock.getTime() + days * 86_400_000)

let office: Office
let other: Office
beforeAll(async () => {
  office = await openOffice()
  other = await openOffice({ name: '另一家' })
})

const caseOf = async ({ kase }: Negotiation) => {
  const [row] = await office.within((tx) => tx.select().from(cases).where(eq(cases.id, kase.id)))
  if (row === undefined) throw new Error('no case')
  return row
}
const agreementsOf = ({ kase }: Negotiation) =>
  office.within((tx) => tx.select().from(agreements).where(eq(agreements.caseId, kase.id)).orderBy(agreements.createdAt))
const answer = (versionId: string, values: object, now = later(3)) =>
  execute(recordDecision, office.counsellor, { versionId, decidedOn: '2026-11-21', channel: 'PHONE', ...values }, { now })
const accept = (decisionId: string, now = later(4)) => execute(acceptCounter, office.counsellor, { decisionId }, { now })
const sent = async (reliefs = extension) => {
  const negotiation = await aNegotiation(office)
  return { negotiation, ...(await aSentProposal(office, negotiation, reliefs)) }
}

describe('an answer', () => {
  test('SS-06 accepted as asked goes to its confirmation with the plan that was sent', async () => {
    const { negotiation, versionId } = await sent()
    const { outcome, stage, agreementId } = await answer(versionId, { result: 'ACCEPTED', decidedBy: '工号 3271' })
    expect([outcome, stage]).toEqual(['ACCEPTED', 'CONFIRMING'])
    const [agreement] = await agreementsOf(negotiation)
    const { proposals } = await listProposals(office.counsellor, { caseId: negotiation.kase.id })
    expect(agreement).toMatchObject({ id: agreementId, status: 'DRAFT', versionId, schedule: proposals[0]?.lines[0]?.after })
    expect(proposals[0]?.decisions[0]).toMatchObject({ result: 'ACCEPTED', grantRatios: { TERM_EXTENSION: '1.00' } })
  })

  test('SS-17 accepted in part carries what was granted of what was asked', async () => {
    const { negotiation, versionId } = await sent([...extension, { type: 'DATE_CHANGE', dueDay: 20 }])
    const { outcome } = await answer(versionId, { result: 'ACCEPTED_MODIFIED', granted: shorter })
    expect(outcome).toBe('ACCEPTED_MODIFIED')
    const { decisions: listed } = await listDecisions(office.counsellor, { caseId: negotiation.kase.id })
    expect(listed[0]).toMatchObject({ number: 1, round: 1, grantRatios: { TERM_EXTENSION: '0.50', DATE_CHANGE: '0.00' } })
    expect((await agreementsOf(negotiation))[0]?.schedule.rows).toHaveLength(6)
  })

  test('SS-16 refused ends the round and not the case: it opens the fallback planner', async () => {
    const { negotiation, versionId } = await sent()
    const { outcome, agreementId } = await answer(versionId, {
      result: 'REJECTED',
      reasons: ['REASON_INSUFFICIENT', 'CREDIT_RECORD'],
    })
    expect([outcome, agreementId]).toEqual(['REJECTED', null])
    expect(await caseOf(negotiation)).toMatchObject({ stage: 'FALLBACK', fallbackReason: 'REFUSED', nextAction: 'PLAN_FALLBACK' })
  })

  test('SS-07 SS-08 a refusal is counted by its reasons', async () => {
    const { negotiation, versionId } = await sent()
    await answer(versionId, { result: 'REJECTED', reasons: ['REASON_INSUFFICIENT', 'CREDIT_RECORD'] })
    const happened = { type: 'decision.recorded', caseId: negotiation.kase.id, versionId, result: 'REJECTED' }
    expect(await auditOf(office)).toContainEqual({ ...happened, reasons: ['REASON_INSUFFICIENT', 'CREDIT_RECORD'] })
  })

  test('SS-04 a refusal needs a reason, and “not given” is one', async () => {
    const { versionId } = await sent()
    expect((await refusalOf(answer(versionId, { result: 'REJECTED' }))).details).toEqual({ fields: { reasons: ['required'] } })
    expect((await answer(versionId, { result: 'REJECTED', reasons: ['NOT_GIVEN'] })).outcome).toBe('REJECTED')
  })

  test('SS-02 no response is no answer before sixty days of grace after the day it was expected by', async () => {
    const { negotiation, versionId } = await sent()
    expect(sending.expectedReplyBy).toBe('2026-12-05')
    // The fourteen days until it was expected, and sixty more: the last of them is 2027-02-03.
    for (const tooEarly of [later(3), later(15), later(74)])
      expect((await refusalOf(answer(versionId, { result: 'NO_RESPONSE' }, tooEarly))).details).toEqual({
        ...{ why: 'still_time', until: '2027-02-03' },
      })
    await answer(versionId, { result: 'NO_RESPONSE' }, later(75))
    expect(await caseOf(negotiation)).toMatchObject({ stage: 'FALLBACK', fallbackReason: 'NO_ANSWER' })
  })

  test('while documents are being handed in later the answer still counts', async () => {
    const { negotiation, versionId } = await sent()
    const request = {
      ...{ orgId: negotiation.kase.orgId, id: crypto.randomUUID(), caseId: negotiation.kase.id },
      clientId: negotiation.client.id,
    }
    await office.within((tx) =>
      tx
        .insert(evidenceRequests)
        .values({ ...request, code: 'PAYSLIP', from: 'CREDITOR', deadline: '2026-12-01', createdAt: clock }),
    )
    const { version } = await caseOf(negotiation)
    await execute(moveCase, office.counsellor, { caseId: negotiation.kase.id, version, to: 'INFO_REQUESTED' }, { now: clock })
    expect((await answer(versionId, { result: 'ACCEPTED' })).stage).toBe('CONFIRMING')
  })

  test.each<[string, object, string]>([
    ['in part without saying what', { result: 'ACCEPTED_MODIFIED' }, 'granted'],
    ['countered without terms', { result: 'COUNTERED' }, 'granted'],
    ['in part with everything that was asked for', { result: 'ACCEPTED_MODIFIED', granted: extension }, 'granted'],
    ['countered with nothing changed', { result: 'COUNTERED', granted: extension }, 'granted'],
    ['dated before it was sent', { result: 'ACCEPTED', decidedOn: '2026-11-20' }, 'decidedOn'],
    ['dated in the future', { result: 'ACCEPTED', decidedOn: '2026-12-30' }, 'decidedOn'],
    ['about a loan note that is not in the version', { result: 'ACCEPTED', debtId: crypto.randomUUID() }, 'debtId'],
  ])('%s is refused and changes nothing', async (_, values, field) => {
    const { negotiation, versionId } = await sent()
    expect(Object.keys((await refusalOf(answer(versionId, values))).details['fields'] ?? {})).toEqual([field])
    expect((await caseOf(negotiation)).stage).toBe('SUBMITTED')
    expect(await office.within((tx) => tx.select().from(decisions).where(eq(decisions.versionId, versionId)))).toEqual([])
  })

  test('SD-02 a draft that was never sent has no answer, so there is no agreement without a proposal', async () => {
    const negotiation = await aNegotiation(office)
    const { versionId } = await execute(draftProposal, office.counsellor, { caseId: negotiation.kase.id }, { now: clock })
    expect((await refusalOf(answer(versionId, { result: 'ACCEPTED' }))).details).toMatchObject({ why: 'not_awaited' })
    expect(await agreementsOf(negotiation)).toEqual([])
  })

  test('a stranger, a colleague and an assistant cannot', async () => {
    const { versionId } = await sent()
    const values = { versionId, result: 'ACCEPTED', decidedOn: '2026-11-21', channel: 'PHONE' }
    expect((await refusalOf(execute(recordDecision, other.supervisor, values))).code).toBe('not_found')
    expect((await refusalOf(execute(recordDecision, office.colleague, values))).code).toBe('not_found')
    expect((await refusalOf(execute(recordDecision, office.assistant, values))).code).toBe('forbidden')
  })
})

describe('SS-05 counter-offers are rounds', () => {
  test('a counter-offer we take becomes the agreement, with the ratio of what was granted', async () => {
    const { negotiation, versionId } = await sent()
    const { decisionId, stage } = await answer(versionId, { result: 'COUNTERED', granted: shorter })
    expect([stage, await agreementsOf(negotiation)]).toEqual(['COUNTERED', []])
    const accepted = await accept(decisionId)
    expect(accepted).toMatchObject({ outcome: 'ACCEPTED_MODIFIED', stage: 'CONFIRMING' })
    expect((await agreementsOf(negotiation))[0]?.schedule.total).toBe('12509.01')
    expect(await auditOf(office)).toContainEqual({ type: 'counter.accepted', caseId: negotiation.kase.id, versionId, decisionId })
    expect((await refusalOf(accept(decisionId))).details).toMatchObject({ why: 'no_open_counter' })
  })

  test('a counter-offer that came to nothing may close as refused, a version still without an answer may not', async () => {
    const close = async (negotiation: Negotiation) => {
      const { id: caseId, version } = await caseOf(negotiation)
      const closing = { outcome: 'REFUSED_FINAL', reason: '条件谈不拢', summary: '这次没有谈成。' }
      return execute(moveCase, office.counsellor, { caseId, version, to: 'CLOSED', closing }, { now: later(9) })
    }
    const [waiting, countered] = [await sent(), await sent()]
    expect(await refusalOf(close(waiting.negotiation))).toMatchObject({ details: { missing: ['outcomeBorneOut'] } })
    await answer(countered.versionId, { result: 'COUNTERED', granted: shorter })
    await close(countered.negotiation)
    expect((await caseOf(countered.negotiation)).stage).toBe('CLOSED')
  })

  test('a counter-offer answered with a version of our own opens the next round, and the history shows who moved what', async () => {
    const { negotiation, versionId } = await sent()
    await answer(versionId, { result: 'COUNTERED', granted: shorter })
    const next = await execute(draftProposal, office.counsellor, { caseId: negotiation.kase.id }, { now: later(4) })
    const lines = [{ debtId: negotiation.debt.id, reliefs: [{ type: 'TERM_EXTENSION', toPeriods: 8 }] }]
    const words = { limitationAnswer: 'NOT_NEAR', truthDeclared: true }
    const saved = await execute(
      saveProposal,
      office.counsellor,
      { versionId: next.versionId, version: next.version, lines, ...words },
      { now: later(4) },
    )
    const shown = await execute(
      presentProposal,
      office.counsellor,
      { versionId: saved.versionId, version: saved.version },
      { now: later(4) },
    )
    expect((await caseOf(negotiation)).stage).toBe('CLIENT_REVIEW')
    const approved = await execute(recordApproval, office.counsellor, { ...shown, channel: 'PHONE' }, { now: later(4) })
    const going = { versionId: approved.versionId, version: approved.version, ...sending }
    await execute(sendProposal, office.counsellor, going, { now: later(4) })
    const { proposals } = await listProposals(office.counsellor, { caseId: negotiation.kase.id })
    expect(proposals.map(({ round, lines: [line], decisions: [decision] }) => [round, line?.reliefs, decision?.granted])).toEqual(
      [
        [2, [{ type: 'TERM_EXTENSION', toPeriods: 8 }], undefined],
        [1, extension, shorter],
      ],
    )
  })

  test('a refused case takes no counter, and a stranger takes none at all', async () => {
    const { versionId } = await sent()
    const { decisionId } = await answer(versionId, { result: 'COUNTERED', granted: shorter })
    expect((await refusalOf(execute(acceptCounter, other.counsellor, { decisionId }))).code).toBe('not_found')
    expect((await refusalOf(execute(acceptCounter, office.colleague, { decisionId }))).code).toBe('not_found')
    await answer(versionId, { result: 'REJECTED', reasons: ['POLICY'] }, later(4))
    expect((await refusalOf(accept(decisionId, later(5)))).details).toMatchObject({ why: 'no_open_counter', stage: 'FALLBACK' })
  })

  test('paper that differs takes the case back to the counter-offer, and the draft of the agreement with it', async () => {
    const { negotiation, versionId } = await sent()
    await answer(versionId, { result: 'ACCEPTED' })
    const { stage } = await answer(versionId, { result: 'COUNTERED', granted: shorter }, later(4))
    expect([stage, (await agreementsOf(negotiation)).map(({ status }) => status)]).toEqual(['COUNTERED', ['REPLACED']])
  })
})

describe('a creditor who decides loan note by loan note', () => {
  const two = async (ofSecond = shorter) => {
    const negotiation = await aNegotiation(office)
    const second = await aDebt(office, negotiation.kase, { contractNumber: 'JB2025119902', principal: money('6000.00') })
    const step = await execute(draftProposal, office.counsellor, { caseId: negotiation.kase.id }, { now: clock })
    const lines = [
      { debtId: negotiation.debt.id, reliefs: shorter },
      { debtId: second.id, reliefs: ofSecond },
    ]
    const words = { limitationAnswer: 'NOT_NEAR', truthDeclared: true, overAffordableReason: '家人补贴' }
    const saved = await execute(
      saveProposal,
      office.counsellor,
      { versionId: step.versionId, version: step.version, lines, ...words },
      { now: clock },
    )
    const shown = await execute(
      presentProposal,
      office.counsellor,
      { versionId: saved.versionId, version: saved.version },
      { now: clock },
    )
    const approved = await execute(recordApproval, office.counsellor, { ...shown, channel: 'PAPER' }, { now: clock })
    const going = { versionId: approved.versionId, version: approved.version, ...sending }
    await execute(sendProposal, office.counsellor, going, { now: clock })
    return { negotiation, second, versionId: step.versionId }
  }

  test('the case waits until each has an answer; one granted and one refused is granted in part', async () => {
    const { negotiation, second, versionId } = await two()
    const first = await answer(versionId, { result: 'ACCEPTED', debtId: negotiation.debt.id })
    expect(first).toMatchObject({ outcome: 'PENDING', stage: 'SUBMITTED', agreementId: null })
    const both = await answer(versionId, { result: 'REJECTED', reasons: ['NOT_GIVEN'], debtId: second.id }, later(4))
    expect(both).toMatchObject({ outcome: 'ACCEPTED_MODIFIED', stage: 'CONFIRMING' })
    expect((await agreementsOf(negotiation))[0]?.schedule.total).toBe('12509.01')
  })

  test('both granted are one plan, one instalment on each day', async () => {
    const { negotiation, versionId } = await two()
    await answer(versionId, { result: 'ACCEPTED' })
    const [agreement] = await agreementsOf(negotiation)
    // Worked out apart: 2,084.83 and 1,042.42 five times, then 2,084.86 and 1,042.39.
    expect(agreement?.schedule.rows.map(({ payment }) => payment)).toEqual(Array.from({ length: 6 }, () => '3127.25'))
  })

  test('one answer to both keeps what was granted for each, and its ratio', async () => {
    const { negotiation, versionId } = await two([{ type: 'RATE_CUT', toDailyPercent: '0.03' }])
    await answer(versionId, { result: 'ACCEPTED' })
    const { decisions: listed } = await listDecisions(office.counsellor, { caseId: negotiation.kase.id })
    expect(listed[0]?.granted.map(({ type }) => type).toSorted()).toEqual(['RATE_CUT', 'TERM_EXTENSION'])
    expect(listed[0]?.grantRatios).toEqual({ TERM_EXTENSION: '1.00', RATE_CUT: '1.00' })
  })

  test('granted in part has to name the loan note', async () => {
    const { versionId } = await two()
    const refusal = await refusalOf(answer(versionId, { result: 'ACCEPTED_MODIFIED', granted: extension }))
    expect(refusal.details).toEqual({ fields: { debtId: ['required'] } })
  })
})

test('the outcome is the one thing of a sent version that changes', async () => {
  const { versionId } = await sent()
  const [before] = await office.within((tx) => tx.select().from(proposalVersions).where(eq(proposalVersions.id, versionId)))
  await answer(versionId, { result: 'ACCEPTED' })
  const [after] = await office.within((tx) => tx.select().from(proposalVersions).where(eq(proposalVersions.id, versionId)))
  expect(after).toEqual({ ...before, outcome: 'ACCEPTED', version: (before?.version ?? 0) + 1 })
})
