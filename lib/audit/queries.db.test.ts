import { beforeAll, describe, expect, test } from 'vitest'
import { aCase, clock, type Office, openOffice } from '@/db/testing/factories'
import { triageCase } from '@/lib/cases/commands'
import { execute } from '@/lib/core/command'
import { setPreference } from '@/lib/preferences/commands'
import { accessList, auditList } from './queries'

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
