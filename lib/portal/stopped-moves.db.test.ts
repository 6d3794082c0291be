import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { photo } from '@/db/testing/chain'
import { aCase, aClient, clock, type Office } from '@/db/testing/factories'
import { aDraft, aNegotiation } from '@/db/testing/negotiation'
import { agreementRow, anAgreedPlan, confirmPlan, on } from '@/db/testing/running-plan'
import { openSeededOffice } from '@/db/testing/seeded-office'
import { refusalOf } from '@/db/testing/traces'
import { balanceBuckets } from '@/db/vocabulary'
import { saveStatement } from '@/lib/clients/statement.commands'
import type { Actor } from '@/lib/core/actor'
import { type Command, execute } from '@/lib/core/command'
import type { CommandName } from '@/lib/core/permissions'
import { requestEvidence } from '@/lib/evidence/commands'
import { confirmMyDocument, recordConfirmation } from '@/lib/evidence/confirm.commands'
import { makeExpenseDetail } from '@/lib/evidence/expense.commands'
import { writeCaseLetter } from '@/lib/letters/write-letter.commands'
import { writeMyMessage } from '@/lib/messages/commands'
import { presentProposal, recordApproval } from '@/lib/proposals/review.commands'
import { reportMyBill } from './bill.commands'
import { answerBudget } from './budget.commands'
import { approveMine, cannotProvide, openMyReceipt, signMyReceipt, uploadMine } from './commands'
import { giveMyConsent, withdrawMyConsent } from './consent.commands'
import { addDelegate } from './delegate.commands'

const now = clock
const stopped = { code: 'rule', details: { why: 'consent_withdrawn' } }
const signed = { name: '李小明', code: '123456', hasRead: 'on' }
let office: Office

beforeAll(async () => {
  process.env['DATA_DIR'] = await mkdtemp(join(tmpdir(), 'parley-stopped-'))
  office = await openSeededOffice()
})

const withdraw = (portal: Actor) => execute(withdrawMyConsent, portal, { purpose: 'PROCESSING' }, { now })
const agreeAgain = (portal: Actor) => execute(giveMyConsent, portal, { purpose: 'PROCESSING', agree: 'on' }, { now })

/** A client with a request, a paper to confirm and a version on the table, who then takes the basic consent back. */
async function aStoppedCase() {
  const negotiation = await aNegotiation(office)
  const { portal, kase, client, debt } = negotiation
  const figures = { clientId: client.id, asOf: '2026-11-20', reserve: '200', lines }
  await execute(saveStatement, office.counsellor, figures, { now })
  const { id: evidenceId } = await execute(makeExpenseDetail, office.counsellor, { clientId: client.id }, { now })
  const { id: requestId } = await execute(requestEvidence, office.counsellor, { caseId: kase.id, code: 'OTHER' }, { now })
  const { versionId, version } = await aDraft(office, negotiation, [{ type: 'TERM_EXTENSION', toPeriods: 6 }])
  await execute(presentProposal, office.counsellor, { versionId, version }, { now })
  await withdraw(portal)
  return { portal, kase, client, debt, figures, evidenceId, requestId, versionId, version }
}
const lines = [{ kind: 'income', category: 'EARNINGS', amount: '5200' }]
const bill = Object.fromEntries(balanceBuckets.map((bucket) => [bucket, '1']))
type Stopped = Awaited<ReturnType<typeof aStoppedCase>>
type Row = readonly [AnyCommand, (of: Stopped) => object, 'portal' | 'office']
type AnyCommand = Command<CommandName, z.ZodType, unknown>

const rests: readonly Row[] = [
  [uploadMine, ({ requestId }) => ({ requestId, fileName: '流水.png', content: photo }), 'portal'],
  [answerBudget, () => ({ question: 'earnings', amount: '5200' }), 'portal'],
  [reportMyBill, ({ debt }) => ({ debtId: debt.id, ...bill }), 'portal'],
  [approveMine, ({ versionId, version }) => ({ versionId, version, ...signed }), 'portal'],
  [confirmMyDocument, ({ evidenceId }) => ({ evidenceId, version: 1, name: '李小明', hasRead: 'on' }), 'portal'],
  [addDelegate, () => ({ delegate: '李姐', name: '李小明', code: '123456', agree: 'on' }), 'portal'],
  [recordConfirmation, ({ evidenceId }) => ({ evidenceId, version: 1, channel: 'PHONE' }), 'office'],
  [recordApproval, ({ versionId, version }) => ({ versionId, version, channel: 'PAPER' }), 'office'],
  [saveStatement, ({ figures }) => figures, 'office'],
  [makeExpenseDetail, ({ client }) => ({ clientId: client.id }), 'office'],
  [requestEvidence, ({ kase }) => ({ caseId: kase.id, code: 'OTHER' }), 'office'],
]

describe('once the basic consent was taken back', () => {
  let of: Stopped
  beforeAll(async () => {
    of = await aStoppedCase()
  })
  const by = (whose: 'portal' | 'office') => (whose === 'portal' ? of.portal : office.counsellor)

  test.each(rests.map((row) => [row[0].name, row] as const))('%s rests', async (_, [command, values, whose]) => {
    expect(await refusalOf(execute(command, by(whose), values(of), { now }))).toEqual(stopped)
  })

  test('no letter asks the client for more', async () => {
    const letter = { caseId: of.kase.id, kind: 'DOCUMENT_REQUEST' }
    const { details } = await refusalOf(execute(writeCaseLetter, office.counsellor, letter, { now }))
    expect(details['why']).toBe('letter_NO_CONSENT')
  })

  test('what the creditor asks for is still written down', async () => {
    const { id: caseId } = of.kase
    const asked = await execute(requestEvidence, office.counsellor, { caseId, code: 'OTHER', from: 'CREDITOR' }, { now })
    expect(asked.id).toBeTruthy()
  })

  test('a message and the word that they do not have a paper still come through, and all goes on once they agree again', async () => {
    const { portal, requestId, kase } = of
    await execute(writeMyMessage, portal, { caseId: kase.id, body: '想再想想' }, { now })
    await execute(cannotProvide, portal, { requestId, reason: '没有' }, { now })
    await agreeAgain(portal)
    await execute(confirmMyDocument, portal, { evidenceId: of.evidenceId, version: 1, name: '李小明', hasRead: 'on' }, { now })
    await execute(uploadMine, portal, { requestId, fileName: '流水.png', content: photo }, { now })
    await execute(requestEvidence, office.counsellor, { caseId: kase.id, code: 'OTHER' }, { now })
    const { versionId, version } = of
    await execute(recordApproval, office.counsellor, { versionId, version, channel: 'PAPER' }, { now })
  })
})

test('a plan is not signed in the portal while the work stands still; its paper can be opened', async () => {
  const agreed = await anAgreedPlan(office)
  await confirmPlan(office, agreed)
  const { portal } = agreed.negotiation
  await withdraw(portal)
  const { agreementId } = agreed
  const at = { now: on('2026-11-26') }
  await execute(openMyReceipt, portal, { agreementId }, at)
  const { version } = await agreementRow(office, agreementId)
  expect(await refusalOf(execute(signMyReceipt, portal, { agreementId, version, ...signed }, at))).toEqual(stopped)
})

test('who never gave it on record is asked as before: only what was taken back stops', async () => {
  const kase = await aCase(office, { client: await aClient(office, { consent: false }) })
  await execute(requestEvidence, office.counsellor, { caseId: kase.id, code: 'OTHER' }, { now })
})
