import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aCase, aClient, aCreditor, aCreditorContact, aDebt, clientActor, clock, type Office } from '@/db/testing/factories'
import { openSeededOffice } from '@/db/testing/seeded-office'
import { auditOf, refusalOf } from '@/db/testing/traces'
import { giveConsent } from '@/lib/clients/consent.commands'
import { saveStatement } from '@/lib/clients/statement.commands'
import { execute } from '@/lib/core/command'
import { listDebtsOfClient } from '@/lib/debts/of-client.queries'
import { document } from '@/lib/portal/document.queries'
import { documents } from '@/lib/portal/documents.queries'
import { home } from '@/lib/portal/queries'
import { sendBundle } from './bundle.commands'
import { requestEvidence, reviewEvidence, uploadEvidence } from './commands'
import { confirmMyDocument, recordConfirmation } from './confirm.commands'
import { makeExpenseDetail } from './expense.commands'
import { evidenceOriginal } from './file.queries'
import { linkContract } from './link.commands'
import { listEvidence } from './queries'

let office: Office
let elsewhere: Office
const folder = mkdtempSync(join(tmpdir(), 'parley-generated-'))
let contactId: string

beforeAll(async () => {
  process.env.DATA_DIR = folder
  office = await openSeededOffice()
  elsewhere = await openSeededOffice({ name: '别处' })
  contactId = await aCreditorContact(office)
})
afterAll(() => rmSync(folder, { recursive: true }))

const at = { now: clock }
const file = (code: string) => ({ code, fileName: 'a.txt', content: Buffer.from('合同').toString('base64') })
const upload = (clientId: string, values: Record<string, unknown>) =>
  execute(uploadEvidence, office.counsellor, { clientId, ...file('PAYSLIP'), ...values }, at)
const lines = [
  { kind: 'income', category: 'EARNINGS', amount: '5200' },
  { kind: 'fixed', category: 'HOUSING', amount: '1900', note: '合租' },
  { kind: 'flexible', category: 'FOOD', amount: '900.50' },
]

async function withStatement() {
  const client = await aClient(office)
  const kase = await aCase(office, { client })
  await execute(saveStatement, office.counsellor, { clientId: client.id, asOf: '2026-11-20', reserve: '200', lines }, at)
  return { client, kase, clientId: client.id }
}

describe('SE-03 the household spending detail', () => {
  test('SE-03 it is made of the statement, line by line, and the client’s own word makes it count', async () => {
    const { client, clientId, kase } = await withStatement()
    await execute(requestEvidence, office.counsellor, { caseId: kase.id, code: 'EXPENSE_DETAIL' }, at)
    const { id } = await execute(makeExpenseDetail, office.counsellor, { clientId }, at)
    expect(await evidenceOriginal(office.counsellor, { evidenceId: id })).toMatchObject({ kind: 'PDF' })
    const line = async () => {
      const list = await listEvidence(office.counsellor, { clientId })
      return [list.checklist.find(({ options }) => options.includes('EXPENSE_DETAIL'))?.state, list.requests[0]?.fulfilledBy]
    }
    expect(await line()).toEqual(['received', id])
    const me = clientActor(office, client)
    expect(await document(me, { evidenceId: id })).toMatchObject({
      ...{ number: 1, asOf: '2026-11-20', income: '5200.00', reserve: '200.00', disposable: '2199.50', standing: 'waiting' },
      lines: [{ amount: '5200.00' }, { category: 'HOUSING', amount: '1900.00', note: '合租' }, { amount: '900.50' }],
    })
    const next = async () => (await home(me, {}, clock)).next
    expect(await next()).toEqual({ kind: 'confirm', evidenceId: id })
    await execute(confirmMyDocument, me, { evidenceId: id, version: 1, name: client.name, hasRead: 'on' }, at)
    expect(await next()).toEqual({ kind: 'nothing' })
    expect(await line()).toEqual(['verified', id])
    expect((await auditOf(office)).at(-1)).toEqual({ type: 'evidence.confirmed', clientId, evidenceId: id, channel: 'PORTAL' })
  })

  test('SE-03 before the client’s word nobody verifies it and it goes nowhere; on paper or by phone counts too', async () => {
    const { clientId, kase } = await withStatement()
    await execute(giveConsent, office.counsellor, { clientId, purpose: 'SHARE_WITH_CREDITOR', channel: 'PAPER' }, at)
    const { id } = await execute(makeExpenseDetail, office.counsellor, { clientId }, at)
    const review = { evidenceId: id, version: 1, status: 'VERIFIED' } as const
    expect((await refusalOf(execute(reviewEvidence, office.counsellor, review))).details).toEqual({ why: 'not_confirmed' })
    const bundle = {
      ...{ caseId: kase.id, evidenceIds: [id], creditorContactId: contactId, purpose: '说明支出', truth: 'PHONE' as const },
    }
    expect((await refusalOf(execute(sendBundle, office.counsellor, bundle, at))).details).toEqual({
      fields: { evidenceIds: ['not_confirmed'] },
    })
    await execute(recordConfirmation, office.counsellor, { evidenceId: id, version: 1, channel: 'PHONE' }, at)
    expect((await execute(sendBundle, office.counsellor, bundle, at)).files).toBe(1)
    const again = { evidenceId: id, version: 2, channel: 'PAPER' } as const
    expect((await refusalOf(execute(recordConfirmation, office.counsellor, again, at))).details).toEqual({ why: 'already_done' })
  })

  test('SE-03 there is one of each statement: a new version makes a new one, and none makes none', async () => {
    const { clientId } = await withStatement()
    const make = (minute = 0) =>
      execute(makeExpenseDetail, office.counsellor, { clientId }, { now: new Date(clock.getTime() + minute * 60_000) })
    await make()
    expect((await refusalOf(make())).details).toEqual({ why: 'already_made' })
    await execute(saveStatement, office.counsellor, { clientId, asOf: '2026-11-21', reserve: '300', lines }, at)
    await make(1)
    const { items } = await listEvidence(office.counsellor, { clientId })
    expect(items.map(({ label, isGenerated }) => [label, isGenerated])).toEqual([
      ['收支表第2版', true],
      ['收支表第1版', true],
    ])
    const nobody = await aClient(office)
    const nothing = execute(makeExpenseDetail, office.counsellor, { clientId: nobody.id }, at)
    expect((await refusalOf(nothing)).details).toEqual({ why: 'no_statement' })
  })

  test('SE-03 a paper that was turned back or ran out is lifted by nobody’s word; it is made anew', async () => {
    const { client, clientId } = await withStatement()
    const me = clientActor(office, client)
    const standings = async () => (await documents(me, {})).papers.map(({ standing }) => standing)
    const make = (now = clock) => execute(makeExpenseDetail, office.counsellor, { clientId }, { now })
    const { id } = await make()
    expect(await standings()).toEqual(['waiting'])
    await execute(reviewEvidence, office.counsellor, { evidenceId: id, version: 1, status: 'REJECTED', reason: '房租不对' }, at)
    const word = { evidenceId: id, version: 2, name: client.name, hasRead: 'on' }
    expect((await refusalOf(execute(confirmMyDocument, me, word, at))).details).toEqual({ why: 'paper_over' })
    const byPhone = { evidenceId: id, version: 2, channel: 'PHONE' } as const
    expect((await refusalOf(execute(recordConfirmation, office.counsellor, byPhone, at))).details).toEqual({ why: 'paper_over' })
    expect([await standings(), (await home(me, {}, clock)).next]).toEqual([['over'], { kind: 'nothing' }])
    const again = await make(new Date(clock.getTime() + 60_000))
    expect(await standings()).toEqual(['waiting', 'over'])
    await execute(confirmMyDocument, me, { ...word, evidenceId: again.id, version: 1 }, at)
    expect(await standings()).toEqual(['confirmed', 'over'])
  })

  test('SE-03 what we made wrongly is made anew by us: the client is not asked for it again', async () => {
    const { client, clientId, kase } = await withStatement()
    await execute(requestEvidence, office.counsellor, { caseId: kase.id, code: 'EXPENSE_DETAIL' }, at)
    const { id } = await execute(makeExpenseDetail, office.counsellor, { clientId }, at)
    await execute(reviewEvidence, office.counsellor, { evidenceId: id, version: 1, status: 'REJECTED', reason: '房租不对' }, at)
    expect((await home(clientActor(office, client), {}, clock)).next).toEqual({ kind: 'nothing' })
  })

  test('SE-03 newer figures take the place of a paper nobody has confirmed yet', async () => {
    const { client, clientId } = await withStatement()
    const me = clientActor(office, client)
    const { id } = await execute(makeExpenseDetail, office.counsellor, { clientId }, at)
    await execute(saveStatement, office.counsellor, { clientId, asOf: '2026-11-21', reserve: '300', lines }, at)
    expect((await home(me, {}, clock)).next).toEqual({ kind: 'nothing' })
    expect(await document(me, { evidenceId: id })).toMatchObject({ number: 1, standing: 'over' })
    // A page that stood open since before still has its button.
    const word = { evidenceId: id, version: 1, name: client.name, hasRead: 'on' }
    expect((await refusalOf(execute(confirmMyDocument, me, word, at))).details).toEqual({ why: 'paper_over' })
    const { id: newest } = await execute(makeExpenseDetail, office.counsellor, { clientId }, at)
    await execute(confirmMyDocument, me, { ...word, evidenceId: newest }, at)
    expect((await auditOf(office)).at(-1)).toMatchObject({ type: 'evidence.confirmed', evidenceId: newest })
  })

  test('another client, a false name and a paper that is not ours are refused', async () => {
    const { client, clientId } = await withStatement()
    const { id } = await execute(makeExpenseDetail, office.counsellor, { clientId }, at)
    const mine = { evidenceId: id, version: 1, name: client.name, hasRead: 'on' }
    const stranger = clientActor(office, await aClient(office, { name: '张伟明' }))
    expect((await refusalOf(execute(confirmMyDocument, stranger, mine, at))).code).toBe('not_found')
    expect((await refusalOf(document(stranger, { evidenceId: id }))).code).toBe('not_found')
    const me = clientActor(office, client)
    expect((await refusalOf(execute(confirmMyDocument, me, { ...mine, name: '李四' }, at))).details).toEqual({
      fields: { name: ['name_mismatch'] },
    })
    const slip = await upload(clientId, {})
    const confirm = { evidenceId: slip.id, version: 1, channel: 'PAPER' } as const
    expect((await refusalOf(execute(recordConfirmation, office.counsellor, confirm, at))).details).toEqual({ why: 'not_ours' })
    for (const actor of [office.colleague, elsewhere.supervisor]) {
      expect((await refusalOf(execute(makeExpenseDetail, actor, { clientId }, at))).code).toBe('not_found')
    }
  })
})

describe('SE-06 contracts of other loans', () => {
  async function twoLenders() {
    const client = await aClient(office)
    const kase = await aCase(office, { client })
    const own = await aDebt(office, kase)
    const other = await aDebt(office, await aCase(office, { client, ...(await aCreditor(office)) }), {
      contractNumber: 'WL-99887766',
    })
    const { id } = await upload(client.id, { caseId: kase.id, code: 'OTHER_LOAN_CONTRACT' })
    return { client, own, other, contract: id }
  }
  const link = (evidenceId: string, debtId: string | null, version = 1) =>
    execute(linkContract, office.counsellor, { evidenceId, version, debtId }, at)

  test('SE-06 a loan contract is linked to the client’s other loan note, and shows there', async () => {
    const { client, other, contract } = await twoLenders()
    await link(contract, other.id)
    const { debts } = await listDebtsOfClient(office.counsellor, { clientId: client.id })
    expect(debts.map(({ contractTail, owed, contracts }) => [contractTail, owed, contracts])).toEqual([
      ['', '12000.00', []],
      ['7766', '12000.00', [contract]],
    ])
    expect((await listEvidence(office.counsellor, { clientId: client.id })).items[0]).toMatchObject({ debtId: other.id })
    expect((await auditOf(office)).at(-1)).toMatchObject({ type: 'evidence.linked', evidenceId: contract, debtId: other.id })
    await link(contract, null, 2)
    expect((await listEvidence(office.counsellor, { clientId: client.id })).items[0]).toMatchObject({ debtId: null })
  })

  test('SE-06 the case’s own loan note, another client’s and any other paper are refused', async () => {
    const { client, own, contract } = await twoLenders()
    expect((await refusalOf(link(contract, own.id))).details).toEqual({ fields: { debtId: ['same_case'] } })
    const stranger = await aDebt(office, await aCase(office))
    expect((await refusalOf(link(contract, stranger.id))).code).toBe('not_found')
    const slip = await upload(client.id, {})
    expect((await refusalOf(link(slip.id, stranger.id))).details).toEqual({ why: 'not_a_contract' })
    expect((await refusalOf(link(contract, own.id, 5))).code).toBe('conflict')
  })

  test('a colleague and another office link nothing', async () => {
    const { client, other, contract } = await twoLenders()
    for (const actor of [office.colleague, elsewhere.supervisor]) {
      const values = { evidenceId: contract, version: 1, debtId: other.id }
      expect((await refusalOf(execute(linkContract, actor, values, at))).code).toBe('not_found')
      expect((await refusalOf(listDebtsOfClient(actor, { clientId: client.id }))).code).toBe('not_found')
    }
  })
})

describe('one file for several items', () => {
  test('SE-01 it counts on each line it serves and fulfils each request', async () => {
    const client = await aClient(office)
    const kase = await aCase(office, { client })
    await execute(giveConsent, office.counsellor, { clientId: client.id, purpose: 'SENSITIVE', channel: 'PAPER' }, at)
    for (const code of ['ASSET_PROOF', 'BILL_SNAPSHOT']) {
      await execute(requestEvidence, office.counsellor, { caseId: kase.id, code, deadline: '2026-11-30' }, at)
    }
    const { id } = await upload(client.id, { code: 'ASSET_PROOF', alsoFor: ['BILL_SNAPSHOT', 'ASSET_PROOF'] })
    const { checklist, requests, items } = await listEvidence(office.counsellor, { clientId: client.id })
    const states = checklist.flatMap(({ options, state }) => (state === 'received' ? [options.join()] : []))
    expect(states).toEqual(['ASSET_PROOF', 'BILL_SNAPSHOT'])
    expect(requests.map(({ fulfilledBy }) => fulfilledBy)).toEqual([id, id])
    expect(items[0]?.alsoFor).toEqual(['BILL_SNAPSHOT'])
  })

  test('what is medical is named first, so that its grant guards the whole file', async () => {
    const client = await aClient(office)
    await execute(giveConsent, office.counsellor, { clientId: client.id, purpose: 'SENSITIVE', channel: 'PAPER' }, at)
    const hidden = upload(client.id, { code: 'OTHER', alsoFor: ['MEDICAL_DIAGNOSIS'] })
    expect((await refusalOf(hidden)).details).toEqual({ fields: { alsoFor: ['medical_first'] } })
    const unknown = upload(client.id, { code: 'OTHER', alsoFor: ['SELFIE'] })
    expect((await refusalOf(unknown)).details).toEqual({ fields: { alsoFor: ['choice'] } })
  })
})
