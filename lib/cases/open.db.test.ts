import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { caseSearch, cases } from '@/db/schema'
import { aClient, aCreditor, aFullFile, auditTrail, clock, type Office, openOffice } from '@/db/testing/factories'
import type { Actor } from '@/lib/core/actor'
import { execute } from '@/lib/core/command'
import { moveCase } from './commands'
import { openCase } from './open.commands'
import { undoMove } from './undo.commands'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})

const open = (actor: Actor, clientId: string, values: object = {}) =>
  execute(openCase, actor, { clientId, creditorId: office.creditorId, productId: office.productId, ...values }, { now: clock })

describe('opening a case', () => {
  test('it starts at intake, with whoever opens it, with something to do', async () => {
    const client = await aClient(office)
    const { id, card } = await open(office.counsellor, client.id, { goal: '降低月还款' })
    const [row] = await office.within((tx) => tx.select().from(cases).where(eq(cases.id, id)))
    expect(row).toMatchObject({
      ...{ stage: 'INTAKE', ownerId: office.counsellor.id, whoseMove: 'us', nextAction: 'TRIAGE', goal: '降低月还款' },
      ...{ dueOn: '2026-11-24', openedAt: clock, clientId: client.id },
    })
    expect(card).toMatchObject({ name: '张**', product: '借呗', owed: '0.00', stage: 'INTAKE' })
  })

  test('numbers count up within the organisation, without gaps, also when many open at once', async () => {
    const fresh = await openOffice()
    const clients = await Promise.all(Array.from({ length: 12 }, () => aClient(fresh)))
    const opened = await Promise.all(
      clients.map((client) =>
        execute(openCase, fresh.counsellor, {
          ...{ clientId: client.id, creditorId: fresh.creditorId, productId: fresh.productId },
        }),
      ),
    )
    const expected = clients.map((_, i) => `XS-${String(i + 1).padStart(4, '0')}`)
    expect(opened.map(({ number }) => number).sort()).toEqual(expected)
  })

  test('it is found by number, name, pinyin and product, for its owner', async () => {
    const client = await aClient(office, { name: '欧阳䮌', phoneTail: '5678' })
    const { id, number } = await open(office.counsellor, client.id)
    const [row] = await office.within((tx) => tx.select().from(caseSearch).where(eq(caseSearch.caseId, id)))
    expect(row).toMatchObject({ ownerId: office.counsellor.id })
    for (const word of [' 欧阳', ' ouyang', ` ${number.toLowerCase()}`, ' 借呗', ' 5678']) expect(row?.text).toContain(word)
  })

  test('the primary hardship of the client comes along', async () => {
    const client = await aClient(office)
    await aFullFile(office, client)
    const { id } = await open(office.counsellor, client.id)
    const [row] = await office.within((tx) => tx.select().from(cases).where(eq(cases.id, id)))
    expect(row).toMatchObject({ hardshipType: 'UNEMPLOYMENT' })
  })

  test('it is audited under its number', async () => {
    const client = await aClient(office)
    const { id, number } = await open(office.counsellor, client.id)
    expect(await auditTrail(office)).toContainEqual({ type: 'case.opened', caseId: id, clientId: client.id, number })
  })

  test('without consent nothing is opened', async () => {
    const client = await aClient(office, { consent: false })
    await expect(open(office.counsellor, client.id)).rejects.toMatchObject({
      code: 'guard_missing',
      details: { missing: ['consent'] },
    })
    expect(await office.within((tx) => tx.select().from(cases).where(eq(cases.clientId, client.id)))).toEqual([])
  })

  test('one client has one open case with one creditor: the existing one is named', async () => {
    const client = await aClient(office)
    const first = await open(office.counsellor, client.id)
    await expect(open(office.counsellor, client.id)).rejects.toMatchObject({
      code: 'rule',
      details: { why: 'already_open', caseId: first.id, number: first.number },
    })
    const { creditorId, productId } = await aCreditor(office)
    await expect(open(office.counsellor, client.id, { creditorId, productId })).resolves.toMatchObject({ version: 1 })
  })

  test('two who open the same case at once get one case', async () => {
    const client = await aClient(office)
    const answers = await Promise.allSettled([open(office.counsellor, client.id), open(office.supervisor, client.id)])
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('after it is closed, a new one can be opened', async () => {
    const client = await aClient(office)
    const { id, version } = await open(office.counsellor, client.id)
    const closing = { outcome: 'REFERRED', reason: '转介法律援助', summary: '已为您转介' } as const
    await execute(moveCase, office.counsellor, { caseId: id, version, to: 'CLOSED', closing })
    await expect(open(office.counsellor, client.id)).resolves.toMatchObject({ version: 1 })
  })

  test('once a new one is open, the closed one is neither taken up again nor its closing taken back', async () => {
    const client = await aClient(office)
    const { id: caseId, version } = await open(office.counsellor, client.id)
    const closing = { outcome: 'REFERRED', reason: '转介法律援助', summary: '已为您转介' } as const
    const closed = await execute(moveCase, office.counsellor, { caseId, version, to: 'CLOSED', closing })
    const fresh = await open(office.counsellor, client.id)
    const refusal = { code: 'rule', details: { why: 'already_open', caseId: fresh.id, number: fresh.number } }
    const again = { caseId, version: closed.version, to: 'INTAKE', reason: '又联系上了' }
    await expect(execute(moveCase, office.supervisor, again)).rejects.toMatchObject(refusal)
    const back = { caseId, version: closed.version, eventId: closed.eventId }
    await expect(execute(undoMove, office.counsellor, back)).rejects.toMatchObject(refusal)
  })

  test('a stranger cannot open a case for a client it does not see, nor for another office', async () => {
    const client = await aClient(office)
    await expect(open(office.colleague, client.id)).rejects.toMatchObject({ code: 'not_found' })
    await expect(open(office.auditor, client.id)).rejects.toMatchObject({ code: 'forbidden' })
    const other = await openOffice()
    await expect(open(other.counsellor, client.id)).rejects.toMatchObject({ code: 'not_found' })
  })

  test('a product of another creditor, or an owner who works no cases, is refused', async () => {
    const client = await aClient(office)
    const { productId } = await aCreditor(office)
    await expect(open(office.counsellor, client.id, { productId })).rejects.toMatchObject({ code: 'not_found' })
    await expect(open(office.counsellor, client.id, { ownerId: office.analyst.id })).rejects.toMatchObject({ code: 'not_found' })
  })
})
