import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { debts } from '@/db/schema'
import { aCase, aClient, aReadyCase, clock, type Office, staffMember } from '@/db/testing/factories'
import { openSeededOffice } from '@/db/testing/seeded-office'
import { accessOf, auditOf, refusalOf } from '@/db/testing/traces'
import { grantSensitive } from '@/lib/cases/commands'
import { command as verify } from '@/lib/cli/lines/casefile-verify'
import { giveConsent } from '@/lib/clients/consent.commands'
import { logConduct } from '@/lib/conduct/commands'
import { complain } from '@/lib/conduct/complain.commands'
import type { Actor } from '@/lib/core/actor'
import { execute } from '@/lib/core/command'
import { uploadEvidence } from '@/lib/evidence/commands'
import { writeCaseLetter } from '@/lib/letters/write-letter.commands'
import { sha256 } from '@/lib/platform/hash'
import { checkPackage } from '@/lib/platform/package-check'
import { inflate, openZip } from '@/lib/platform/zip'
import { caseFile } from './case-file'
import { recordKinds } from './retention'
import { caseSummary } from './summary'

let office: Office
let elsewhere: Office
const folder = mkdtempSync(join(tmpdir(), 'parley-casefile-'))
const wages = '2026年10月工资'
const diagnosis = '门诊诊断：需要休息'
let kase: Awaited<ReturnType<typeof aReadyCase>>

beforeAll(async () => {
  process.env.DATA_DIR = folder
  office = await openSeededOffice()
  elsewhere = await openSeededOffice({ name: '别处' })
  const client = await aClient(office)
  const clientId = client.id
  kase = await aReadyCase(office, { client })
  await execute(giveConsent, office.counsellor, { clientId, purpose: 'SENSITIVE', channel: 'PAPER' }, { now: clock })
  await upload({ code: 'PAYSLIP', fileName: '工资单.txt' }, wages, kase.id)
  await upload({ code: 'MEDICAL_DIAGNOSIS', fileName: '诊断.txt' }, diagnosis)
  const other = await aCase(office, { client })
  await upload({ code: 'OTHER', fileName: '别案.txt' }, '别的案件的材料', other.id)
})
afterAll(() => rmSync(folder, { recursive: true }))

const upload = (file: { code: string; fileName: string }, text: string, caseId?: string) =>
  execute(
    uploadEvidence,
    office.counsellor,
    { clientId: kase.clientId, caseId, ...file, content: Buffer.from(text).toString('base64') },
    { now: clock },
  )

async function exported(actor: Actor, locale: 'zh-CN' | 'en' = 'zh-CN') {
  const { fileName, chunks } = await caseFile(actor, { caseId: kase.id, locale }, clock)
  const parts: Uint8Array[] = []
  for await (const chunk of chunks) parts.push(chunk)
  const bytes = Buffer.concat(parts)
  const opened = openZip(bytes)
  const entries = 'entries' in opened ? opened.entries : []
  const contents = Object.fromEntries(entries.map((entry) => [entry.name, Buffer.from(inflate(entry) ?? [])]))
  return { fileName, bytes, contents, textOf: (name: string) => contents[name]?.toString('utf8') ?? '' }
}

describe('SE-17 everything is kept for later verification', () => {
  test('SE-17 the case file holds a page, the records, the letter and the evidence, and its list verifies', async () => {
    const { fileName, bytes, contents, textOf } = await exported(office.counsellor)
    expect(fileName).toBe(`${kase.number}.zip`)
    expect(Object.keys(contents)).toEqual([
      ...['index.html', 'case.json', `letters/${kase.number}-v1.pdf`, 'evidence/01-工资单.txt', 'SHA256SUMS'],
    ])
    expect(contents[`letters/${kase.number}-v1.pdf`]?.subarray(0, 5).toString()).toBe('%PDF-')
    expect(textOf('evidence/01-工资单.txt')).toBe(wages)
    expect(textOf('SHA256SUMS')).toContain(`${sha256(wages)}  evidence/01-工资单.txt`)
    expect(checkPackage(bytes)).toMatchObject({ files: 4, faults: [] })
  })

  test('SE-17 one changed byte in any file is found, and the command line names the file', async () => {
    const { bytes } = await exported(office.counsellor)
    for (const name of ['case.json', 'evidence/01-工资单.txt']) {
      const inside = bytes.indexOf(name) + Buffer.byteLength(name) + 3
      const forged = bytes.map((byte, index) => (index === inside ? byte ^ 1 : byte))
      const path = join(folder, 'forged.zip')
      writeFileSync(path, forged)
      const told = await verify.run({ file: path })
      expect({ ok: told.ok, text: told.text }).toEqual({ ok: false, text: `CHANGED  ${name}` })
    }
    const path = join(folder, 'whole.zip')
    writeFileSync(path, bytes)
    expect(await verify.run({ file: path })).toMatchObject({ ok: true, value: { files: 4, faults: [] } })
  })

  test('SE-17 every record bears its class of retention, in the page and in the data', async () => {
    const { textOf } = await exported(office.counsellor)
    const { records } = JSON.parse(textOf('case.json'))
    expect(Object.keys(records)).toEqual([...recordKinds])
    expect(Object.values<{ retention: string }>(records).every(({ retention }) => retention !== '')).toBe(true)
    expect(records.evidence.records.map(({ code, retention }: Record<string, string>) => [code, retention])).toEqual([
      ['PAYSLIP', 'CASE'],
      ['MEDICAL_DIAGNOSIS', 'SENSITIVE'],
    ])
    for (const said of ['随案保存', '只增不删', '合规凭证']) expect(textOf('index.html')).toContain(said)
  })

  test('SE-17 the page reads in both languages, opens offline and runs nothing', async () => {
    const [zh, en] = [await exported(office.counsellor), await exported(office.counsellor, 'en')]
    expect(zh.textOf('index.html')).toContain('协议与还款台账')
    expect(en.textOf('index.html')).toContain('Agreement and ledger')
    for (const { textOf } of [zh, en]) {
      expect(textOf('index.html')).not.toMatch(/<script|https?:\/\/|undefined|\bNaN\b|\[object/)
      expect(textOf('index.html')).toContain(`href="evidence/${encodeURIComponent('01-工资单.txt')}"`)
    }
  })

  test('SE-17 what leaves is noted first: in the audit with the list’s fingerprint, and in the access log', async () => {
    const { contents } = await exported(office.supervisor)
    const event = (await auditOf(office)).at(-1)
    const hash = sha256(contents['SHA256SUMS'] ?? '')
    expect(event).toEqual({ type: 'caseFile.exported', caseId: kase.id, files: 4, hash })
    const line = (await accessOf(office)).filter(({ what }) => what === 'caseFile').at(-1)
    expect(line).toEqual({ kind: 'export', what: 'caseFile', object: kase.id, actor: `staff:${office.supervisor.id}` })
  })
})

describe('SE-17 letters and complaints', () => {
  test('SE-17 what was written by itself goes along as a file and in the records, oldest first', async () => {
    const { counsellor } = office
    const call = { now: clock }
    await office.within((tx) => tx.update(debts).set({ contractNumber: 'JB2025110677' }).where(eq(debts.caseId, kase.id)))
    const advice = { kind: 'ADVICE_CONFIRMATION', points: '收支情况', choices: '先申请延长期限' }
    const { letterId } = await execute(writeCaseLetter, counsellor, { caseId: kase.id, ...advice }, call)
    const late = {
      at: '2026-11-18T22:40',
      channel: 'PHONE',
      party: '某公司',
      person: 'DEBTOR',
      isAnswered: true,
      description: '来电。',
    }
    const { entryId } = await execute(logConduct, counsellor, { caseId: kase.id, ...late }, call)
    const later = { now: new Date(clock.getTime() + 60_000) }
    await execute(complain, counsellor, { entryId, channel: 'EMAIL' }, later)
    const { contents, textOf, bytes } = await exported(counsellor)
    const [first, second] = ['01-ADVICE_CONFIRMATION', '02-COLLECTION_COMPLAINT'].map(
      (name) => `letters/${kase.number}-${name}.pdf`,
    )
    for (const path of [first, second]) expect(contents[path ?? '']?.subarray(0, 5).toString()).toBe('%PDF-')
    expect(checkPackage(bytes).faults).toEqual([])
    const { letters, records } = JSON.parse(textOf('case.json'))
    expect(letters).toContainEqual({ path: first, letterId })
    expect(records.letters).toMatchObject({
      retention: 'CASE',
      records: [
        { kind: 'COLLECTION_COMPLAINT', recipient: '重庆蚂蚁消费金融有限公司', sent: { channel: 'EMAIL' } },
        { kind: 'ADVICE_CONFIRMATION', recipient: '', sent: null },
      ],
    })
    for (const said of ['信函与投诉', '催收行为投诉', encodeURIComponent(`${kase.number}-02-COLLECTION_COMPLAINT.pdf`)])
      expect(textOf('index.html')).toContain(said)
  })
})

describe('SE-17 who takes what along', () => {
  test('medical files go along only with the grant; without it the file says that they are missing', async () => {
    const without = await exported(office.supervisor)
    expect(Object.keys(without.contents).some((name) => name.includes('诊断'))).toBe(false)
    expect(without.textOf('case.json')).not.toContain('诊断.txt')
    expect(without.textOf('index.html')).toContain('有 1 份敏感材料未包含')
    await execute(grantSensitive, office.supervisor, { caseId: kase.id, userId: office.supervisor.id, reason: '移交' })
    const granted = await exported(office.supervisor)
    const path = Object.keys(granted.contents).find((name) => name.endsWith('诊断.txt')) // both came in at one moment
    expect(granted.textOf(path ?? '')).toBe(diagnosis)
  })

  test('an assistant, an auditor and an analyst take nothing; a colleague and another office find nothing', async () => {
    const ask = (actor: Actor) => caseFile(actor, { caseId: kase.id, locale: 'zh-CN' }, clock)
    const { organisationId, counsellor } = office
    const assistant = await staffMember({ organisationId, roles: ['ASSISTANT'], owners: [counsellor.id] })
    for (const actor of [assistant, office.auditor, office.analyst]) {
      expect((await refusalOf(ask(actor))).code).toBe('forbidden')
    }
    for (const actor of [office.colleague, elsewhere.supervisor]) {
      expect((await refusalOf(ask(actor))).code).toBe('not_found')
    }
    expect((await ask(office.counsellor)).fileName).toBe(`${kase.number}.zip`)
  })
})

describe('the summary of a case', () => {
  const summary = (actor: Actor, locale: 'zh-CN' | 'en' = 'zh-CN') => caseSummary(actor, { caseId: kase.id, locale }, clock)

  test('says in both languages who, what is owed, what is on file and what happened, with the name masked', async () => {
    const { name, paper } = await summary(office.counsellor)
    const text = JSON.stringify(paper)
    expect(name).toBe(`${kase.number}-summary`)
    for (const said of [kase.number, '张**', '工资单', '医疗诊断报告', '¥', '收到材料']) expect(text).toContain(said)
    expect(text).not.toContain('张伟明')
    expect(text).toContain('还款协议已登记，等待确认')
    expect(JSON.stringify((await summary(office.counsellor, 'en')).paper)).toContain('Medical diagnosis')
  })

  test('is noted when it is taken along, and is nothing to a stranger', async () => {
    await summary(office.counsellor)
    expect((await auditOf(office)).at(-1)).toMatchObject({ type: 'caseFile.exported', files: 1 })
    for (const stranger of [office.colleague, elsewhere.supervisor])
      expect((await refusalOf(summary(stranger))).code).toBe('not_found')
    expect((await refusalOf(summary(office.auditor))).code).toBe('forbidden')
  })
})
