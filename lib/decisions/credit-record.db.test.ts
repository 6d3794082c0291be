import { beforeAll, expect, test } from 'vitest'
import { clock, type Office, openOffice } from '@/db/testing/factories'
import { aNegotiation, aSentProposal } from '@/db/testing/negotiation'
import { auditOf, refusalOf } from '@/db/testing/traces'
import { caseGet } from '@/lib/cases/queries'
import { execute } from '@/lib/core/command'
import { draftProposal } from '@/lib/proposals/draft.commands'
import { listDecisions } from './queries'
import { recordDecision } from './record.commands'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})

const refuse = (versionId: string, reasons: string[]) =>
  execute(
    recordDecision,
    office.counsellor,
    { versionId, result: 'REJECTED', reasons, decidedOn: '2026-11-21', channel: 'PHONE', decidedBy: '工号 3271' },
    { now: clock },
  )

test('SS-08 a refusal for the credit record is kept as that reason, ends the round and asks what will change', async () => {
  const negotiation = await aNegotiation(office)
  const { versionId } = await aSentProposal(office, negotiation, [{ type: 'TERM_EXTENSION', toPeriods: 9 }])
  const caseId = negotiation.kase.id

  expect(await refuse(versionId, ['CREDIT_RECORD'])).toMatchObject({ outcome: 'REJECTED', stage: 'FALLBACK', agreementId: null })

  const { decisions } = await listDecisions(office.counsellor, { caseId })
  expect(decisions).toMatchObject([{ result: 'REJECTED', reasons: ['CREDIT_RECORD'] }])
  const happened = { type: 'decision.recorded', caseId, versionId, result: 'REJECTED', reasons: ['CREDIT_RECORD'] }
  expect(await auditOf(office)).toContainEqual(happened)
  expect((await caseGet(office.counsellor, { caseId }, clock)).stage).toBe('FALLBACK')

  const again = (values: object = {}) => execute(draftProposal, office.counsellor, { caseId, ...values }, { now: clock })
  expect((await refusalOf(again())).details).toEqual({ fields: { whatChanged: ['required'] } })
  expect(await again({ whatChanged: '已还清两笔逾期，附信用报告' })).toMatchObject({ number: 2 })
})

test('SS-08 a credit record is one of the closed list of reasons: a word of one’s own is not taken', async () => {
  const negotiation = await aNegotiation(office)
  const { versionId } = await aSentProposal(office, negotiation, [{ type: 'TERM_EXTENSION', toPeriods: 9 }])
  expect((await refusalOf(refuse(versionId, ['多次逾期']))).code).toBe('invalid')
  expect((await refusalOf(refuse(versionId, []))).details).toEqual({ fields: { reasons: ['required'] } })
})
