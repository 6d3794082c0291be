import { beforeAll, expect, test } from 'vitest'
import { clock, type Office, openOffice } from '@/db/testing/factories'
import { aNegotiation, aPaper, aSentProposal } from '@/db/testing/negotiation'
import { auditOf, refusalOf } from '@/db/testing/traces'
import { aSigningCode } from '@/db/testing/ways-in'
import { caseGet } from '@/lib/cases/queries'
import { execute } from '@/lib/core/command'
import { recordDecision } from '@/lib/decisions/record.commands'
import { openMyReceipt, signMyReceipt } from '@/lib/portal/commands'
import { plan } from '@/lib/portal/plan.queries'
import { confirmAgreement } from './confirm.commands'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})

const call = { now: clock }

test('SS-09 on success the client receives the plan, reads it, the creditor confirms it, and only then it is signed', async () => {
  const negotiation = await aNegotiation(office)
  const { versionId } = await aSentProposal(office, negotiation, [{ type: 'TERM_EXTENSION', toPeriods: 6 }])
  const yes = { versionId, result: 'ACCEPTED', decidedOn: '2026-11-21', channel: 'PHONE' }
  const { agreementId: made } = await execute(recordDecision, office.counsellor, yes, call)
  const [agreementId, caseId, { portal }] = [made ?? '', negotiation.kase.id, negotiation]
  const stage = async () => (await caseGet(office.counsellor, { caseId }, clock)).stage
  const received = () => plan(portal, { agreementId }, clock)
  const code = await aSigningCode(office, negotiation.kase.clientId, clock)
  const signature = { agreementId, name: '李小明', code, hasRead: 'on' }
  const sign = (values: object) => execute(signMyReceipt, portal, { ...signature, ...values }, call)
  expect(await stage()).toBe('CONFIRMING')

  // Received: twelve thousand and its interest over six months; nothing to sign while the creditor has not confirmed it.
  expect(await received()).toMatchObject({ status: 'DRAFT', signedOn: null })
  expect((await refusalOf(sign({ version: '1' }))).details).toMatchObject({ why: 'no_paper' })

  const evidenceId = await aPaper(office, negotiation, 'WRITTEN_CONFIRMATION')
  const paper = { agreementId, version: 1, evidenceId, confirmedOn: '2026-11-21' }
  const { version } = await execute(confirmAgreement, office.counsellor, paper, call)
  expect([(await received()).status, await stage()]).toEqual(['DRAFT', 'CONFIRMING'])

  // Read: opening it is a step of its own, and saying to have read it another.
  expect((await refusalOf(sign({ version: String(version) }))).details).toMatchObject({ why: 'not_opened' })
  const opened = await execute(openMyReceipt, portal, { agreementId }, call)
  const latest = { version: String(opened.version) }
  expect((await refusalOf(sign({ ...latest, hasRead: undefined }))).code).toBe('invalid')
  expect((await refusalOf(sign({ ...latest, name: '王五' }))).details).toEqual({ fields: { name: ['name_mismatch'] } })

  await sign(latest)
  expect(await received()).toMatchObject({ status: 'ACTIVE', signedOn: '2026-11-21' })
  expect(await stage()).toBe('MONITORING')
  const events = (await auditOf(office)).filter((event) => 'agreementId' in event && event.agreementId === agreementId)
  expect(events.map(({ type }) => type)).toEqual([
    'agreement.drafted',
    'agreement.confirmed',
    'agreement.opened',
    'agreement.signed',
    'agreement.activated',
  ])
})
