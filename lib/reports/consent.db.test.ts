import { expect, test } from 'vitest'
import { aCase, aClient, aDebt, aVersion, type Office, openOffice } from '@/db/testing/factories'
import type { Actor } from '@/lib/core/actor'
import { consentNote, notesOf } from './file'
import { report, reportExport } from './queries'
import type { ReportId } from './registry'

const answered = new Date('2026-11-25T02:00:00Z')

async function officeWith({ agreed, others }: { agreed: number; others: number }): Promise<Office> {
  const office = await openOffice()
  await sentOf(office, { agreed, others })
  return office
}

async function sentOf(office: Office, { agreed, others, sentAt }: { agreed: number; others: number; sentAt?: Date }) {
  for (let n = 0; n < agreed + others; n++) {
    const client = await aClient(office, { consent: n < agreed ? true : 'PROCESSING' })
    const sent = { sent: true, outcome: 'ACCEPTED' as const, ...(sentAt && { sentAt }) }
    await aVersion(office, await aDebt(office, await aCase(office, { client })), sent)
  }
}

const sentIn = async (actor: Actor, id: ReportId) => {
  const { rows, who, without } = await report(actor, { report: id }, answered)
  return { sent: rows.map(({ cells }) => cells.sent ?? cells.open), who, without }
}

test('what others are told of outcomes is of those who agreed to statistics, and how many are not counted', async () => {
  const office = await officeWith({ agreed: 15, others: 10 })
  expect(await sentIn(office.supervisor, 'creditors')).toEqual({ sent: [25], who: 'everybody', without: 0 })
  expect(await sentIn(office.analyst, 'creditors')).toEqual({ sent: [15], who: 'agreed', without: 10 })
  const table = await reportExport(office.supervisor, { report: 'funder' }, answered)
  expect(table.rows.find(({ cells }) => cells.figure === 'clients')?.cells.n).toBe(15)
  const how = { locale: 'zh-CN', made: answered, madeBy: '督导' } as const
  expect(notesOf(table, how)).toContainEqual(['统计同意', '只计同意用于统计的客户；整个机构有 10 件案件因此不计在内。'])
  expect(consentNote(await report(office.supervisor, { report: 'funder' }, answered), 'en')).toBeNull()
})

test('a few who did not agree are left out without being counted', async () => {
  const office = await officeWith({ agreed: 11, others: 3 })
  const table = await report(office.analyst, { report: 'creditors' }, answered)
  expect(table.without).toBeNull()
  expect(consentNote(table, 'zh-CN')).toBe('只计同意用于统计的客户；有极少几件案件因此不计在内。')
})

test('how many did not agree is told of the whole office only, and not of a creditor less the others', async () => {
  const office = await officeWith({ agreed: 15, others: 10 })
  const asked = { report: 'creditors', creditor: office.creditorId } as const
  const table = await reportExport(office.supervisor, asked, answered)
  expect(table).toMatchObject({ without: null, rows: [{ cells: { sent: 15 } }] })
  expect(consentNote(table, 'zh-CN')).toBe('只计同意用于统计的客户；不计在内的件数只对整个机构说明。')
  expect((await report(office.supervisor, asked, answered)).without).toBe(0)
})

test('a quarter of which few agreed is told together with the one beside it, however many were sent', async () => {
  const office = await officeWith({ agreed: 11, others: 0 })
  await sentOf(office, { agreed: 3, others: 12, sentAt: new Date('2026-08-20T02:00:00Z') })
  const { asked } = await report(office.analyst, { report: 'by-month', from: '2026-10-01' }, answered)
  expect(asked.from).toBe('2026-07-01')
})

test('what lies where is the work of the office and counts every case', async () => {
  const office = await officeWith({ agreed: 5, others: 10 })
  expect(await sentIn(office.analyst, 'caseload')).toEqual({ sent: [15], who: 'everybody', without: 0 })
})
