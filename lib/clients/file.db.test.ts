import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { cases } from '@/db/schema'
import { aCase, aClient, clientActor, clock, type Office, openOffice, today } from '@/db/testing/factories'
import { accessOf, auditOf, refusalOf } from '@/db/testing/traces'
import { execute } from '@/lib/core/command'
import { listDebtsOfClient } from '@/lib/debts/of-client.queries'
import { listEvidence } from '@/lib/evidence/queries'
import { recordAuthorisation, revokeAuthorisation } from './authorisation.commands'
import { giveConsent, withdrawConsent } from './consent.commands'
import { duplicates } from './duplicates.queries'
import { recordHardship } from './hardship.commands'
import { getClient, listClients } from './queries'
import { saveStatement } from './statement.commands'
import { listStatements } from './statement.queries'

let office: Office
let elsewhere: Office

beforeAll(async () => {
  office = await openOffice()
  elsewhere = await openOffice({ name: '别处' })
})

const at = { now: clock }
const hisCase = async (name = '李明') => {
  const client = await aClient(office, { name, consent: false })
  return { client, clientId: client.id, kase: await aCase(office, { client }) }
}

describe('consent', () => {
  test('it is given for one purpose in a dated wording, and withdrawn as easily', async () => {
    const { clientId } = await hisCase()
    await execute(giveConsent, office.counsellor, { clientId, purpose: 'SENSITIVE', channel: 'PAPER' }, at)
    await execute(withdrawConsent, office.counsellor, { clientId, purpose: 'SENSITIVE' }, at)
    const { consents } = await getClient(office.counsellor, { clientId })
    expect(consents).toEqual([
      {
        purpose: 'SENSITIVE',
        creditorId: null,
        textVersion: 'v1',
        channel: 'PAPER',
        givenAt: clock.toISOString(),
        withdrawnAt: clock.toISOString(),
      },
    ])
  })
  test('both steps are in the audit chain', async () => {
    const { clientId } = await hisCase()
    await execute(giveConsent, office.counsellor, { clientId, purpose: 'STATISTICS', channel: 'PHONE' })
    await execute(withdrawConsent, office.counsellor, { clientId, purpose: 'STATISTICS' })
    const mine = (await auditOf(office)).filter((event) => event['clientId'] === clientId)
    expect(mine.map((event) => event.type)).toEqual(['consent.given', 'consent.withdrawn'])
  })
  test('what was given is not given twice, and what was not given cannot be withdrawn', async () => {
    const { clientId } = await hisCase()
    const values = { clientId, purpose: 'SENSITIVE', channel: 'PAPER' } as const
    expect((await refusalOf(execute(withdrawConsent, office.counsellor, { clientId, purpose: 'SENSITIVE' }))).details).toEqual({
      why: 'consent_missing',
    })
    await execute(giveConsent, office.counsellor, values)
    expect((await refusalOf(execute(giveConsent, office.counsellor, values))).details).toEqual({ why: 'consent_given' })
  })
  test('a stranger can do neither', async () => {
    const { clientId } = await hisCase()
    const values = { clientId, purpose: 'SENSITIVE' } as const
    expect((await refusalOf(execute(giveConsent, elsewhere.counsellor, { ...values, channel: 'PAPER' }))).code).toBe('not_found')
    expect((await refusalOf(execute(withdrawConsent, office.colleague, values))).code).toBe('not_found')
  })
})

describe('authority letters', () => {
  const paper = { agent: '阳光债务咨询', matters: '与债权方协商还款', validFrom: '2026-11-01', signedOn: '2026-11-01' }

  test('one in its term is in force until it is revoked', async () => {
    const { clientId } = await hisCase()
    const recorded = await execute(recordAuthorisation, office.counsellor, { clientId, ...paper, validTo: '2027-10-31' })
    const inForce = async () => (await getClient(office.counsellor, { clientId }, clock)).authorisations.map((a) => a.isInForce)
    expect(await inForce()).toEqual([true])
    await execute(revokeAuthorisation, office.counsellor, { authorisationId: recorded.id })
    expect(await inForce()).toEqual([false])
  })
  test('recording and revoking are audited', async () => {
    const { clientId } = await hisCase()
    const { id } = await execute(recordAuthorisation, office.counsellor, { clientId, ...paper })
    await execute(revokeAuthorisation, office.counsellor, { authorisationId: id })
    const mine = (await auditOf(office)).filter((event) => event['authorisationId'] === id)
    expect(mine.map((event) => event.type)).toEqual(['authorisation.recorded', 'authorisation.revoked'])
  })
  test('a term that ends before it begins is refused', async () => {
    const { clientId } = await hisCase()
    const refused = await refusalOf(
      execute(recordAuthorisation, office.counsellor, { clientId, ...paper, validTo: '2026-10-31' }),
    )
    expect(refused.details).toEqual({ fields: { validTo: ['before_start'] } })
  })
  test('one that is not signed yet is refused', async () => {
    const { clientId } = await hisCase()
    const values = { clientId, ...paper, signedOn: '2026-11-22' }
    const refused = await refusalOf(execute(recordAuthorisation, office.counsellor, values, at))
    expect(refused.details).toEqual({ fields: { signedOn: ['in_future'] } })
  })
  test('a stranger can neither record nor revoke', async () => {
    const { clientId } = await hisCase()
    const { id } = await execute(recordAuthorisation, office.counsellor, { clientId, ...paper })
    expect((await refusalOf(execute(recordAuthorisation, elsewhere.counsellor, { clientId, ...paper }))).code).toBe('not_found')
    expect((await refusalOf(execute(revokeAuthorisation, office.colleague, { authorisationId: id }))).code).toBe('not_found')
  })
})

describe('hardship', () => {
  test('SP-06 the primary cause stands on every open case of the client, and only there', async () => {
    const { client, clientId, kase } = await hisCase()
    const closed = await aCase(office, { client, stage: 'CLOSED' })
    await execute(recordHardship, office.counsellor, { clientId, type: 'UNEMPLOYMENT', startedOn: '2026-09-01' }, at)
    await execute(recordHardship, office.counsellor, { clientId, type: 'ILLNESS', startedOn: '2026-10-01' }, at)
    const type = async (id: string) =>
      (await office.within((tx) => tx.select().from(cases).where(eq(cases.id, id)))).map((row) => row.hardshipType)
    expect(await type(kase.id)).toEqual(['ILLNESS'])
    expect(await type(closed.id)).toEqual([null])
    const { hardships } = await getClient(office.counsellor, { clientId })
    expect(hardships.filter((cause) => cause.isPrimary).map((cause) => cause.type)).toEqual(['ILLNESS'])
  })
  test('SD-03 its story, its length and the income before it are kept; the audit has the code alone', async () => {
    const { clientId } = await hisCase()
    const cause = { type: 'INCOME_REDUCTION', startedOn: '2026-09-01', expectedEndOn: '2027-02-28' } as const
    const values = { clientId, ...cause, narrative: '门店关闭', incomeBefore: '8,000' }
    await execute(recordHardship, office.counsellor, values, at)
    expect((await getClient(office.counsellor, { clientId })).hardships[0]).toMatchObject({ ...cause, incomeBefore: '8000.00' })
    expect((await auditOf(office)).at(-1)).toEqual({ type: 'hardship.recorded', clientId, hardship: 'INCOME_REDUCTION' })
  })
  test('a hardship that has not begun yet is refused', async () => {
    const { clientId } = await hisCase()
    const values = { clientId, type: 'ILLNESS', startedOn: '2026-11-22' } as const
    const refused = await refusalOf(execute(recordHardship, office.counsellor, values, at))
    expect(refused.details).toEqual({ fields: { startedOn: ['in_future'] } })
  })
  test('a stranger records nothing', async () => {
    const { clientId } = await hisCase()
    const values = { clientId, type: 'ILLNESS', startedOn: '2026-09-01' } as const
    expect((await refusalOf(execute(recordHardship, elsewhere.counsellor, values, at))).code).toBe('not_found')
  })
})

describe('the financial statement', () => {
  const lines = [
    { kind: 'income', category: 'EARNINGS', amount: '5,200' },
    { kind: 'fixed', category: 'HOUSING', amount: '1900.00' },
    { kind: 'flexible', category: 'FOOD', amount: '900.00' },
  ] as const
  const form = { asOf: today, lines: [...lines], reserve: '200' }

  test('SP-05 disposable income is computed, and old versions stay readable', async () => {
    const { clientId } = await hisCase()
    expect(await execute(saveStatement, office.counsellor, { clientId, ...form })).toMatchObject({
      number: 1,
      disposable: '2200.00',
    })
    await execute(saveStatement, office.counsellor, { clientId, ...form, reserve: '300', basedOn: 1 })
    const { statements } = await listStatements(office.counsellor, { clientId })
    expect(statements.map(({ number, disposable }) => [number, disposable])).toEqual([
      [2, '2100.00'],
      [1, '2200.00'],
    ])
    expect(statements[1]?.lines[0]).toEqual({ kind: 'income', category: 'EARNINGS', amount: '5200.00' })
  })
  test('each version is audited with what is left', async () => {
    const { clientId } = await hisCase()
    await execute(saveStatement, office.counsellor, { clientId, ...form })
    expect((await auditOf(office)).at(-1)).toEqual({ type: 'statement.saved', clientId, number: 1, disposable: '2200.00' })
  })
  test('two people who start from the same version: the second is told, and nothing is overwritten', async () => {
    const { clientId } = await hisCase()
    const both = [office.counsellor, office.supervisor].map((actor) =>
      execute(saveStatement, actor, { clientId, ...form, basedOn: 0 }).then(
        () => 'saved',
        (error) => error.code,
      ),
    )
    expect((await Promise.all(both)).toSorted()).toEqual(['conflict', 'saved'])
    expect((await listStatements(office.counsellor, { clientId })).statements).toHaveLength(1)
  })
  test('an amount that is none, and a category nobody knows, are refused', async () => {
    const { clientId } = await hisCase()
    const bad = { clientId, ...form, lines: [{ kind: 'income' as const, category: 'GIFTS', amount: 'lots' }] }
    expect((await refusalOf(execute(saveStatement, office.counsellor, bad))).code).toBe('invalid')
  })
  test('nobody states today what a household has on a day to come', async () => {
    const { clientId } = await hisCase()
    const refused = await refusalOf(execute(saveStatement, office.counsellor, { clientId, ...form, asOf: '2026-11-22' }, at))
    expect(refused.details).toEqual({ fields: { asOf: ['in_future'] } })
    expect((await listStatements(office.counsellor, { clientId })).statements).toEqual([])
  })
  test('a stranger neither saves nor reads', async () => {
    const { clientId } = await hisCase()
    expect((await refusalOf(execute(saveStatement, elsewhere.counsellor, { clientId, ...form }))).code).toBe('not_found')
    expect((await refusalOf(listStatements(office.colleague, { clientId }))).code).toBe('not_found')
  })
})

describe('looking for the same person before registering one', () => {
  test('the same phone is found masked, and opens where it is in scope', async () => {
    const client = await aClient(office, { name: '欧阳䮌', phone: '13700137000', phoneTail: '7000' })
    await aCase(office, { client })
    const mine = await duplicates(office.counsellor, { phone: '137 0013 7000' })
    expect(mine.duplicates).toEqual([
      { id: client.id, maskedName: '欧阳*', phone: '137****7000', idNumber: null, bankAccount: null, why: ['phone'] },
    ])
    const byTail = await duplicates(office.counsellor, { phone: ' ７０００ ' })
    expect(byTail.duplicates).toMatchObject([{ id: client.id, why: ['phoneTail'] }])
    const colleagues = await duplicates(office.colleague, { name: '欧阳䮌' })
    expect(colleagues.duplicates).toMatchObject([{ id: null, maskedName: '欧阳*', why: ['name'] }])
  })
  test('who has a case with somebody registered by a colleague opens them, and sees how many are open', async () => {
    const client = await aClient(office, { name: '纳兰明月' })
    await aCase(office, { client, ownerId: office.colleague.id })
    await aCase(office, { client, ownerId: office.colleague.id, stage: 'CLOSED' })
    expect((await duplicates(office.colleague, { name: '纳兰明月' })).duplicates).toMatchObject([{ id: client.id }])
    const { clients } = await listClients(office.colleague, { q: 'nlmy' })
    expect(clients).toMatchObject([{ id: client.id, openCases: 1 }])
  })
  test('another office is another world, and every search leaves a line', async () => {
    await aClient(office, { idNumber: '11010519491231002X' })
    expect((await duplicates(elsewhere.counsellor, { idNumber: '11010519491231002x' })).duplicates).toEqual([])
    expect((await duplicates(office.counsellor, { idNumber: '11010519491231002x' })).duplicates).toHaveLength(1)
    const looks = (await accessOf(elsewhere)).filter((line) => line.kind === 'view')
    expect(looks).toMatchObject([{ what: 'client.duplicates', actor: `staff:${elsewhere.counsellor.id}` }])
  })
  test('nothing to compare finds nobody', async () => {
    expect((await duplicates(office.counsellor, { name: ' ', phone: '' })).duplicates).toEqual([])
  })
})

describe('reading a client’s papers', () => {
  const ways = [
    { papers: 'statements', read: listStatements },
    { papers: 'evidence', read: listEvidence },
    { papers: 'debts', read: listDebtsOfClient },
  ]
  test.each(ways)(
    'whoever reads the $papers is written down, once a sitting, however they came there',
    async ({ papers, read }) => {
      const client = await aClient(office)
      await aCase(office, { client })
      const lines = async () => (await accessOf(office)).filter(({ object }) => object === client.id)
      const later = (minutes: number) => new Date(clock.getTime() + minutes * 60_000)
      for (const now of [clock, later(9)]) await read(office.counsellor, { clientId: client.id }, now)
      const line = { kind: 'view', what: `client.${papers}`, object: client.id, actor: `staff:${office.counsellor.id}` }
      expect(await lines()).toEqual([line])
      await read(office.counsellor, { clientId: client.id }, later(11))
      await read(office.auditor, { clientId: client.id }, later(11))
      expect(await lines()).toEqual([line, line, { ...line, actor: `staff:${office.auditor.id}` }])
      await read(clientActor(office, client), { clientId: client.id }, later(30)).catch(() => {})
      expect((await lines()).filter(({ kind }) => kind === 'view')).toHaveLength(3)
    },
  )
})

test('a client who does not exist and one of another office look the same', async () => {
  const theirs = await aClient(elsewhere)
  const answers = await Promise.all(
    [theirs.id, randomUUID()].map((clientId) => refusalOf(getClient(office.supervisor, { clientId }))),
  )
  expect(answers[0]).toEqual(answers[1])
})
