import { beforeAll, describe, expect, test } from 'vitest'
import { aDebt, clock, type Office, openOffice } from '@/db/testing/factories'
import { aDraft, aNegotiation, anApproved } from '@/db/testing/negotiation'
import { extension, proposalSteps } from '@/db/testing/proposal-steps'
import { refusalOf } from '@/db/testing/traces'
import { execute } from '@/lib/core/command'
import { getProposal } from './queries'
import { saveProposal } from './save.commands'

let office: Office
let other: Office
beforeAll(async () => {
  office = await openOffice()
  other = await openOffice({ name: '另一家' })
})

const { by, versionOf, draft, save } = proposalSteps(() => office)

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
