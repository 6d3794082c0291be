import { beforeAll, describe, expect, test } from 'vitest'
import { aCase, aClient, clock, type Office, openOffice } from '@/db/testing/factories'
import { accessOf, auditOf, refusalOf } from '@/db/testing/traces'
import { execute } from '@/lib/core/command'
import { createClient, revealClient, updateClient } from './commands'
import { getClient, listClients } from './queries'

let office: Office
let elsewhere: Office

beforeAll(async () => {
  office = await openOffice()
  elsewhere = await openOffice({ name: '别处' })
})

describe('registering a client', () => {
  test('a name of a people with a middle dot is kept, masked and found again', async () => {
    const { id } = await execute(createClient, office.counsellor, { name: '古丽米热•艾比布力', phone: '138 0013 8000' })
    const client = await getClient(office.counsellor, { clientId: id }, clock)
    expect(client).toMatchObject({ maskedName: '古丽**·艾**', phone: '138****8000', version: 1 })
    const list = await listClients(office.counsellor, { q: '8000' })
    expect(list.clients.map((row) => row.id)).toContain(id)
  })
  test('it is audited without a name, and with consent where that was given', async () => {
    const { id } = await execute(createClient, office.counsellor, { name: '𠮷田', processingConsent: 'PAPER' })
    const events = (await auditOf(office)).filter((event) => event['clientId'] === id)
    expect(events.map((event) => event.type)).toEqual(['client.created', 'consent.given'])
    expect(JSON.stringify(events)).not.toContain('𠮷')
  })
  test('a wrong check digit is refused by name, and nothing is kept', async () => {
    const before = await listClients(office.counsellor)
    const refused = await refusalOf(execute(createClient, office.counsellor, { name: '王某', idNumber: '11010119900307123x' }))
    expect(refused).toEqual({ code: 'invalid', details: { fields: { idNumber: ['id_check_digit'] } } })
    expect(await listClients(office.counsellor)).toEqual(before)
  })
  test('an analyst registers nobody', async () => {
    expect((await refusalOf(execute(createClient, office.analyst, { name: '王某' }))).code).toBe('forbidden')
  })
})

describe('changing a client', () => {
  test('what is not mentioned stays, and the cases are found under the new name', async () => {
    const client = await aClient(office, { name: '张伟明', phone: '13800138001' })
    await aCase(office, { client })
    await execute(updateClient, office.counsellor, { clientId: client.id, version: 1, name: '单小薇' })
    const after = await getClient(office.counsellor, { clientId: client.id })
    expect(after).toMatchObject({ maskedName: '单**', phone: '138****8001', version: 2 })
    const list = await listClients(office.counsellor, { q: 'sxw' })
    expect(list.clients.map((row) => row.id)).toEqual([client.id])
  })
  test('the audit names the fields, never the values', async () => {
    const client = await aClient(office)
    await aCase(office, { client })
    await execute(updateClient, office.counsellor, { clientId: client.id, version: 1, phone: '13800138002' })
    expect((await auditOf(office)).at(-1)).toEqual({ type: 'client.updated', clientId: client.id, fields: ['phone'] })
  })
  test('somebody else’s change in between is a conflict', async () => {
    const client = await aClient(office)
    await execute(updateClient, office.counsellor, { clientId: client.id, version: 1, employment: '快递员' })
    const late = execute(updateClient, office.supervisor, { clientId: client.id, version: 1, employment: '骑手' })
    expect(await refusalOf(late)).toEqual({ code: 'conflict', details: { current: 2 } })
  })
  test('a colleague outside the case and a stranger find nothing', async () => {
    const client = await aClient(office)
    await aCase(office, { client })
    const values = { clientId: client.id, version: 1, employment: '骑手' }
    for (const actor of [office.colleague, elsewhere.supervisor]) {
      expect((await refusalOf(execute(updateClient, actor, values))).code).toBe('not_found')
    }
    expect((await accessOf(office)).filter((line) => line.object === client.id && line.kind === 'denied')).toHaveLength(1)
  })
  test('the safeguarding note is neither read nor written without a grant', async () => {
    const client = await aClient(office, { vulnerability: '需要安静的通话时间' })
    const values = { clientId: client.id, version: 1, vulnerability: '' }
    expect((await refusalOf(execute(updateClient, office.supervisor, values))).code).toBe('forbidden')
    expect(await getClient(office.supervisor, { clientId: client.id })).toMatchObject({
      vulnerability: null,
      mayReadSensitive: false,
    })
  })
})

describe('the list of clients', () => {
  test('goes on after the last one, and a cursor that is none is refused rather than taken for the start', async () => {
    const own = await openOffice()
    for (let n = 0; n < 51; n += 1) await aClient(own, { consent: false })
    const { clients, next } = await listClients(own.supervisor)
    const rest = await listClients(own.supervisor, { before: next ?? '' })
    expect([clients.length, rest.clients.length, rest.next]).toEqual([50, 1, null])
    const yearless = `0000-01-01T00:00:00Z_${next?.split('_')[1]}`
    for (const before of ['zz', '', `${next}_x`, '2026-11-21T02:00:00Z_zz', yearless])
      expect((await refusalOf(listClients(own.supervisor, { before }))).code).toBe('invalid')
  })
  test('a sign that is in no name finds nobody', async () => {
    const client = await aClient(office)
    await aCase(office, { client })
    for (const q of ['"', '\\', '" "', '%', '张伟明 "'])
      expect((await listClients(office.supervisor, { q }, clock)).clients).toEqual([])
  })
})

describe('showing a masked value in full', () => {
  test('the value comes with one audit event and one line in the access log', async () => {
    const client = await aClient(office, { phone: '13912345678' })
    const { value } = await execute(revealClient, office.counsellor, { clientId: client.id, field: 'phone' })
    expect(value).toBe('13912345678')
    expect((await auditOf(office)).at(-1)).toEqual({ type: 'client.revealed', clientId: client.id, field: 'phone' })
    const line = { kind: 'reveal', what: 'client.phone', object: client.id, actor: `staff:${office.counsellor.id}` }
    expect(await accessOf(office)).toContainEqual(line)
  })
  test('an auditor may look, and that is logged too', async () => {
    const client = await aClient(office, { name: '赵六' })
    await execute(revealClient, office.auditor, { clientId: client.id, field: 'name' })
    expect((await accessOf(office)).filter((line) => line.kind === 'reveal').map((line) => line.actor)).toContain(
      `staff:${office.auditor.id}`,
    )
  })
  test('whoever registered a client looks no longer once the case is somebody else’s', async () => {
    const client = await aClient(office, { phone: '13912345679' })
    const values = { clientId: client.id, field: 'phone' } as const
    expect((await execute(revealClient, office.counsellor, values)).value).toBe('13912345679')
    await aCase(office, { client, ownerId: office.colleague.id })
    expect((await refusalOf(execute(revealClient, office.counsellor, values))).code).toBe('not_found')
    expect((await refusalOf(getClient(office.counsellor, { clientId: client.id }))).code).toBe('not_found')
    const { clients } = await listClients(office.counsellor)
    expect(clients.map((row) => row.id)).not.toContain(client.id)
  })
  test('an analyst, an administrator and a stranger may not', async () => {
    const client = await aClient(office)
    const codes = await Promise.all(
      [office.analyst, office.admin, elsewhere.counsellor].map(async (actor) => {
        return (await refusalOf(execute(revealClient, actor, { clientId: client.id, field: 'phone' }))).code
      }),
    )
    expect(codes).toEqual(['forbidden', 'forbidden', 'not_found'])
  })
})
