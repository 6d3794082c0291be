import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { checklistVersions } from '@/db/schema'
import { aClient, clock, type Office } from '@/db/testing/factories'
import { openSeededOffice } from '@/db/testing/seeded-office'
import { auditOf, refusalOf } from '@/db/testing/traces'
import { recordHardship } from '@/lib/clients/hardship.commands'
import { execute } from '@/lib/core/command'
import { saveChecklist, updateEvidenceType } from './checklist.commands'
import { listChecklists } from './checklist.queries'
import { reviewEvidence, uploadEvidence } from './commands'
import { listEvidence } from './queries'

let office: Office
const folder = mkdtempSync(join(tmpdir(), 'parley-checklist-'))
beforeAll(() => {
  process.env.DATA_DIR = folder
})
beforeEach(async () => {
  office = await openSeededOffice()
})
afterAll(() => rmSync(folder, { recursive: true }))

const at = { now: clock }
const strict = [
  { options: ['UNEMPLOYMENT_CERT', 'RESIGNATION_CERT'], required: true, months: null },
  { options: ['BANK_STATEMENT'], required: true, months: 3 },
]
const save = (over: object = {}, actor = office.supervisor) =>
  execute(saveChecklist, actor, { hardship: 'UNEMPLOYMENT', basedOn: 0, lines: strict, ...over }, at)
const ofCause = async () =>
  (await listChecklists(office.counsellor)).checklists.find(({ hardship }) => hardship === 'UNEMPLOYMENT')

describe('the office writes its own checklists', () => {
  test('SE-10 a changed checklist is what clients are asked for at once, with its alternatives and months', async () => {
    const client = await aClient(office)
    const cause = { clientId: client.id, type: 'UNEMPLOYMENT', startedOn: '2026-09-01' }
    await execute(recordHardship, office.counsellor, cause, at)
    await save()
    const { checklist } = await listEvidence(office.counsellor, { clientId: client.id })
    expect(checklist.filter(({ hardship }) => hardship !== null)).toMatchObject([
      { options: ['RESIGNATION_CERT', 'UNEMPLOYMENT_CERT'], required: true, months: null },
      { options: ['BANK_STATEMENT'], required: true, months: { wanted: 3, covered: 0 } },
    ])
  })

  test('every version stays readable, from the list the office started with', async () => {
    await save()
    await save({ basedOn: 2, lines: strict.slice(0, 1) }, office.admin)
    const list = await ofCause()
    expect(list?.number).toBe(3)
    expect(list?.versions.map(({ number, by, lines }) => [number, by, lines.length])).toEqual([
      [3, office.admin.name, 1],
      [2, office.supervisor.name, 2],
      [1, office.supervisor.name, 2],
    ])
    expect(new Set(list?.versions[2]?.lines[1]?.options)).toEqual(new Set(['UNEMPLOYMENT_CERT', 'RESIGNATION_CERT', 'PAYSLIP']))
    const edit = office.within((tx) =>
      tx.update(checklistVersions).set({ lines: [] }).where(eq(checklistVersions.orgId, office.organisationId)),
    )
    await expect(edit).rejects.toMatchObject({ cause: { message: expect.stringContaining('append-only') } })
    expect((await auditOf(office)).at(-1)).toEqual({ type: 'checklist.saved', hardship: 'UNEMPLOYMENT', number: 3 })
  })

  test('somebody else’s newer list is a conflict; unknown kinds, lines twice and counsellors are refused', async () => {
    await save()
    expect(await refusalOf(save())).toEqual({ code: 'conflict', details: { current: 2 } })
    const wrong = (lines: object[]) => refusalOf(save({ basedOn: 2, lines }))
    expect((await wrong([{ options: ['SELFIE'], required: true }])).details).toEqual({ fields: { lines: ['choice'] } })
    expect((await wrong([...strict, ...strict])).details).toEqual({ fields: { lines: ['taken'] } })
    expect((await refusalOf(save({ basedOn: 2 }, office.counsellor))).code).toBe('forbidden')
    expect((await ofCause())?.number).toBe(2)
  })

  test('the list of another office stays as it is', async () => {
    const elsewhere = await openSeededOffice({ name: '别处' })
    await save()
    const theirs = (await listChecklists(elsewhere.admin)).checklists.find(({ hardship }) => hardship === 'UNEMPLOYMENT')
    expect([theirs?.number, theirs?.versions]).toEqual([0, []])
  })
})

describe('how long a kind of paper holds', () => {
  const validFor = (validMonths: number | null) =>
    execute(updateEvidenceType, office.admin, {
      ...{ code: 'PAYSLIP', nameZh: '工资单', nameEn: 'Payslip', isActive: true, validMonths },
    })

  test('SE-01 a verified payslip runs out by itself once the office’s months are over, without any job', async () => {
    const client = await aClient(office)
    const slip = { clientId: client.id, code: 'PAYSLIP', fileName: 'a.txt', content: Buffer.from('工资').toString('base64') }
    const { id } = await execute(
      uploadEvidence,
      office.counsellor,
      { ...slip, coversFrom: '2026-08-01', coversTo: '2026-08-31' },
      at,
    )
    await execute(reviewEvidence, office.counsellor, { evidenceId: id, version: 1, status: 'VERIFIED' }, at)
    const on = async (day: string) => {
      const { items } = await listEvidence(office.counsellor, { clientId: client.id }, new Date(`${day}T12:00:00+08:00`))
      return [items[0]?.status, items[0]?.expiresOn]
    }
    expect(await on('2026-12-01')).toEqual(['VERIFIED', null])
    await validFor(3)
    expect(await on('2026-11-30')).toEqual(['VERIFIED', '2026-11-30'])
    expect(await on('2026-12-01')).toEqual(['EXPIRED', '2026-11-30'])
    expect((await auditOf(office)).at(-1)).toEqual({
      ...{ type: 'evidenceType.updated', code: 'PAYSLIP', isActive: true, validMonths: 3 },
    })
  })

  test('a kind that is no longer used is not taken in; a counsellor changes no kinds', async () => {
    const off = { code: 'PAYSLIP', nameZh: '工资单', nameEn: 'Payslip', isActive: false }
    expect((await refusalOf(execute(updateEvidenceType, office.counsellor, off))).code).toBe('forbidden')
    await execute(updateEvidenceType, office.admin, off)
    const client = await aClient(office)
    const slip = { clientId: client.id, code: 'PAYSLIP', fileName: 'a.txt', content: 'YQ==' }
    expect((await refusalOf(execute(uploadEvidence, office.counsellor, slip, at))).details).toEqual({
      fields: { code: ['choice'] },
    })
    const unknown = execute(updateEvidenceType, office.admin, { ...off, code: 'NOPE' })
    expect((await refusalOf(unknown)).details).toEqual({ fields: { code: ['choice'] } })
  })
})
