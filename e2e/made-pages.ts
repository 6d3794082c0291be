import { Buffer } from 'node:buffer'
import type { Page } from '@playwright/test'
import { nullCase, nullSpec, office as simulated } from '@/lib/analysis/simulated-office'
import { draftingCase, get, inDays, type Kase, post } from './given'

/** Pages of one thing each, of which the demo may have none: made by whoever makes them in an office. */

/** Letters in bulk, files read in, a spreadsheet that was kept: what the office does for many at once. */
export async function officeMade(page: Page, kase: Kase): Promise<string[]> {
  const letters = { kind: 'REMINDER', caseIds: [kase.id] }
  const { batchId } = await post<{ batchId: string }>(page, 'letter-batches', letters)
  const file = { fileName: '客户.csv', total: 1, consent: 'PAPER' }
  const { importId: clients } = await post<{ importId: string }>(page, 'imports', file)
  const past = { fileName: '往年.csv', total: 1, knownWhenSent: true }
  const { importId: history } = await post<{ importId: string }>(page, 'past-outcomes/imports', past)
  const sheet = { name: '往年', fileName: '往年.csv', content: Buffer.from(pastCases()).toString('base64'), spec: nullSpec }
  const { analysisId } = await post<{ analysisId: string }>(page, 'analyses', sheet)
  return [
    `/letters/${batchId}`,
    `/clients/import/${clients}`,
    `/analytics/history/${history}`,
    `/analytics/spreadsheet/${analysisId}`,
  ]
}

/** 120 decided cases without any effect, as a spreadsheet. */
function pastCases() {
  const rows = simulated(120, 3, nullCase)
  const header = Object.keys(rows[0] ?? {})
  return [header.join(), ...rows.map((row) => header.map((name) => row[name] ?? '').join())].join('\n')
}

/** A collector's call at night, and a plan that costs more than the household has left. */
export async function caseMade(page: Page, kase: Kase): Promise<string[]> {
  const call = { caseId: kase.id, at: `${inDays(-1)}T23:40`, channel: 'PHONE', party: '催收公司', person: 'DEBTOR' }
  const night = { ...call, isAnswered: true, description: '深夜来电。' }
  const { entryId } = await post<{ entryId: string }>(page, 'conduct-entries', night)
  const { versionId } = await post<{ versionId: string }>(page, 'proposals', { caseId: kase.id })
  return [`/cases/${kase.id}/conduct/${entryId}`, `/cases/${kase.id}/proposals/${versionId}/over`]
}

/** A household that keeps nothing for an instalment. */
export const poorCase = (page: Page) =>
  draftingCase(page, undefined, undefined, { income: '3000.00', fixed: '1900.00', flexible: '900.00', reserve: '200.00' })

/** An incident that concerns one client, as the office keeps it and as they are told of it. */
export async function incidentMade(page: Page, caseNumber: string): Promise<string> {
  const facts = { title: '错发邮件', what: '错发', harm: '骚扰', measures: '收回', foundAt: `${inDays(-1)}T09:00` }
  const { id } = await post<{ id: string }>(page, 'protection/incidents', { ...facts, dataKinds: ['CONTACT'], people: 1 })
  const said = { what: '一份表格发错了邮箱。', harm: '可能有陌生来电。', done: '对方已删除。', advice: '留意陌生来电。' }
  await post(page, `protection/incidents/${id}/notices`, {
    version: 1,
    zh: said,
    en: said,
    caseNumbers: [caseNumber],
    isSure: true,
  })
  return id
}

/** A link that has not been used. */
export async function linkMade(page: Page, { clientId }: Pick<Kase, 'clientId'>): Promise<string> {
  await post(page, `clients/${clientId}/invitations`, {})
  const { invitations } = await get<{ invitations: { id: string }[] }>(page, `clients/${clientId}/invitations`)
  const show = `clients/${clientId}/invitations/${invitations[0]?.id}/show`
  return (await post<{ value: string }>(page, show, { part: 'link' })).value
}
