import { and, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { cases, debts } from '@/db/schema'
import { aCase, aClient, aDebt, clock, type Office, openOffice } from '@/db/testing/factories'
import { accessOf, auditOf, refusalOf } from '@/db/testing/traces'
import { assignCase } from '@/lib/cases/commands'
import { withdrawConsent } from '@/lib/clients/consent.commands'
import { listClients } from '@/lib/clients/queries'
import { addTask } from '@/lib/contacts/task.commands'
import { execute } from '@/lib/core/command'
import type { Actor } from '@/lib/core/prove'
import { updateDebt } from '@/lib/debts/commands'
import { keepDraft } from '@/lib/drafts/commands'
import { money } from '@/lib/platform/money'
import { placeHold } from '@/lib/rights/commands'
import { checkRows } from './check.queries'
import { startImport, writeRows } from './commands'
import { getImport, listImports } from './queries'
import type { RowValues } from './row'
import { undoImport } from './undo.commands'

let office: Office
let elsewhere: Office
let phones = 13_900_000_000

beforeAll(async () => {
  ;[office, elsewhere] = [await openOffice(), await openOffice({ name: '别处' })]
})

const aPhone = () => {
  phones += 1
  return String(phones)
}
const aRow = (over: RowValues = {}): RowValues => ({
  ...{ name: '赵新', phone: aPhone(), product: '借呗', method: '等额本息', principal: '12,000.50' },
  ...over,
})

/** Takes rows in as one file; the first has line 2, as under a heading. */
async function taken(rows: RowValues[], { by = office.counsellor, now = clock }: { by?: Actor; now?: Date } = {}) {
  const { importId } = await execute(startImport, by, { fileName: '客户.csv', total: rows.length, consent: 'PAPER' }, { now })
  const sent = rows.map((values, index) => ({ line: index + 2, values }))
  const { rows: answers } = await execute(writeRows, by, { importId, rows: sent }, { now })
  return { importId, states: answers.map(({ state }) => state), answers }
}
const found = async (q: string, by = office.counsellor) => (await listClients(by, { q }, clock)).clients
const casesOf = (clientId: string) => office.within((tx) => tx.select().from(cases).where(eq(cases.clientId, clientId)))
const caseOf = async (clientId = '') => {
  const [kase] = await casesOf(clientId)
  if (kase === undefined) throw new Error('no case')
  return kase
}

describe('taking a spreadsheet in', () => {
  test('a row becomes a client who agreed, a case with the lender, and its loan note', async () => {
    const row = aRow({ contractNumber: 'JB20260001', nextDueOn: '2026/12/5' })
    expect((await taken([row])).states).toEqual(['IMPORTED'])
    const [client] = await found(row.phone ?? '')
    expect(client).toMatchObject({ maskedName: '赵*', openCases: 1 })
    const events = (await auditOf(office)).slice(-6).map(({ type }) => type)
    expect(events).toEqual([
      ...['import.started', 'client.created', 'consent.given', 'case.opened', 'debt.added', 'import.written'],
    ])
  })

  test('two loan notes of one person with one lender stand in one case', async () => {
    const row = aRow({ contractNumber: 'A-1' })
    await taken([row, { ...row, contractNumber: 'A-2', principal: '300' }])
    expect(await found(row.phone ?? '')).toHaveLength(1)
    expect((await found(row.phone ?? ''))[0]).toMatchObject({ openCases: 1 })
  })

  test('a row with something wrong is left out with its reason, and the others are taken in', async () => {
    const rows = [aRow(), aRow({ principal: '一万' }), aRow({ product: '花呗' }), aRow({ idNumber: '1.10105E+17' }), aRow()]
    const { answers, importId } = await taken(rows)
    expect(answers.map(({ state }) => state)).toEqual(['IMPORTED', 'REFUSED', 'REFUSED', 'REFUSED', 'IMPORTED'])
    const refused = (await getImport(office.counsellor, { importId }, clock)).rows.filter(({ state }) => state === 'REFUSED')
    expect(refused).toEqual([
      { line: 3, state: 'REFUSED', faults: [{ field: 'principal', fault: 'amount' }] },
      { line: 4, state: 'REFUSED', faults: [{ field: 'product', fault: 'unknown_product' }] },
      { line: 5, state: 'REFUSED', faults: [{ field: 'idNumber', fault: 'spoilt_number' }] },
    ])
    expect(await found(rows[1]?.phone ?? '')).toEqual([])
  })

  test('the same file again makes nothing, also in another order, and a row sent twice is answered as before', async () => {
    const rows = [aRow(), aRow()]
    const first = await taken(rows)
    expect((await taken(rows.toReversed())).states).toEqual(['KNOWN', 'KNOWN'])
    expect((await taken([rows[0] ?? {}, aRow(), rows[0] ?? {}])).states).toEqual(['KNOWN', 'IMPORTED', 'KNOWN'])
    const again = { importId: first.importId, rows: [{ line: 2, values: aRow() }] }
    expect((await execute(writeRows, office.counsellor, again, { now: clock })).rows).toEqual([
      { line: 2, state: 'IMPORTED', faults: [] },
    ])
    for (const { phone = '' } of rows) expect(await found(phone)).toHaveLength(1)
  })

  test('a loan note that is on file under its number is known, whatever else the row says', async () => {
    const client = await aClient(office, { name: '孙好', phone: aPhone() })
    await aDebt(office, await aCase(office, { client }), { contractNumber: 'JB-77' })
    const row = aRow({ name: '孙好', phone: client.phone ?? '', contractNumber: 'JB-77', principal: '1' })
    expect((await taken([row])).states).toEqual(['KNOWN'])
    expect((await taken([{ ...row, contractNumber: 'JB-78' }])).states).toEqual(['IMPORTED'])
    expect((await found(client.phone ?? '')).map(({ openCases }) => openCases)).toEqual([1])
  })

  test('a row that cannot be wholly taken in leaves nothing, not even its case', async () => {
    const client = await aClient(office, { name: '孙半', phone: aPhone() })
    await aDebt(office, await aCase(office, { client }))
    const over = { openedOn: '2025-01-06', closedOn: '2025-06-30', closingOutcome: '已转介' }
    const { answers } = await taken([aRow({ name: '孙半', phone: client.phone ?? '', ...over })])
    expect(answers).toMatchObject([{ state: 'REFUSED', faults: [{ fault: 'already_open' }] }])
    expect(await casesOf(client.id)).toHaveLength(1)
  })

  test('who had not agreed yet agrees with the file, and who had is not asked to agree anew', async () => {
    const [silent, agreed] = [
      await aClient(office, { name: '钱默', phone: aPhone(), consent: false }),
      await aClient(office, { name: '钱许', phone: aPhone() }),
    ]
    const before = (await auditOf(office)).length
    await taken([silent, agreed].map(({ name, phone }) => aRow({ name, phone: phone ?? '' })))
    const given = (await auditOf(office)).slice(before).filter(({ type }) => type === 'consent.given')
    expect(given).toEqual([expect.objectContaining({ clientId: silent.id, purpose: 'PROCESSING' })])
  })

  test('of who took that agreement back nothing is taken in, and the check before says so', async () => {
    const row = aRow({ contractNumber: 'W-1' })
    await taken([row])
    const [client] = await found(row.phone ?? '')
    const caseId = (await caseOf(client?.id)).id
    await execute(withdrawConsent, office.counsellor, { clientId: client?.id, purpose: 'PROCESSING' }, { now: clock })
    const another = { ...row, contractNumber: 'W-2' }
    const refused = { state: 'REFUSED', faults: [{ field: '', fault: 'consent_withdrawn' }] }
    expect((await checkRows(office.counsellor, { rows: [{ line: 2, values: another }] }, clock)).rows).toMatchObject([refused])
    expect((await taken([another])).answers).toMatchObject([refused])
    expect(await office.within((tx) => tx.$count(debts, eq(debts.caseId, caseId)))).toBe(1)
  })

  test('the same rows sent several times at once are taken in once', async () => {
    const values = aRow()
    const { importId } = await execute(startImport, office.counsellor, { fileName: '客户.csv', total: 1, consent: 'PAPER' })
    const rows = [{ line: 2, values }]
    const sent = await Promise.all(Array.from({ length: 4 }, () => execute(writeRows, office.counsellor, { importId, rows })))
    expect(sent.map((answer) => answer.rows[0]?.state)).toEqual(Array(4).fill('IMPORTED'))
    expect(await found(values.phone ?? '')).toHaveLength(1)
  })

  test('an old case stands closed, opened and closed on its own days', async () => {
    const row = aRow({ openedOn: '2025-03-03', closedOn: '2025-06-30', closingOutcome: '全部结清' })
    expect((await taken([row])).answers).toEqual([{ line: 2, state: 'IMPORTED', faults: [] }])
    const [client] = await found(row.phone ?? '')
    const kase = await caseOf(client?.id)
    expect(kase).toMatchObject({ stage: 'CLOSED', closingOutcome: 'PAID_IN_FULL', closingReason: '从“客户.csv”导入的旧案件' })
    // Nine in the morning in Shanghai.
    expect([kase.openedAt, kase.closedAt]).toEqual([new Date('2025-03-03T01:00:00Z'), new Date('2025-06-30T01:00:00Z')])
  })

  test('an old case of which only the end is known is opened on that day', async () => {
    const { states } = await taken([aRow({ name: '谭末', closedOn: '2025-06-30', closingOutcome: '已转介' })])
    expect(states).toEqual(['IMPORTED'])
    const [client] = await found('谭末')
    expect((await caseOf(client?.id)).openedAt.toISOString()).toBe('2025-06-30T01:00:00.000Z')
  })

  test('an old case whose outcome nothing bears out is left out, and its outcome is named as the reason', async () => {
    const { answers } = await taken([aRow({ closedOn: '2025-06-30', closingOutcome: '最终被拒' })])
    expect(answers).toMatchObject([{ state: 'REFUSED', faults: [{ field: 'closingOutcome', fault: 'outcomeBorneOut' }] }])
  })

  test('a colleague’s client is left to the colleague, and a number under another name to a person', async () => {
    const client = await aClient(office, { name: '钱多', phone: aPhone() })
    await aCase(office, { client, ownerId: office.colleague.id })
    const theirs = aRow({ name: '钱多', phone: client.phone ?? '' })
    expect((await taken([theirs])).answers[0]?.faults).toEqual([{ field: '', fault: 'with_colleague' }])
    expect((await taken([{ ...theirs, name: '钱少' }])).answers[0]?.faults).toEqual([{ field: 'name', fault: 'other_person' }])
    expect((await taken([theirs], { by: office.supervisor })).states).toEqual(['IMPORTED'])
  })

  test('a supervisor hands cases out by name', async () => {
    const row = aRow({ owner: '陈思远' })
    expect((await taken([row])).answers[0]?.faults).toEqual([{ field: 'owner', fault: 'supervisor_only' }])
    expect((await taken([row], { by: office.supervisor })).states).toEqual(['IMPORTED'])
    expect((await found(row.phone ?? '', office.colleague)).map(({ openCases }) => openCases)).toEqual([1])
  })

  test('the audit names no person and no amount of the file', async () => {
    const row = aRow({ name: '欧阳䮌' })
    await taken([row])
    const told = JSON.stringify(await auditOf(office))
    expect(told).not.toContain('䮌')
    expect(told).not.toContain(row.phone)
  })

  test('who may not register clients may not import them, and a stranger finds no import', async () => {
    const start = { fileName: '客户.csv', total: 1, consent: 'PAPER' }
    for (const actor of [office.analyst, office.auditor, office.assistant, office.admin])
      expect((await refusalOf(execute(startImport, actor, start))).code).toBe('forbidden')
    const { importId } = await taken([aRow()])
    const call = { importId, rows: [{ line: 9, values: aRow() }] }
    for (const actor of [office.colleague, elsewhere.supervisor]) {
      expect((await refusalOf(execute(writeRows, actor, call))).code).toBe('not_found')
      expect((await refusalOf(execute(undoImport, actor, { importId }))).code).toBe('not_found')
      expect((await refusalOf(getImport(actor, { importId }))).code).toBe('not_found')
      expect((await listImports(actor)).imports.map((one) => one.importId)).not.toContain(importId)
    }
  })

  test('without saying how people agreed nothing is taken in', async () => {
    const refused = await refusalOf(execute(startImport, office.counsellor, { fileName: '客户.csv', total: 1 }))
    expect(refused).toMatchObject({ code: 'invalid', details: { fields: { consent: ['required'] } } })
  })
})

describe('looking before taking in', () => {
  test('what would become of each row is told, nothing is made, and the look is noted', async () => {
    const client = await aClient(office, { name: '周全', phone: aPhone() })
    await aDebt(office, await aCase(office, { client }), { contractNumber: 'JB-9' })
    const [fresh, before] = [aRow(), aRow()]
    await taken([before])
    const mine = { name: '周全', phone: client.phone ?? '' }
    const rows = [fresh, aRow(mine), aRow({ ...mine, contractNumber: 'JB-9' }), before, fresh, aRow({ method: '' })]
    const sent = rows.map((values, index) => ({ line: index + 2, values }))
    const { rows: answers } = await checkRows(office.counsellor, { rows: sent }, clock)
    expect(answers.map(({ state }) => state)).toEqual(['NEW', 'JOINS', 'KNOWN', 'KNOWN', 'KNOWN', 'REFUSED'])
    expect(answers.at(-1)?.faults).toEqual([{ field: 'method', fault: 'required' }])
    const { rows: others } = await checkRows(office.colleague, { rows: [{ line: 2, values: aRow(mine) }] }, clock)
    expect(others).toMatchObject([{ state: 'REFUSED', faults: [{ fault: 'with_colleague' }] }])
    expect(await found(fresh.phone ?? '')).toEqual([])
    expect(await accessOf(office)).toContainEqual(
      expect.objectContaining({ kind: 'view', what: 'client.duplicates', actor: `staff:${office.counsellor.id}` }),
    )
  })
})

describe('undoing an import', () => {
  const undone = (importId: string, now = clock) => execute(undoImport, office.counsellor, { importId }, { now })

  test('takes everything back that it made, and the same file can be taken in anew', async () => {
    const rows = [aRow(), aRow({ openedOn: '2025-03-03', closedOn: '2025-06-30', closingOutcome: '已转介' })]
    const { importId } = await taken(rows)
    expect(await undone(importId)).toEqual({ importId, debts: 2, cases: 2, clients: 2, kept: 0 })
    for (const { phone = '' } of rows) expect(await found(phone)).toEqual([])
    expect(await getImport(office.counsellor, { importId }, clock)).toMatchObject({ isUndone: true, canUndo: false, undone: 2 })
    expect((await auditOf(office)).at(-1)).toMatchObject({ type: 'import.undone', clients: 2, kept: 0 })
    expect((await taken(rows)).states).toEqual(['IMPORTED', 'IMPORTED'])
  })

  test('leaves what somebody has worked on since, with its client, and knows it when the file comes again', async () => {
    const rows = [aRow(), aRow()]
    const { importId } = await taken(rows)
    const [client] = await found(rows[0]?.phone ?? '')
    const { id: caseId } = await caseOf(client?.id)
    await execute(addTask, office.counsellor, { caseId, title: '回电' }, { now: clock })
    expect(await undone(importId)).toMatchObject({ debts: 1, cases: 1, clients: 1, kept: 1 })
    expect(await found(rows[0]?.phone ?? '')).toHaveLength(1)
    expect((await taken(rows)).states).toEqual(['KNOWN', 'IMPORTED'])
  })

  test('a loan note added to a case that was there before goes, and the case owes again what it owed', async () => {
    const client = await aClient(office, { name: '吴双', phone: aPhone() })
    const kase = await aCase(office, { client })
    await aDebt(office, kase)
    const { importId } = await taken([aRow({ name: '吴双', phone: client.phone ?? '', principal: '500' })])
    const owed = async () => (await caseOf(client.id)).owed.toFixed(2)
    expect(await owed()).toBe('12500.00')
    expect(await undone(importId)).toMatchObject({ debts: 1, cases: 0, clients: 0 })
    expect(await owed()).toBe('12000.00')
    expect(await found(client.phone ?? '')).toHaveLength(1)
  })

  test('a case handed over, a loan note put right and words begun on a case are work too', async () => {
    const known = await aClient(office, { name: '林已', phone: aPhone() })
    const [joined, begun] = [
      await aClient(office, { name: '何入', phone: aPhone() }),
      await aClient(office, { name: '罗始', phone: aPhone() }),
    ]
    await aDebt(office, await aCase(office, { client: joined }))
    const rowOf = ({ name, phone }: typeof known) => aRow({ name, phone: phone ?? '', principal: '500' })
    const { importId } = await taken([rowOf(known), rowOf(joined), rowOf(begun), aRow()])
    const { id: caseId, version } = await caseOf(known.id)
    await execute(assignCase, office.supervisor, { caseId, version, ownerId: office.colleague.id }, { now: clock })
    const [note] = await office.within((tx) =>
      tx
        .select({ id: debts.id })
        .from(debts)
        .where(and(eq(debts.clientId, joined.id), eq(debts.principal, money('500')))),
    )
    const change = { debtId: note?.id ?? '', version: 1, principal: '600' }
    await execute(updateDebt, office.counsellor, change, { now: clock })
    const draft = { caseId: (await caseOf(begun.id)).id, form: 'CONTACT', values: { summary: '先记一句' } }
    await execute(keepDraft, office.counsellor, draft, { now: clock })
    expect(await undone(importId)).toMatchObject({ debts: 1, cases: 1, clients: 1, kept: 3 })
    for (const { id } of [known, joined, begun]) expect(await casesOf(id)).toHaveLength(1)
  })

  test('nothing of somebody goes while a legal hold stands, also not what the file only added', async () => {
    const client = await aClient(office, { name: '郑持', phone: aPhone() })
    await aDebt(office, await aCase(office, { client }))
    const { importId } = await taken([aRow({ name: '郑持', phone: client.phone ?? '', principal: '500' })])
    await execute(placeHold, office.supervisor, { clientId: client.id, reason: '法院要求保存' }, { now: clock })
    expect(await undone(importId)).toMatchObject({ debts: 0, cases: 0, clients: 0, kept: 1 })
    expect((await caseOf(client.id)).owed.toFixed(2)).toBe('12500.00')
  })

  test('only within seven days, only once, and nothing is taken in afterwards', async () => {
    const { importId } = await taken([aRow()])
    const later = (days: number) => new Date(clock.getTime() + days * 86_400_000)
    expect(await refusalOf(undone(importId, later(8)))).toEqual({ code: 'rule', details: { why: 'undo_over' } })
    await undone(importId, later(7))
    expect(await refusalOf(undone(importId))).toEqual({ code: 'rule', details: { why: 'import_undone' } })
    const more = execute(writeRows, office.counsellor, { importId, rows: [{ line: 3, values: aRow() }] })
    expect(await refusalOf(more)).toEqual({ code: 'rule', details: { why: 'import_undone' } })
  })
})
