import { beforeAll, describe, expect, test } from 'vitest'
import { members } from '@/db/schema'
import { aCase, aClient, clientActor, clock, type Office, openOffice } from '@/db/testing/factories'
import { refusalOf } from '@/db/testing/traces'
import { triageCase } from '@/lib/cases/commands'
import { execute } from '@/lib/core/command'
import { setPreference } from '@/lib/preferences/commands'
import { accessList, auditList, auditVerify } from './queries'

let office: Office

beforeAll(async () => {
  office = await openOffice()
  for (let i = 0; i < 7; i++) await execute(setPreference, office.counsellor, { locale: 'en' }, { now: clock })
  for (let i = 0; i < 5; i++) await execute(triageCase, office.analyst, {}, { now: clock }).catch(() => {})
})

describe('the audit, read by those who may', () => {
  test('comes newest first and page by page, every event once', async () => {
    const first = await auditList(office.auditor, { limit: 4 })
    expect(first.events.map(({ seq }) => seq)).toEqual([7, 6, 5, 4])
    const second = await auditList(office.auditor, { limit: 4, before: first.next ?? 0 })
    expect(second.events.map(({ seq }) => seq)).toEqual([3, 2, 1])
    expect(second.next).toBeNull()
  })

  test('can be asked for one case', async () => {
    const kase = await aCase(office)
    await execute(triageCase, office.counsellor, { caseId: kase.id, version: 1, result: 'NEGOTIATE', reason: '可以协商' })
    const { events } = await auditList(office.supervisor, { caseId: kase.id })
    expect(events.map(({ command }) => command)).toEqual(['case.triage'])
  })

  test('is not for counsellors, and another office has its own', async () => {
    await expect(auditList(office.counsellor)).rejects.toMatchObject({ code: 'forbidden' })
    expect((await auditList((await openOffice()).auditor)).events).toEqual([])
  })

  test('the access log tells who was refused, page by page, every line once', async () => {
    const refused = (lines: { what: string; id: string }[]) =>
      lines.filter(({ what }) => what === 'case.triage:forbidden').map(({ id }) => id)
    const first = await accessList(office.auditor, { limit: 3 })
    const second = await accessList(office.auditor, { limit: 100, before: first.next ?? '' })
    expect(new Set([...refused(first.lines), ...refused(second.lines)]).size).toBe(5)
    await expect(accessList(office.supervisor)).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('the logs, narrowed down', () => {
  test('the audit of one case goes by its number, however it is typed', async () => {
    const kase = await aCase(office)
    await execute(triageCase, office.counsellor, { caseId: kase.id, version: 1, result: 'REFER', reason: '转介' })
    const { events } = await auditList(office.admin, { number: ` ${kase.number.toLowerCase()} ` })
    expect(events.map(({ command, number, caseId }) => ({ command, number, caseId }))).toEqual([
      { command: 'case.triage', number: kase.number, caseId: kase.id },
    ])
    expect((await auditList(office.admin, { number: 'XS-9999' })).events).toEqual([])
    expect((await auditList((await openOffice()).auditor, { number: kase.number })).events).toEqual([])
  })

  test('of one command, with the colleague’s name; a client is told of without one', async () => {
    const client = await aClient(office)
    const lastSet = async () => (await auditList(office.auditor, { command: 'preference.set', limit: 1 })).events[0]
    expect((await lastSet())?.who).toEqual({ kind: 'staff', name: '李文静' })
    const account = clientActor(office, client)
    const member = { orgId: office.organisationId, userId: account.id, name: client.name, roles: ['CLIENT' as const] }
    await office.within((tx) => tx.insert(members).values({ ...member, clientId: client.id }))
    await execute(setPreference, account, { locale: 'zh-CN' })
    expect((await lastSet())?.who).toEqual({ kind: 'client', name: null })
  })

  test('the access log of one kind, with who it was', async () => {
    const { lines } = await accessList(office.admin, { kind: 'denied', limit: 500 })
    expect(new Set(lines.map(({ kind }) => kind))).toEqual(new Set(['denied']))
    expect(lines.find(({ what }) => what === 'case.triage:forbidden')?.who).toEqual({ kind: 'staff', name: '分析员' })
  })

  test('a place to go on from that is none is refused in words, not by the database', async () => {
    for (const before of ['2026-11-21T02:00:00.000Z~no-id', `--------------------~${'a'.repeat(36)}`, 'x'.repeat(80)])
      expect((await refusalOf(accessList(office.auditor, { before }))).code).toBe('invalid')
  })

  test('a chain is verified by those who read it', async () => {
    const { events, firstBad } = await auditVerify(office.auditor)
    expect([events > 0, firstBad]).toEqual([true, null])
    for (const actor of [office.counsellor, office.assistant, office.analyst])
      expect((await refusalOf(auditVerify(actor))).code).toBe('forbidden')
  })
})
