import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { cases, debts, factorSnapshots, hardships, proposalVersions, statements } from '@/db/schema'
import { aClient, clientActor, clock, type Office, openOffice } from '@/db/testing/factories'
import { aDraft, aNegotiation, anApproved, aSentProposal, sending } from '@/db/testing/negotiation'
import { extension, proposalSteps } from '@/db/testing/proposal-steps'
import { accessOf, auditOf, refusalOf } from '@/db/testing/traces'
import { execute } from '@/lib/core/command'
import { money } from '@/lib/platform/money'
import { getLetter } from './letter.queries'
import { proposalPdf } from './letter-pdf'
import { getProposal } from './queries'
import { presentProposal } from './review.commands'
import { sendProposal } from './send.commands'

let office: Office
let other: Office
beforeAll(async () => {
  office = await openOffice()
  other = await openOffice({ name: '另一家' })
})

const { by, versionOf, draft, save, send, withdraw } = proposalSteps(() => office)

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

  test('SS-01 nor can its case go and take it along, nor can anybody but the owner write the permit for that', async () => {
    const negotiation = await aNegotiation(office)
    const { versionId } = await aSentProposal(office, negotiation, extension)
    const removal = office.within((tx) => tx.delete(cases).where(eq(cases.id, negotiation.kase.id)))
    await expect(removal).rejects.toMatchObject({ code: '23001' })
    const permit = office.within(async (tx) => {
      await tx.execute(sql`insert into drop_permits values (pg_current_xact_id()::text)`)
      await tx.delete(cases).where(eq(cases.id, negotiation.kase.id))
    })
    await expect(permit).rejects.toMatchObject({ code: '42501' })
    expect(await versionOf(versionId)).toMatchObject({ sentAt: clock })
  })

  test('SS-01 nor does a table of one’s own with the name of ours open what was sent', async () => {
    const { versionId } = await aSentProposal(office, await aNegotiation(office), extension)
    const past = office.within(async (tx) => {
      await tx.execute(sql`create temporary table proposal_versions (org_id uuid, id uuid, sent_at timestamptz) on commit drop`)
      await tx.execute(sql`delete from public.proposal_lines where version_id = ${versionId}`)
    })
    // A database of its own is made for this file: there the right to temporary tables is taken, or is not.
    await expect(past).rejects.toMatchObject({ code: expect.stringMatching(/^(23001|42501)$/) })
  })

  test('SS-01 nor is a line put into what was sent, or moved there', async () => {
    const { versionId } = await aSentProposal(office, await aNegotiation(office), extension)
    const draft = await aDraft(office, await aNegotiation(office), extension)
    const refused = { code: '23001' }
    const copy = office.within((tx) =>
      tx.execute(sql`insert into proposal_lines select (jsonb_populate_record(l, jsonb_build_object('version_id', ${versionId}::text))).*
        from proposal_lines l where version_id = ${draft.versionId}`),
    )
    await expect(copy).rejects.toMatchObject(refused)
    const touched = office.within(async (tx) => {
      await tx.execute(sql`update proposal_versions set outcome = outcome where id = ${versionId}`)
      await tx.execute(sql`update proposal_lines set version_id = ${versionId} where version_id = ${draft.versionId}`)
    })
    await expect(touched).rejects.toMatchObject(refused)
    const move = office.within((tx) =>
      tx.execute(sql`update proposal_lines set version_id = ${versionId} where version_id = ${draft.versionId}`),
    )
    await expect(move).rejects.toMatchObject(refused)
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
  test('SX-02 who speaks up five days before the due date is frozen as that early, at sending and in the first contact', async () => {
    const negotiation = await aNegotiation(office, { kase: { firstHardshipContactAt: clock } })
    await office.within((tx) => tx.update(debts).set({ nextDueOn: '2026-11-26' }).where(eq(debts.id, negotiation.debt.id)))
    const { versionId } = await aSentProposal(office, negotiation, extension)
    const its = eq(factorSnapshots.versionId, versionId)
    const [frozen] = await office.within((tx) => tx.select().from(factorSnapshots).where(its))
    expect(frozen?.values).toMatchObject({ 'F-01': -5, 'F-02': 'NOT_DUE', 'F-03': -5 })
  })

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
      'F-05': 'UNEMPLOYMENT',
      'F-06': null,
      'F-07': '0.5371',
      'F-08': '0.9477',
      'F-19': ['TERM_EXTENSION'],
      'F-21': { term: '2.0000', instalment: '0.5089' },
      'F-24': { channel: 'APP_CHAT', speaker: null },
      'F-25': { fundingMode: null, holderStage: null },
      'F-26': '2026Q4',
    })
    expect(atSending?.missing).toMatchObject({ 'F-06': 'NO_INCOME_BEFORE', 'F-15': 'NOT_RECORDED', 'F-18': 'NO_REPORT' })
    expect(atSending?.missing).toMatchObject({ 'F-24': 'NOT_RECORDED', 'F-25': 'NOT_RECORDED' })
    await office.within(async (tx) => {
      await tx
        .update(hardships)
        .set({ type: 'ILLNESS', incomeBefore: money('9000') })
        .where(eq(hardships.clientId, negotiation.client.id))
      await tx.update(debts).set({ overdueEpisodes: 5 }).where(eq(debts.id, negotiation.debt.id))
      await tx
        .update(statements)
        .set({ disposable: money('1') })
        .where(eq(statements.clientId, negotiation.client.id))
    })
    expect(await frozen()).toEqual(atSending)
    const its = eq(factorSnapshots.versionId, versionId)
    const refused = { code: '42501' }
    const change = office.within((tx) => tx.update(factorSnapshots).set({ refrozen: true }).where(its))
    await expect(change).rejects.toMatchObject(refused)
    await expect(office.within((tx) => tx.delete(factorSnapshots).where(its))).rejects.toMatchObject(refused)
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
