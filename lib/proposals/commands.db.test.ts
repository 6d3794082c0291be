import { and, desc, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { cases, debts, factorSnapshots, hardships, proposalVersions, statements } from '@/db/schema'
import type { ReliefLine } from '@/db/schema/proposals'
import { aClient, aDebt, clientActor, clock, type Office, openOffice, staffMember } from '@/db/testing/factories'
import { aDraft, aNegotiation, anApproved, aSentProposal, type Negotiation, sending } from '@/db/testing/negotiation'
import { accessOf, auditOf, refusalOf } from '@/db/testing/traces'
import { execute } from '@/lib/core/command'
import { recordDecision } from '@/lib/decisions/record.commands'
import { money } from '@/lib/platform/money'
import { draftProposal } from './draft.commands'
import { getLetter } from './letter.queries'
import { proposalPdf } from './letter-pdf'
import { getProposal, listProposals } from './queries'
import { checkProposal, presentProposal, recordApproval } from './review.commands'
import { saveProposal } from './save.commands'
import { sendProposal, withdrawProposal } from './send.commands'

const extension: ReliefLine[] = [{ type: 'TERM_EXTENSION', toPeriods: 6 }]

let office: Office
let other: Office
beforeAll(async () => {
  office = await openOffice()
  other = await openOffice({ name: '另一家' })
})

const versionOf = async (id: string) => {
  const [row] = await office.within((tx) => tx.select().from(proposalVersions).where(eq(proposalVersions.id, id)))
  if (row === undefined) throw new Error('no version')
  return row
}
const stageOf = async ({ kase }: Negotiation) => {
  const [row] = await office.within((tx) => tx.select({ stage: cases.stage }).from(cases).where(eq(cases.id, kase.id)))
  return row?.stage
}
const by = () => office.counsellor
const draft = (negotiation: Negotiation, values: object = {}) =>
  execute(draftProposal, by(), { caseId: negotiation.kase.id, ...values }, { now: clock })
const save = (step: { versionId: string; version: number }, values: object) =>
  execute(saveProposal, by(), { versionId: step.versionId, version: step.version, ...values }, { now: clock })
const send = (step: { versionId: string; version: number }, values: object = {}) =>
  execute(sendProposal, by(), { versionId: step.versionId, version: step.version, ...sending, ...values }, { now: clock })
const withdraw = (step: { versionId: string; version: number }) =>
  execute(withdrawProposal, by(), { versionId: step.versionId, version: step.version }, { now: clock })

describe('proposal.draft', () => {
  test('SS-01 edit after send: a new version copies the last one and is the next number', async () => {
    const negotiation = await aNegotiation(office)
    const sent = await aSentProposal(office, negotiation, extension)
    await withdraw({ ...sent })
    const { versionId, number } = await draft(negotiation)
    expect(number).toBe(2)
    const view = await getProposal(by(), { versionId }, clock)
    expect(view.lines[0]?.reliefs).toEqual(extension)
    expect(view.round).toBe(1)
  })

  test('is audited', async () => {
    const negotiation = await aNegotiation(office)
    const { versionId } = await draft(negotiation)
    const happened = { type: 'proposal.drafted', caseId: negotiation.kase.id, versionId, number: 1 }
    expect(await auditOf(office)).toContainEqual(happened)
  })

  test('FB-07 after a refusal the next version must say what changed, and opens the next round', async () => {
    const negotiation = await aNegotiation(office)
    const { versionId } = await aSentProposal(office, negotiation, extension)
    const refusal = {
      versionId,
      result: 'REJECTED',
      reasons: ['EVIDENCE_INSUFFICIENT'],
      decidedOn: '2026-11-21',
      channel: 'PHONE',
    }
    await execute(recordDecision, by(), refusal, { now: clock })
    expect(await refusalOf(draft(negotiation))).toMatchObject({
      code: 'invalid',
      details: { fields: { whatChanged: ['required'] } },
    })
    expect(await stageOf(negotiation)).toBe('FALLBACK')
    const next = await draft(negotiation, { whatChanged: '补充了诊断证明' })
    expect(await versionOf(next.versionId)).toMatchObject({ round: 2, number: 2, whatChanged: '补充了诊断证明' })
    expect(await stageOf(negotiation)).toBe('DRAFTING')
  })

  test('is refused while a sent version waits for its answer', async () => {
    const negotiation = await aNegotiation(office)
    await aSentProposal(office, negotiation, extension)
    expect(await refusalOf(draft(negotiation))).toEqual({ code: 'rule', details: { why: 'awaits_answer' } })
  })

  test('a colleague, a stranger and an assistant cannot', async () => {
    const { kase } = await aNegotiation(office)
    const attempt = (actor: Parameters<typeof execute>[1]) => refusalOf(execute(draftProposal, actor, { caseId: kase.id }))
    expect((await attempt(office.colleague)).code).toBe('not_found')
    expect((await attempt(other.supervisor)).code).toBe('not_found')
    expect((await attempt(office.assistant)).code).toBe('forbidden')
    expect(await accessOf(office)).toContainEqual(expect.objectContaining({ kind: 'denied', what: 'proposal.draft:not_found' }))
  })
})

describe('proposal.save', () => {
  test('works out the plan and writes the letter here, not on the screen', async () => {
    const negotiation = await aNegotiation(office)
    const { versionId } = await aDraft(office, negotiation, extension)
    const view = await getProposal(by(), { versionId }, clock)
    expect(view.lines[0]).toMatchObject({ instalment: '2084.83', total: '12509.01', waived: '0.00' })
    const { letterText, letterTitle, letterTemplate, letterHash } = await versionOf(versionId)
    expect(letterTitle).toBe('关于调整还款安排的申请')
    expect(letterText).toContain('将剩余还款期数延长至6期')
    expect(letterText).toContain('人民币壹万贰仟元整')
    expect(letterText).toContain('李小明')
    expect(letterTemplate).toMatch(/^NEGOTIATION@1#[0-9a-f]{8}\/zh-CN\/2026-11-21$/)
    expect(letterHash).toHaveLength(64)
    expect(view.letterText).toContain('李**')
    expect(view.letterText).not.toContain('李小明')
  })

  test('the letter follows the language of the version', async () => {
    const negotiation = await aNegotiation(office)
    const saved = await aDraft(office, negotiation, extension)
    await save(saved, { letterLocale: 'en' })
    expect((await versionOf(saved.versionId)).letterText).toContain('extend the remaining term to 6 instalments')
  })

  test('a change of what the client approved takes the approval back; filling in the rest does not', async () => {
    const negotiation = await aNegotiation(office)
    const approved = await anApproved(office, negotiation, extension)
    const rated = await save(approved, { ratedWillingness: 4, limitationAnswer: 'RUNNING' })
    expect([rated.approvalLost, (await versionOf(approved.versionId)).clientApprovedAt]).toEqual([false, clock])
    const changed = await save(rated, {
      lines: [{ debtId: negotiation.debt.id, reliefs: [{ type: 'TERM_EXTENSION', toPeriods: 9 }] }],
    })
    expect([changed.approvalLost, (await versionOf(approved.versionId)).clientApprovedAt]).toEqual([true, null])
  })

  test('filling in the rest on a later day does not change the day of the letter', async () => {
    const approved = await anApproved(office, await aNegotiation(office), extension)
    const tomorrow = new Date(clock.getTime() + 86_400_000)
    const values = { versionId: approved.versionId, version: approved.version, ratedWillingness: 5 }
    expect((await execute(saveProposal, by(), values, { now: tomorrow })).approvalLost).toBe(false)
  })

  test('a loan note that lacks a fact is refused, and the fact is named', async () => {
    const negotiation = await aNegotiation(office, { debt: { dailyPercent: null } })
    const step = await draft(negotiation)
    const fields = { [`lines.${negotiation.debt.id}.dailyPercent`]: ['required'] }
    const lines = [{ debtId: negotiation.debt.id, reliefs: extension }]
    expect(await refusalOf(save(step, { lines }))).toEqual({ code: 'invalid', details: { fields } })
  })

  test.each<[string, object[]]>([
    ['two of a kind', [...extension, ...extension]],
    ['a percentage above a hundred', [{ type: 'WAIVE_INTEREST', percent: '101' }]],
    ['an instalment of nothing', [{ type: 'LOWER_INSTALMENT', amount: '0' }]],
    ['an unknown parameter', [{ type: 'TERM_EXTENSION', toPeriods: 6, secret: 1 }]],
    ['an unknown relief', [{ type: 'FORGIVE_ALL' }]],
  ])('%s is refused and changes nothing', async (_, reliefs) => {
    const negotiation = await aNegotiation(office)
    const step = await draft(negotiation)
    expect((await refusalOf(save(step, { lines: [{ debtId: negotiation.debt.id, reliefs }] }))).code).toBe('invalid')
    expect((await versionOf(step.versionId)).version).toBe(step.version)
  })

  test('another client’s loan note is refused', async () => {
    const [mine, theirs] = [await aNegotiation(office), await aNegotiation(office)]
    const step = await draft(mine)
    const lines = [{ debtId: theirs.debt.id, reliefs: extension }]
    expect((await refusalOf(save(step, { lines }))).details).toEqual({ fields: { [`lines.${theirs.debt.id}`]: ['choice'] } })
  })

  test('two people editing: the second is told', async () => {
    const negotiation = await aNegotiation(office)
    const step = await draft(negotiation)
    const first = await save(step, { sourceOfFunds: '工资' })
    expect(await refusalOf(save(step, { sourceOfFunds: '奖金' }))).toEqual({
      code: 'conflict',
      details: { current: first.version },
    })
  })

  test('a stranger cannot, and an auditor reads only', async () => {
    const step = await draft(await aNegotiation(office))
    const values = { ...{ versionId: step.versionId, version: step.version }, sourceOfFunds: 'x' }
    expect((await refusalOf(execute(saveProposal, other.counsellor, values))).code).toBe('not_found')
    expect((await refusalOf(execute(saveProposal, office.colleague, values))).code).toBe('not_found')
    expect((await refusalOf(execute(saveProposal, office.auditor, values))).code).toBe('forbidden')
    expect((await getProposal(office.auditor, { versionId: step.versionId }, clock)).may.save).toBe(false)
  })
})

describe('putting a version before the client', () => {
  test('SD-06 of three alternatives one is chosen and the others are set aside, still to be compared', async () => {
    const negotiation = await aNegotiation(office)
    const drafts = [
      await aDraft(office, negotiation, extension),
      await aDraft(office, negotiation, [{ type: 'TERM_EXTENSION', toPeriods: 9 }]),
      await aDraft(office, negotiation, [{ type: 'LOWER_INSTALMENT', amount: '1500.00' }]),
    ]
    const chosen = drafts[1] ?? { versionId: '', version: 0 }
    await execute(presentProposal, by(), { versionId: chosen.versionId, version: chosen.version }, { now: clock })
    expect(await stageOf(negotiation)).toBe('CLIENT_REVIEW')
    const { proposals } = await listProposals(by(), { caseId: negotiation.kase.id }, clock)
    expect(proposals.map(({ number, outcome }) => [number, outcome])).toEqual([
      [3, 'SUPERSEDED'],
      [2, 'PENDING'],
      [1, 'SUPERSEDED'],
    ])
    expect(new Set(proposals.map(({ lines }) => lines[0]?.total)).size).toBe(3)
  })

  test('SD-03 is refused without a cause of hardship, and says so', async () => {
    const negotiation = await aNegotiation(office)
    await office.within((tx) => tx.delete(hardships).where(eq(hardships.clientId, negotiation.client.id)))
    const step = await aDraft(office, negotiation, extension)
    const refusal = await refusalOf(
      execute(presentProposal, by(), { versionId: step.versionId, version: step.version }, { now: clock }),
    )
    expect(refusal).toMatchObject({ code: 'guard_missing', details: { missing: ['hardship'], to: 'CLIENT_REVIEW' } })
  })

  test('SP-12 the client’s approval is recorded with the hash of what was approved', async () => {
    const negotiation = await aNegotiation(office)
    const approved = await anApproved(office, negotiation, extension)
    const { letterHash } = await versionOf(approved.versionId)
    const happened = {
      type: 'proposal.approved',
      caseId: negotiation.kase.id,
      versionId: approved.versionId,
      hash: letterHash,
      channel: 'PAPER',
    }
    expect(await auditOf(office)).toContainEqual(happened)
  })

  test('an approval of a version that has changed since is a conflict', async () => {
    const negotiation = await aNegotiation(office)
    const step = await aDraft(office, negotiation, extension)
    const stale = { versionId: step.versionId, version: step.version - 1, channel: 'PHONE' }
    expect((await refusalOf(execute(recordApproval, by(), stale, { now: clock }))).code).toBe('conflict')
  })

  test('where the office wants a supervisor’s check, nothing goes to the client without it', async () => {
    const strict = await openOffice({ rules: { supervisorChecks: true } })
    const negotiation = await aNegotiation(strict)
    const step = await aDraft(strict, negotiation, extension)
    const values = { versionId: step.versionId, version: step.version }
    const refusal = await refusalOf(execute(presentProposal, strict.counsellor, values, { now: clock }))
    expect(refusal.details).toMatchObject({ missing: ['supervisorCheck'] })
    expect((await refusalOf(execute(checkProposal, strict.counsellor, values, { now: clock }))).code).toBe('forbidden')
    const checked = await execute(checkProposal, strict.supervisor, values, { now: clock })
    expect(await auditOf(strict)).toContainEqual(expect.objectContaining({ type: 'proposal.checked', versionId: step.versionId }))
    await execute(presentProposal, strict.counsellor, checked, { now: clock })
  })
})

describe('proposal.send', () => {
  test('freezes the letter, the factors and the way it went, and waits for the creditor', async () => {
    const negotiation = await aNegotiation(office)
    const { versionId } = await aSentProposal(office, negotiation, extension)
    const sent = await versionOf(versionId)
    expect(sent).toMatchObject({
      sentAt: clock,
      channel: 'APP_CHAT',
      proof: sending.proof,
      expectedReplyBy: '2026-12-05',
      outcome: 'PENDING',
    })
    const [kase] = await office.within((tx) => tx.select().from(cases).where(eq(cases.id, negotiation.kase.id)))
    expect(kase).toMatchObject({ stage: 'SUBMITTED', whoseMove: 'creditor', nextAction: 'AWAIT_REPLY', dueOn: '2026-12-05' })
    const happened = (await auditOf(office)).filter((event) => 'versionId' in event && event.versionId === versionId)
    expect(happened.map((event) => event.type)).toEqual([
      'proposal.drafted',
      'proposal.saved',
      'proposal.presented',
      'proposal.approved',
      'proposal.sent',
      'factors.frozen',
    ])
  })

  test('SS-01 what was sent cannot be changed, neither through us nor past us', async () => {
    const sent = await aSentProposal(office, await aNegotiation(office), extension)
    expect(await refusalOf(save(sent, { sourceOfFunds: '奖金' }))).toMatchObject({ code: 'immutable' })
    expect((await refusalOf(send(sent))).code).toBe('immutable')
    const past = office.within((tx) =>
      tx.update(proposalVersions).set({ letterText: 'x' }).where(eq(proposalVersions.id, sent.versionId)),
    )
    await expect(past).rejects.toThrow()
  })

  test('SE-16 is refused without the declaration of truth', async () => {
    const approved = await anApproved(office, await aNegotiation(office), extension)
    const undeclared = await save(approved, { truthDeclared: false })
    expect((await refusalOf(send(undeclared))).details).toMatchObject({ missing: ['truth'], to: 'SUBMITTED' })
  })

  test('SP-12 is refused without the client’s approval', async () => {
    const step = await aDraft(office, await aNegotiation(office), extension)
    expect((await refusalOf(send(step))).details).toMatchObject({ missing: ['clientApproval'], to: 'SUBMITTED' })
  })

  test('SP-07 above what is left over it needs a reason, and the reason is kept', async () => {
    const negotiation = await aNegotiation(office)
    const dear = await aDraft(office, negotiation, [{ type: 'TERM_EXTENSION', toPeriods: 4 }])
    const silent = await save(dear, { overAffordableReason: '' })
    const present = { versionId: silent.versionId, version: silent.version }
    expect((await refusalOf(execute(presentProposal, by(), present, { now: clock }))).details).toEqual({
      fields: { overAffordableReason: ['required'] },
    })
    expect((await getProposal(by(), { versionId: silent.versionId }, clock)).standing.fits).toBe(false)
    await save(silent, { overAffordableReason: '父母每月补贴' })
    expect((await versionOf(silent.versionId)).overAffordableReason).toBe('父母每月补贴')
  })

  test('SR-05 a lump sum needs the source of the money', async () => {
    const negotiation = await aNegotiation(office)
    const step = await aDraft(office, negotiation, [{ type: 'LUMP_SUM', amount: '10000.00', on: '2026-12-20' }])
    const silent = await save(step, { sourceOfFunds: '' })
    const present = { versionId: silent.versionId, version: silent.version }
    expect((await refusalOf(execute(presentProposal, by(), present, { now: clock }))).details).toEqual({
      fields: { sourceOfFunds: ['required'] },
    })
  })

  test('a letter with a gap is not sent: here the contract number is not known', async () => {
    const step = await aDraft(office, await aNegotiation(office, { debt: { contractNumber: '' } }), extension)
    const refusal = await refusalOf(
      execute(presentProposal, by(), { versionId: step.versionId, version: step.version }, { now: clock }),
    )
    expect(refusal.details).toMatchObject({ why: 'letter', findings: [{ code: 'empty_value', word: 'contract_tail' }] })
  })

  test('facts that changed after the approval stop the sending until it is saved and approved again', async () => {
    const negotiation = await aNegotiation(office)
    const approved = await anApproved(office, negotiation, extension)
    await office.within((tx) =>
      tx
        .update(debts)
        .set({ principal: money('11000.00') })
        .where(eq(debts.id, negotiation.debt.id)),
    )
    expect((await refusalOf(send(approved))).details).toEqual({ why: 'facts_changed' })
    expect((await save(approved, {})).approvalLost).toBe(true)
  })

  test('a day gone by is no date to expect an answer by', async () => {
    const approved = await anApproved(office, await aNegotiation(office), extension)
    expect((await refusalOf(send(approved, { expectedReplyBy: '2026-11-20' }))).details).toEqual({
      fields: { expectedReplyBy: ['past'] },
    })
  })

  test('a stranger and an assistant cannot', async () => {
    const approved = await anApproved(office, await aNegotiation(office), extension)
    const values = { versionId: approved.versionId, version: approved.version, ...sending }
    expect((await refusalOf(execute(sendProposal, other.supervisor, values))).code).toBe('not_found')
    expect((await refusalOf(execute(sendProposal, office.assistant, values))).code).toBe('forbidden')
    expect((await refusalOf(execute(sendProposal, clientActor(office, await aClient(office)), values))).code).toBe('forbidden')
  })
})

describe('factors', () => {
  test('SF-09 SF-12 are frozen at sending: later edits never flow in', async () => {
    const negotiation = await aNegotiation(office, { kase: { firstHardshipContactAt: clock } })
    const { versionId } = await aSentProposal(office, negotiation, extension)
    const frozen = async () => {
      const [row] = await office.within((tx) => tx.select().from(factorSnapshots).where(eq(factorSnapshots.versionId, versionId)))
      return row
    }
    const atSending = await frozen()
    expect(atSending).toMatchObject({ catalogueVersion: 1, refrozen: false, takenAt: clock })
    expect(atSending?.values).toMatchObject({
      'F-01': -14,
      'F-02': 'NOT_DUE',
      'F-03': -14,
      'F-04': 0,
      'F-05': 'ILLNESS',
      'F-06': null,
      'F-07': '0.5371',
      'F-08': '0.9477',
      'F-19': ['TERM_EXTENSION'],
      'F-21': { term: '2.0000', instalment: '0.5089' },
      'F-24': { channel: 'APP_CHAT', speaker: 'COUNSELLOR_WITH_AUTHORITY' },
      'F-26': '2026Q4',
    })
    expect(atSending?.missing).toMatchObject({ 'F-06': 'NO_INCOME_BEFORE', 'F-15': 'NOT_RECORDED', 'F-18': 'NO_REPORT' })
    await office.within(async (tx) => {
      await tx
        .update(hardships)
        .set({ type: 'UNEMPLOYMENT', incomeBefore: money('9000') })
        .where(eq(hardships.clientId, negotiation.client.id))
      await tx.update(debts).set({ overdueEpisodes: 5 }).where(eq(debts.id, negotiation.debt.id))
      await tx
        .update(statements)
        .set({ disposable: money('1') })
        .where(eq(statements.clientId, negotiation.client.id))
    })
    expect(await frozen()).toEqual(atSending)
  })

  test('a second version takes its own snapshot; the first keeps its own', async () => {
    const negotiation = await aNegotiation(office)
    const first = await aSentProposal(office, negotiation, extension)
    await withdraw(first)
    const second = await aSentProposal(office, negotiation, [{ type: 'LOWER_INSTALMENT', amount: '2000.00' }])
    const asked = async (id: string) => {
      const [row] = await office.within((tx) => tx.select().from(factorSnapshots).where(eq(factorSnapshots.versionId, id)))
      return row?.values['F-19']
    }
    expect([await asked(first.versionId), await asked(second.versionId)]).toEqual([['TERM_EXTENSION'], ['LOWER_INSTALMENT']])
  })
})

describe('proposal.withdraw', () => {
  test('takes the version back and the case to drafting; there is nothing to answer any more', async () => {
    const negotiation = await aNegotiation(office)
    const sent = await aSentProposal(office, negotiation, extension)
    const withdrawn = await withdraw(sent)
    expect([await stageOf(negotiation), (await versionOf(sent.versionId)).outcome]).toEqual(['DRAFTING', 'WITHDRAWN'])
    expect((await refusalOf(withdraw({ ...sent, version: withdrawn.version }))).details).toMatchObject({
      why: 'already_answered',
    })
    expect(await auditOf(office)).toContainEqual(
      expect.objectContaining({ type: 'proposal.withdrawn', versionId: sent.versionId }),
    )
  })

  test('a stranger cannot', async () => {
    const sent = await aSentProposal(office, await aNegotiation(office), extension)
    const values = { versionId: sent.versionId, version: sent.version }
    expect((await refusalOf(execute(withdrawProposal, office.colleague, values))).code).toBe('not_found')
  })
})

test('two loan notes of one creditor are one proposal, one letter and one plan', async () => {
  const negotiation = await aNegotiation(office)
  const second = await aDebt(office, negotiation.kase, { contractNumber: 'JB2025119902', nextDueOn: '2026-12-20' })
  const step = await draft(negotiation)
  const lines = [
    { debtId: negotiation.debt.id, reliefs: extension },
    { debtId: second.id, reliefs: [{ type: 'TERM_EXTENSION', toPeriods: 12 }] },
  ]
  await save(step, { lines })
  const { letterText } = await versionOf(step.versionId)
  expect(letterText).toContain('合同尾号0677：将剩余还款期数延长至6期')
  expect(letterText).toContain('合同尾号9902：将剩余还款期数延长至12期')
})

test('a member who deputises for the owner may work on the proposal', async () => {
  const negotiation = await aNegotiation(office)
  const deputy = await staffMember({
    organisationId: office.organisationId,
    roles: ['COUNSELLOR'],
    owners: [office.counsellor.id],
  })
  const { number } = await execute(draftProposal, deputy, { caseId: negotiation.kase.id }, { now: clock })
  const [latest] = await office.within((tx) =>
    tx
      .select({ createdBy: proposalVersions.createdBy })
      .from(proposalVersions)
      .where(and(eq(proposalVersions.caseId, negotiation.kase.id), eq(proposalVersions.number, number)))
      .orderBy(desc(proposalVersions.number)),
  )
  expect(latest?.createdBy).toBe(deputy.id)
})

describe('the letter as a file', () => {
  test('SP-12 is a PDF of the kept text, and leaves a line in the access log', async () => {
    const { versionId } = await aSentProposal(office, await aNegotiation(office), extension)
    const letter = await getLetter(by(), { versionId }, clock)
    expect([letter.letterText.includes('李小明'), letter.schedules[0]?.contractTail]).toEqual([true, '0677'])
    const pdf = await proposalPdf(letter, clock)
    expect(new TextDecoder('latin1').decode(pdf.slice(0, 5))).toBe('%PDF-')
    expect(await accessOf(office)).toContainEqual(
      expect.objectContaining({ kind: 'download', what: 'proposal.letter', object: versionId }),
    )
  })

  test('a stranger gets nothing, and a version without a letter says so', async () => {
    const negotiation = await aNegotiation(office)
    const { versionId } = await draft(negotiation)
    expect((await refusalOf(getLetter(by(), { versionId }, clock))).details).toEqual({ why: 'no_letter' })
    expect((await refusalOf(getLetter(other.supervisor, { versionId }, clock))).code).toBe('not_found')
  })
})
