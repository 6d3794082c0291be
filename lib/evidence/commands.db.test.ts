import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aCase, aClient, clientActor, clock, type Office, staffMember } from '@/db/testing/factories'
import { openSeededOffice } from '@/db/testing/seeded-office'
import { accessOf, auditOf, refusalOf } from '@/db/testing/traces'
import { grantSensitive } from '@/lib/cases/commands'
import { giveConsent } from '@/lib/clients/consent.commands'
import { recordHardship } from '@/lib/clients/hardship.commands'
import { execute } from '@/lib/core/command'
import { downloadHeaders } from '@/lib/platform/file-headers'
import { sha256 } from '@/lib/platform/hash'
import { addEvidenceType, requestEvidence, reviewEvidence, uploadEvidence } from './commands'
import { evidenceOriginal, evidencePreview } from './file.queries'
import { keptFiles } from './kept-files'
import { listEvidence } from './queries'

let office: Office
let elsewhere: Office
const folder = mkdtempSync(join(tmpdir(), 'parley-evidence-'))
const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#888' } })
  .withExif({ IFD0: { Make: 'Phone' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '29/1 33/1 0/1' } })
  .jpeg()
  .toBuffer()

beforeAll(async () => {
  process.env.DATA_DIR = folder
  office = await openSeededOffice()
  elsewhere = await openSeededOffice({ name: '别处' })
})
afterAll(() => rmSync(folder, { recursive: true }))

const at = { now: clock }
const aFile = async () => {
  const client = await aClient(office)
  return { clientId: client.id, caseId: (await aCase(office, { client })).id, client }
}
const slip = { code: 'PAYSLIP', fileName: '工资单.jpg', content: photo.toString('base64') }
const letter = 'From: help@lender.example\r\nDate: Fri, 20 Nov 2026 09:12:00 +0800\r\n\r\n<script>alert(1)</script>'
const diagnosis = { ...slip, code: 'MEDICAL_DIAGNOSIS', fileName: '诊断报告.jpg', sensitiveConsent: 'PAPER' } as const
const upload = (of: { clientId: string; caseId: string }, file: typeof slip & { sensitiveConsent?: 'PAPER' } = slip) =>
  execute(uploadEvidence, office.counsellor, { clientId: of.clientId, caseId: of.caseId, ...file }, at)

describe('taking a file in', () => {
  test('SE-01 it is kept byte for byte under its hash, with a preview that has lost place and device', async () => {
    const of = await aFile()
    const { id, hash } = await upload(of, { ...slip, code: 'INCOME_PROOF' })
    expect(hash).toBe(sha256(photo))
    const kept = await keptFiles().read(office.organisationId, hash)
    expect(Buffer.from(kept ?? []).equals(photo)).toBe(true)
    const preview = await evidencePreview(office.counsellor, { evidenceId: id })
    const shown = await keptFiles().read(office.organisationId, preview.hash)
    expect((await sharp(photo).metadata()).exif).toBeDefined()
    expect((await sharp(Buffer.from(shown ?? [])).metadata()).exif).toBeUndefined()
  })
  test('SE-11 SE-12 chats and e-mails come in the same way, each with its hash in the audit chain', async () => {
    const of = await aFile()
    const chat = {
      ...slip,
      code: 'COMM_CHAT',
      fileName: '聊天.txt',
      content: Buffer.from('客服：三个工作日内回复').toString('base64'),
    }
    const mail = { ...chat, code: 'COMM_EMAIL', fileName: '邮件.eml', content: Buffer.from(letter).toString('base64') }
    const hashes = [await upload(of, chat), await upload(of, mail)].map((received) => received.hash)
    const events = (await auditOf(office)).filter((event) => event['clientId'] === of.clientId)
    expect(events.map((event) => [event['code'], event['hash']])).toEqual([
      ['COMM_CHAT', hashes[0]],
      ['COMM_EMAIL', hashes[1]],
    ])
  })
  test('SE-12 a mail is kept byte for byte, has no preview, and is handed out to be saved and never to be shown', async () => {
    const mail = { ...slip, code: 'COMM_EMAIL', fileName: '平台来信.eml', content: Buffer.from(letter).toString('base64') }
    const { id, hash } = await upload(await aFile(), mail)
    expect(hash).toBe(sha256(letter))
    expect((await refusalOf(evidencePreview(office.counsellor, { evidenceId: id }))).code).toBe('not_found')
    const { name, kind } = await evidenceOriginal(office.counsellor, { evidenceId: id })
    expect(downloadHeaders(name, kind)).toMatchObject({
      'Content-Type': 'message/rfc822',
      'Content-Disposition': expect.stringMatching(/^attachment; /),
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "default-src 'none'; sandbox",
    })
  })
  test('a program that calls itself a photo, a photo from an iPhone’s own format and an empty file are refused', async () => {
    const of = await aFile()
    const program = { ...slip, content: Buffer.from('MZ\x90\x00\x03\x00\x00\x00').toString('base64') }
    expect(await refusalOf(upload(of, program))).toMatchObject({
      code: 'unsupported_type',
      details: { problem: 'content_differs' },
    })
    expect((await refusalOf(upload(of, { ...slip, fileName: 'IMG_1.HEIC' }))).details).toMatchObject({ problem: 'heic' })
    expect((await refusalOf(upload(of, { ...slip, fileName: '工资单.exe' }))).details).toMatchObject({
      problem: 'kind_not_allowed',
    })
    expect((await refusalOf(upload(of, { ...slip, content: '' }))).details).toMatchObject({ problem: 'empty' })
    expect((await listEvidence(office.counsellor, { clientId: of.clientId })).items).toEqual([])
  })
  test('SE-07 a bank statement waits for the client’s separate consent', async () => {
    const of = await aFile()
    const flow = { ...slip, code: 'BANK_STATEMENT', fileName: '流水.jpg' }
    expect((await refusalOf(upload(of, flow))).details).toEqual({ why: 'sensitive_consent_missing' })
    await execute(giveConsent, office.counsellor, { clientId: of.clientId, purpose: 'SENSITIVE', channel: 'PAPER' })
    const { id } = await execute(uploadEvidence, office.counsellor, {
      ...{ clientId: of.clientId, ...flow, coversFrom: '2026-05-01', coversTo: '2026-10-31' },
    })
    const { items } = await listEvidence(office.counsellor, { clientId: of.clientId })
    expect(items).toMatchObject([{ id, status: 'RECEIVED', coversFrom: '2026-05-01', coversTo: '2026-10-31' }])
  })
  test('a stranger, a colleague and somebody else’s case take nothing in', async () => {
    const [of, other] = [await aFile(), await aFile()]
    const values = { clientId: of.clientId, ...slip }
    for (const actor of [office.colleague, elsewhere.supervisor]) {
      expect((await refusalOf(execute(uploadEvidence, actor, values))).code).toBe('not_found')
    }
    const mixed = { ...values, caseId: other.caseId }
    expect((await refusalOf(execute(uploadEvidence, office.counsellor, mixed))).code).toBe('not_found')
  })
})

describe('the checklist of a client', () => {
  test('SE-10 choosing 失业 asks for payslips or a certificate; SE-06 other loan contracts come with other debts', async () => {
    const { clientId } = await aFile()
    const wanted = async () =>
      (await listEvidence(office.counsellor, { clientId })).checklist
        .filter((line) => line.hardship !== null)
        .flatMap((l) => l.options)
    await execute(recordHardship, office.counsellor, { clientId, type: 'UNEMPLOYMENT', startedOn: '2026-09-01' }, at)
    expect(await wanted()).toEqual(['PAYSLIP', 'RESIGNATION_CERT', 'UNEMPLOYMENT_CERT', 'BANK_STATEMENT'])
    await execute(recordHardship, office.counsellor, { clientId, type: 'OVER_INDEBTED', startedOn: '2026-09-01' }, at)
    expect(await wanted()).toContain('OTHER_LOAN_CONTRACT')
  })
  test('SE-09 an office adds a kind of its own, and it stands on the checklist at once', async () => {
    const of = await aFile()
    const names = { code: 'VILLAGE_CERT', nameZh: '村委会证明', nameEn: 'Village certificate' }
    const kind = { ...names, checklist: { hardship: null, required: true } }
    await execute(addEvidenceType, office.supervisor, kind)
    const { id } = await upload(of, { ...slip, code: 'VILLAGE_CERT' })
    const list = await listEvidence(office.counsellor, { clientId: of.clientId })
    expect(list.checklist.find((line) => line.options.includes('VILLAGE_CERT'))?.state).toBe('received')
    expect(list.items.map((item) => item.id)).toEqual([id])
    expect((await auditOf(office)).map((event) => event.type)).toContain('evidenceType.added')
    expect((await refusalOf(execute(addEvidenceType, office.supervisor, kind))).details).toEqual({ fields: { code: ['taken'] } })
    expect((await refusalOf(execute(addEvidenceType, office.counsellor, kind))).code).toBe('forbidden')
  })
})

describe('reviewing', () => {
  test('SE-01 a verified payslip completes its line; a rejected one says why and asks again', async () => {
    const of = await aFile()
    await execute(recordHardship, office.counsellor, { clientId: of.clientId, type: 'UNEMPLOYMENT', startedOn: '2026-09-01' }, at)
    const line = async () =>
      (await listEvidence(office.counsellor, { clientId: of.clientId }, clock)).checklist.find((l) =>
        l.options.includes('PAYSLIP'),
      )?.state
    const { id } = await upload(of)
    expect(await line()).toBe('received')
    await execute(reviewEvidence, office.counsellor, { evidenceId: id, version: 1, status: 'REJECTED', reason: '照片不清楚' })
    expect(await line()).toBe('missing')
    await execute(reviewEvidence, office.supervisor, { evidenceId: id, version: 2, status: 'VERIFIED', expiresOn: '2027-05-01' })
    expect(await line()).toBe('verified')
    expect((await auditOf(office)).at(-1)).toMatchObject({ type: 'evidence.reviewed', evidenceId: id, status: 'VERIFIED' })
  })
  test('a verified payslip that turns out false is sent back with the reason, and asked for again', async () => {
    const of = await aFile()
    const { id } = await upload(of)
    await execute(reviewEvidence, office.counsellor, { evidenceId: id, version: 1, status: 'VERIFIED' })
    const again = { evidenceId: id, version: 2, status: 'REJECTED', reason: '单位核实后说不是他们开的' } as const
    await execute(reviewEvidence, office.counsellor, again)
    const { items } = await listEvidence(office.counsellor, { clientId: of.clientId })
    expect(items).toMatchObject([{ id, status: 'REJECTED', rejectReason: '单位核实后说不是他们开的' }])
    expect((await auditOf(office)).at(-1)).toMatchObject({ type: 'evidence.reviewed', evidenceId: id, status: 'REJECTED' })
  })
  test('a rejection without a reason, an old version and an assistant are refused', async () => {
    const { id } = await upload(await aFile())
    const review = { evidenceId: id, version: 1, status: 'VERIFIED' } as const
    expect((await refusalOf(execute(reviewEvidence, office.counsellor, { ...review, status: 'REJECTED' }))).details).toEqual({
      fields: { reason: ['required'] },
    })
    expect((await refusalOf(execute(reviewEvidence, office.counsellor, { ...review, version: 7 }))).code).toBe('conflict')
    expect((await refusalOf(execute(reviewEvidence, office.assistant, review))).code).toBe('forbidden')
  })
  test('a stranger reviews nothing', async () => {
    const { id } = await upload(await aFile())
    const review = { evidenceId: id, version: 1, status: 'VERIFIED' } as const
    expect((await refusalOf(execute(reviewEvidence, elsewhere.counsellor, review))).code).toBe('not_found')
    expect((await refusalOf(execute(reviewEvidence, office.colleague, review))).code).toBe('not_found')
  })
})

describe('SE-08 medical content', () => {
  test('a counsellor without the grant can neither open nor judge a diagnosis; with it, both', async () => {
    const of = await aFile()
    const { id } = await upload(of, diagnosis)
    const review = { evidenceId: id, version: 1, status: 'VERIFIED' } as const
    for (const actor of [office.counsellor, office.supervisor, office.auditor]) {
      expect(await refusalOf(evidencePreview(actor, { evidenceId: id }))).toEqual({
        code: 'forbidden',
        details: { why: 'sensitive_grant_missing' },
      })
    }
    expect((await refusalOf(execute(reviewEvidence, office.counsellor, review))).code).toBe('forbidden')
    const { items } = await listEvidence(office.counsellor, { clientId: of.clientId })
    expect(items[0]).toMatchObject({ code: 'MEDICAL_DIAGNOSIS', mayOpen: false, fileName: '' })

    const grant = { caseId: of.caseId, userId: office.counsellor.id, reason: '准备困难说明' }
    await execute(grantSensitive, office.supervisor, grant)
    expect((await evidencePreview(office.counsellor, { evidenceId: id })).name).toBe('诊断报告.jpg')
    await execute(reviewEvidence, office.counsellor, review)
    expect((await refusalOf(evidencePreview(office.supervisor, { evidenceId: id }))).code).toBe('forbidden')
  })
  test('an assistant may bring it in and never opens it, not even with a grant', async () => {
    const of = await aFile()
    const { organisationId, counsellor } = office
    const assistant = await staffMember({ organisationId, roles: ['ASSISTANT'], owners: [counsellor.id] })
    const { id } = await execute(uploadEvidence, assistant, { clientId: of.clientId, ...diagnosis }, at)
    await execute(grantSensitive, office.supervisor, { caseId: of.caseId, userId: assistant.id, reason: '录入' })
    expect((await refusalOf(evidencePreview(assistant, { evidenceId: id }))).details).toEqual({ why: 'sensitive_grant_missing' })
  })
})

describe('opening a file', () => {
  test('looking leaves a view, taking the original leaves a download, and neither happens unseen', async () => {
    const { id } = await upload(await aFile())
    await evidencePreview(office.auditor, { evidenceId: id })
    const original = await evidenceOriginal(office.counsellor, { evidenceId: id })
    expect(original).toEqual({ evidenceId: id, hash: sha256(photo), name: '工资单.jpg', kind: 'JPEG' })
    const lines = (await accessOf(office)).filter((line) => line.object === id)
    expect(lines.map(({ kind, actor }) => [kind, actor])).toEqual([
      ['view', `staff:${office.auditor.id}`],
      ['download', `staff:${office.counsellor.id}`],
    ])
  })
  test('the original is a permission of its own: an auditor sees the preview only', async () => {
    const { id } = await upload(await aFile())
    expect((await refusalOf(evidenceOriginal(office.auditor, { evidenceId: id }))).code).toBe('forbidden')
  })
  test('a client, a colleague and another office find no such file here', async () => {
    const of = await aFile()
    const { id } = await upload(of)
    expect((await refusalOf(evidencePreview(clientActor(office, of.client), { evidenceId: id }))).code).toBe('forbidden')
    expect((await refusalOf(evidencePreview(office.colleague, { evidenceId: id }))).code).toBe('not_found')
    expect((await refusalOf(evidenceOriginal(elsewhere.supervisor, { evidenceId: id }))).code).toBe('not_found')
  })
})

describe('asking for a document', () => {
  test('a request with a deadline shows on the list, and the file that comes fulfils it', async () => {
    const of = await aFile()
    const ask = { caseId: of.caseId, code: 'PAYSLIP', from: 'CREDITOR', deadline: '2026-11-28' } as const
    const { id } = await execute(requestEvidence, office.counsellor, ask, at)
    const request = async () =>
      (await listEvidence(office.counsellor, { clientId: of.clientId })).requests.find((r) => r.id === id)
    expect(await request()).toMatchObject({ deadline: '2026-11-28', from: 'CREDITOR', fulfilledAt: null })
    expect((await auditOf(office)).at(-1)).toMatchObject({ type: 'evidence.requested', requestId: id, code: 'PAYSLIP' })
    const received = await upload(of)
    expect(await request()).toMatchObject({ fulfilledAt: clock.toISOString(), fulfilledBy: received.id })
  })
  test('a deadline that has passed is refused, by the day it is in Shanghai; today is soon enough', async () => {
    const of = await aFile()
    const midnight = { now: new Date('2026-11-20T16:30:00Z') }
    const asks = (deadline: string) =>
      execute(requestEvidence, office.counsellor, { caseId: of.caseId, code: 'PAYSLIP', deadline }, midnight)
    for (const deadline of ['2020-01-01', '2026-11-20'])
      expect(await refusalOf(asks(deadline))).toEqual({ code: 'invalid', details: { fields: { deadline: ['past'] } } })
    expect((await listEvidence(office.counsellor, { clientId: of.clientId })).requests).toEqual([])
    await asks('2026-11-21')
    expect((await listEvidence(office.counsellor, { clientId: of.clientId })).requests).toMatchObject([
      { deadline: '2026-11-21' },
    ])
  })
  test('a kind nobody knows is refused, and a stranger asks for nothing', async () => {
    const of = await aFile()
    const ask = { caseId: of.caseId, code: 'SELFIE' }
    expect((await refusalOf(execute(requestEvidence, office.counsellor, ask))).details).toEqual({ fields: { code: ['choice'] } })
    expect((await refusalOf(execute(requestEvidence, elsewhere.counsellor, { ...ask, code: 'PAYSLIP' }))).code).toBe('not_found')
  })
})
