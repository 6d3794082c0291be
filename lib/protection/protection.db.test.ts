import { beforeAll, describe, expect, test } from 'vitest'
import { protectionRecords } from '@/db/schema'
import { aClient, clientActor, clock as now, type Office, openOffice } from '@/db/testing/factories'
import { auditOf, refusalOf } from '@/db/testing/traces'
import { execute } from '@/lib/core/command'
import { saveAssessment, saveIncident } from './commands'
import { listProtection } from './queries'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})

const texts = { purpose: '协商还款', necessity: '审核要看', risk: '泄露会被骚扰', measures: '授权与留痕', legalBasis: '个人同意' }
const assessment = { ...texts, title: '协商', cause: 'SENSITIVE', level: 'HIGH', decision: 'GO', decidedOn: '2026-11-20' }
const happened = { title: '错发邮件', what: '发到了别人的邮箱', harm: '可能被骚扰', measures: '请对方删除' }
const incident = { ...happened, foundAt: '2026-11-20T09:00', dataKinds: ['CONTACT', 'FINANCE'], people: 3 }
const supervise = (values: object) => execute(saveAssessment, office.supervisor, values, { now })
const report = (values: object) => execute(saveIncident, office.supervisor, values, { now })

describe('an assessment', () => {
  test('is written down, told in the audit without its words, and kept three years from its decision', async () => {
    const { id } = await supervise(assessment)
    const { assessments } = await listProtection(office.auditor, {}, now)
    expect(assessments.find((one) => one.id === id)).toMatchObject({ ...assessment, version: 1, keptUntil: '2029-11-20' })
    const events = await auditOf(office)
    expect(events).toContainEqual({ type: 'protection.assessed', recordId: id, version: 1, decision: 'GO' })
    expect(JSON.stringify(events)).not.toContain('骚扰')
  })

  test('is changed by a further version only: the earlier one stays, and nobody overwrites what they did not read', async () => {
    const { id: recordId } = await supervise(assessment)
    await supervise({ ...assessment, recordId, version: 1, decision: 'STOP' })
    const stale = supervise({ ...assessment, recordId, version: 1, decision: 'GO_WITH_MEASURES' })
    expect((await refusalOf(stale)).code).toBe('conflict')
    const { assessments } = await listProtection(office.supervisor, {}, now)
    const versions = assessments.filter(({ id }) => id === recordId)
    expect(versions.map(({ version, decision }) => `${version} ${decision}`)).toEqual(['1 GO', '2 STOP'])
  })

  test('cannot be changed or removed in the database by anything the product does', async () => {
    await supervise(assessment)
    await expect(office.within((tx) => tx.update(protectionRecords).set({ facts: {} }))).rejects.toThrow()
    await expect(office.within((tx) => tx.delete(protectionRecords))).rejects.toThrow()
  })

  test('is not decided tomorrow, and not an incident’s next version', async () => {
    const ahead = await refusalOf(supervise({ ...assessment, decidedOn: '2026-12-31' }))
    expect(ahead.details).toEqual({ fields: { decidedOn: ['in_future'] } })
    const { id: recordId } = await report(incident)
    expect((await refusalOf(supervise({ ...assessment, recordId, version: 1 }))).code).toBe('not_found')
  })
})

describe('an incident', () => {
  test('tells by when whom to tell, by the clocks of the office', async () => {
    const { id } = await report(incident)
    const { incidents } = await listProtection(office.admin, {}, now)
    const mine = incidents.find((one) => one.id === id)
    // Nine in the morning in Shanghai is one in the morning UTC.
    expect(mine).toMatchObject({ foundAt: '2026-11-20T01:00:00.000Z', people: 3 })
    expect(mine?.clocks.map(({ by }) => by)).toEqual(['2026-11-21T01:00:00.000Z', '2026-11-23T01:00:00.000Z'])
    expect(await auditOf(office)).toContainEqual({
      type: 'protection.reported',
      recordId: id,
      version: 1,
      people: 3,
      isClosed: false,
    })
  })

  test('is closed only when the authority was told, and the people too or the reason why not', async () => {
    const { id: recordId } = await report(incident)
    const next = { ...incident, recordId, version: 1, isClosed: true }
    const missing = await refusalOf(report(next))
    expect(missing.details).toEqual({ fields: { authorityOn: ['required'], whyNotTold: ['required'] } })
    const { version } = await report({ ...next, authorityOn: '2026-11-20', whyNotTold: '文件已加密' })
    expect(version).toBe(2)
  })

  test('was not found tomorrow', async () => {
    const ahead = await refusalOf(report({ ...incident, foundAt: '2030-01-01T09:00' }))
    expect(ahead.details).toEqual({ fields: { foundAt: ['in_future'] } })
  })
})

test('they are for administrators, supervisors and, to read, auditors; not for casework, clients or another office', async () => {
  await supervise(assessment)
  const client = await aClient(office)
  for (const actor of [office.counsellor, office.analyst, clientActor(office, client)])
    expect((await refusalOf(listProtection(actor, {}, now))).code).toBe('forbidden')
  expect((await refusalOf(execute(saveAssessment, office.auditor, assessment, { now }))).code).toBe('forbidden')
  const elsewhere = await openOffice()
  expect(await listProtection(elsewhere.supervisor, {}, now)).toEqual({ assessments: [], incidents: [] })
})
