import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { evidence, evidenceBundles } from '@/db/schema'
import { aCase, aClient, aCreditor, aCreditorContact, aDebt, aVersion, clock, type Office } from '@/db/testing/factories'
import { asOwner } from '@/db/testing/owner'
import { openSeededOffice } from '@/db/testing/seeded-office'
import { accessOf, auditOf, refusalOf } from '@/db/testing/traces'
import { grantSensitive } from '@/lib/cases/commands'
import { giveConsent, withdrawConsent } from '@/lib/clients/consent.commands'
import { logContact } from '@/lib/contacts/commands'
import { listContacts } from '@/lib/contacts/queries'
import type { Actor } from '@/lib/core/actor'
import { execute } from '@/lib/core/command'
import { checkPackage } from '@/lib/platform/package-check'
import { inflate, openZip } from '@/lib/platform/zip'
import { downloads } from '@/lib/registry/downloads'
import { sendBundle } from './bundle.commands'
import { listBundles } from './bundle.queries'
import { reviewEvidence, uploadEvidence } from './commands'

let office: Office
let elsewhere: Office
const folder = mkdtempSync(join(tmpdir(), 'parley-bundle-'))
let contactId: string

beforeAll(async () => {
  process.env.DATA_DIR = folder
  office = await openSeededOffice()
  elsewhere = await openSeededOffice({ name: '别处' })
  contactId = await aCreditorContact(office)
})
afterAll(() => rmSync(folder, { recursive: true }))

const at = { now: clock }
const wages = '2026年10月工资 5200.00'
const file = (code: string, text: string, fileName: string) => ({ code, fileName, content: Buffer.from(text).toString('base64') })
const sha = (text: string) => createHash('sha256').update(text).digest('hex')

async function aFile({ share = true, name = '张伟明' } = {}) {
  const client = await aClient(office, { name })
  const kase = await aCase(office, { client })
  if (share) await consent(client.id, 'SHARE_WITH_CREDITOR')
  const { id } = await execute(
    uploadEvidence,
    office.counsellor,
    { clientId: client.id, ...file('PAYSLIP', wages, '工资.txt') },
    at,
  )
  return { client, kase, slip: id }
}

const consent = (clientId: string, purpose: 'SHARE_WITH_CREDITOR' | 'SENSITIVE') =>
  execute(giveConsent, office.counsellor, { clientId, purpose, channel: 'PAPER' }, at)
const bundleOf = (caseId: string, ...evidenceIds: string[]) => ({
  ...{ caseId, evidenceIds, creditorContactId: contactId, purpose: '说明失业情况', truth: 'PAPER' as const },
})
const send = (values: Record<string, unknown>, actor: Actor = office.counsellor) => execute(sendBundle, actor, values, at)

async function zipOf(actor: Actor, bundleId: string) {
  const answer = await downloads['bundle.download']?.open(actor, { bundleId }, clock)
  const chunks: Uint8Array[] = []
  for await (const chunk of answer?.chunks ?? []) chunks.push(chunk)
  return { name: answer?.name, bytes: Buffer.concat(chunks) }
}

function textsIn(bytes: Uint8Array): Record<string, string> {
  const opened = openZip(bytes)
  const entries = 'entries' in opened ? opened.entries : []
  return Object.fromEntries(entries.map((entry) => [entry.name, Buffer.from(inflate(entry) ?? []).toString('utf8')]))
}

test('a bundle for which nothing is ticked asks for a document', () => {
  const issues = sendBundle.input.safeParse({}).error?.issues ?? []
  expect(issues.find(({ path }) => path[0] === 'evidenceIds')?.message).toBe('required')
})

test('the way it goes is that of the contact it goes to, and no other can be told', () => {
  const issues = sendBundle.input.safeParse({ channel: 'PHONE' }).error?.issues ?? []
  expect(issues).toContainEqual(expect.objectContaining({ code: 'unrecognized_keys', keys: ['channel'] }))
})

describe('SP-14 what goes to a creditor', () => {
  test('SP-14 the list is frozen with names, sizes, hashes, time, recipient and person, and stands in contact log and audit', async () => {
    const { kase, slip } = await aFile()
    const sent = await send({ ...bundleOf(kase.id, slip), proof: 'SF1234567890' })
    const { bundles } = await listBundles(office.supervisor, { caseId: kase.id })
    expect(bundles).toMatchObject([
      {
        ...{ id: sent.id, number: 1, recipient: '重庆蚂蚁消费金融有限公司', address: 'help@lender.example', channel: 'EMAIL' },
        ...{ purpose: '说明失业情况', proof: 'SF1234567890', truthChannel: 'PAPER', sentAt: clock.toISOString() },
        ...{ by: office.counsellor.name, contactId: sent.contactId, version: null },
        items: [
          { evidenceId: slip, file: 'files/01-工资.txt', hash: sha(wages), size: Buffer.byteLength(wages), isSensitive: false },
        ],
      },
    ])
    const { contacts } = await listContacts(office.counsellor, { caseId: kase.id })
    expect(contacts).toMatchObject([{ id: sent.contactId, channel: 'EMAIL', direction: 'OUT', isClientVisible: true }])
    const event = (await auditOf(office)).find((one) => one['bundleId'] === sent.id)
    expect(event).toMatchObject({ type: 'bundle.sent', caseId: kase.id, files: 1, hash: sent.listHash })
  })

  test('SP-14 nobody changes or removes what was sent, whatever becomes of the evidence', async () => {
    const { kase, slip } = await aFile()
    const { id } = await send(bundleOf(kase.id, slip))
    const before = (await zipOf(office.counsellor, id)).bytes
    const mine = eq(evidenceBundles.id, id)
    const edit = office.within((tx) => tx.update(evidenceBundles).set({ recipient: '别人' }).where(mine))
    await expect(edit).rejects.toMatchObject({ cause: { message: expect.stringContaining('append-only') } })
    const removal = office.within((tx) => tx.delete(evidenceBundles).where(mine))
    await expect(removal).rejects.toMatchObject({ code: '42501' })
    const byOwner = asOwner((owner) => owner.query('delete from evidence_bundles where id = $1', [id]))
    await expect(byOwner).rejects.toThrow('append-only')
    await execute(reviewEvidence, office.counsellor, { evidenceId: slip, version: 1, status: 'REJECTED', reason: '看不清' })
    expect((await zipOf(office.counsellor, id)).bytes.equals(before)).toBe(true)
  })

  test('SP-14 the download is one archive with an index in both languages and a list that verifies', async () => {
    const { kase, slip } = await aFile({ name: '<script>王' })
    const { id, listHash } = await send(bundleOf(kase.id, slip))
    const { name, bytes } = await zipOf(office.counsellor, id)
    expect(name).toBe(`${kase.number}-1.zip`)
    expect(checkPackage(bytes)).toEqual({ files: 2, listHash, faults: [] })
    const texts = textsIn(bytes)
    expect(texts['files/01-工资.txt']).toBe(wages)
    for (const said of ['材料目录', 'List of documents', '工资单', 'Payslip', sha(wages), '说明失业情况', kase.number]) {
      expect(texts['index.html']).toContain(said)
    }
    expect(texts['index.html']).not.toMatch(/<script/i)
    const lines = (await accessOf(office)).filter(({ object }) => object === id)
    expect(lines).toMatchObject([{ kind: 'download', what: 'evidence.bundle' }])
  })

  test('does not belong to a contact that went another way', async () => {
    const { kase, slip } = await aFile()
    const called = await execute(
      logContact,
      office.counsellor,
      { caseId: kase.id, channel: 'PHONE', purpose: 'FOLLOW_UP', summary: '电话跟进' },
      at,
    )
    const refused = await refusalOf(send({ ...bundleOf(kase.id, slip), contactId: called.id }))
    expect(refused.details).toEqual({ fields: { contactId: ['other_channel'] } })
  })

  test('SP-14 bundles of a case are numbered, and one can go with a version and an earlier contact', async () => {
    const { kase, slip } = await aFile()
    const version = await aVersion(office, await aDebt(office, kase), { sent: true, number: 3 })
    const first = await send(bundleOf(kase.id, slip))
    const second = await send({ ...bundleOf(kase.id, slip), versionId: version.id, contactId: first.contactId })
    expect([first.number, second.number, second.contactId]).toEqual([1, 2, first.contactId])
    const { bundles } = await listBundles(office.counsellor, { caseId: kase.id })
    expect(bundles.map(({ number, version: with_ }) => [number, with_])).toEqual([
      [2, 3],
      [1, null],
    ])
  })
})

describe('without the client’s word nothing goes out', () => {
  test('SP-14 sharing takes a consent of its own, and a withdrawn one is none', async () => {
    const { client, kase, slip } = await aFile({ share: false })
    expect(await refusalOf(send(bundleOf(kase.id, slip)))).toEqual({ code: 'rule', details: { why: 'share_consent_missing' } })
    await consent(client.id, 'SHARE_WITH_CREDITOR')
    await send(bundleOf(kase.id, slip))
    await execute(withdrawConsent, office.counsellor, { clientId: client.id, purpose: 'SHARE_WITH_CREDITOR' })
    expect((await refusalOf(send(bundleOf(kase.id, slip)))).details).toEqual({ why: 'share_consent_missing' })
  })

  test('SP-14 a consent that names another lender lets nothing go to this one [PIPL 23]', async () => {
    const { client, kase, slip } = await aFile({ share: false })
    const { creditorId, productId } = await aCreditor(office)
    await aCase(office, { client, creditorId, productId })
    const share = { clientId: client.id, purpose: 'SHARE_WITH_CREDITOR', channel: 'PAPER' } as const
    await execute(giveConsent, office.counsellor, { ...share, creditorId }, at)
    expect((await refusalOf(send(bundleOf(kase.id, slip)))).details).toEqual({ why: 'share_consent_missing' })
    await execute(giveConsent, office.counsellor, { ...share, creditorId: kase.creditorId }, at)
    expect((await send(bundleOf(kase.id, slip))).files).toBe(1)
  })

  test('SP-14 sensitive papers take the separate consent to sensitive information besides', async () => {
    const { client, kase } = await aFile()
    await consent(client.id, 'SENSITIVE')
    const flow = { clientId: client.id, ...file('BANK_STATEMENT', '流水', '流水.txt') }
    const { id } = await execute(uploadEvidence, office.counsellor, flow, at)
    await execute(withdrawConsent, office.counsellor, { clientId: client.id, purpose: 'SENSITIVE' })
    expect((await refusalOf(send(bundleOf(kase.id, id)))).details).toEqual({ why: 'sensitive_consent_missing' })
    await consent(client.id, 'SENSITIVE')
    expect((await send(bundleOf(kase.id, id))).files).toBe(1)
  })

  test('SP-14 a paper that also serves as a sensitive kind is as sensitive as that', async () => {
    const { client, kase, slip } = await aFile()
    await office.within((tx) =>
      tx
        .update(evidence)
        .set({ alsoFor: ['BANK_STATEMENT'] })
        .where(eq(evidence.id, slip)),
    )
    expect((await refusalOf(send(bundleOf(kase.id, slip)))).details).toEqual({ why: 'sensitive_consent_missing' })
    await consent(client.id, 'SENSITIVE')
    expect((await send(bundleOf(kase.id, slip))).files).toBe(1)
  })

  test('SE-16 a bundle without the client’s declaration of truth is refused', async () => {
    const { kase, slip } = await aFile()
    const { truth: _, ...silent } = bundleOf(kase.id, slip)
    expect((await refusalOf(send(silent))).details).toEqual({ fields: { truth: ['required'] } })
  })

  test('what was sent back or ran out stays here', async () => {
    const { client, kase, slip } = await aFile()
    const old = { clientId: client.id, ...file('INCOME_PROOF', '证明', '证明.txt') }
    const { id } = await execute(uploadEvidence, office.counsellor, old, at)
    await execute(reviewEvidence, office.counsellor, { evidenceId: id, version: 1, status: 'VERIFIED', expiresOn: '2026-11-20' })
    await execute(reviewEvidence, office.counsellor, { evidenceId: slip, version: 1, status: 'REJECTED', reason: '看不清' })
    for (const one of [id, slip]) {
      expect((await refusalOf(send(bundleOf(kase.id, one)))).details).toEqual({ fields: { evidenceIds: ['not_current'] } })
    }
  })
})

describe('SP-14 who may', () => {
  test('medical papers go out and are downloaded only by somebody who holds the grant', async () => {
    const { client, kase } = await aFile()
    await consent(client.id, 'SENSITIVE')
    const diagnosis = { clientId: client.id, ...file('MEDICAL_DIAGNOSIS', '诊断', '诊断.txt') }
    const { id } = await execute(uploadEvidence, office.counsellor, diagnosis, at)
    expect((await refusalOf(send(bundleOf(kase.id, id)))).code).toBe('forbidden')
    await execute(grantSensitive, office.supervisor, { caseId: kase.id, userId: office.counsellor.id, reason: '寄材料' })
    const sent = await send(bundleOf(kase.id, id))
    expect((await refusalOf(zipOf(office.supervisor, sent.id))).details).toEqual({ why: 'sensitive_grant_missing' })
    const { bundles } = await listBundles(office.supervisor, { caseId: kase.id })
    expect(bundles).toMatchObject([{ mayOpen: false, items: [{ code: 'MEDICAL_DIAGNOSIS', file: '' }] }])
    expect(checkPackage((await zipOf(office.counsellor, sent.id)).bytes).faults).toEqual([])
  })

  test('an assistant sends nothing; a colleague, another office and another client’s file are not found', async () => {
    const [{ kase, slip }, other] = [await aFile(), await aFile()]
    expect((await refusalOf(send(bundleOf(kase.id, slip), office.assistant))).code).toBe('forbidden')
    for (const actor of [office.colleague, elsewhere.supervisor]) {
      expect((await refusalOf(send(bundleOf(kase.id, slip), actor))).code).toBe('not_found')
    }
    expect((await refusalOf(send(bundleOf(kase.id, other.slip)))).code).toBe('not_found')
    const { id } = await send(bundleOf(kase.id, slip))
    for (const actor of [office.colleague, elsewhere.supervisor]) {
      expect((await refusalOf(zipOf(actor, id))).code).toBe('not_found')
      expect((await refusalOf(listBundles(actor, { caseId: kase.id }))).code).toBe('not_found')
    }
  })

  test('only a contact of the case’s own creditor receives', async () => {
    const { kase, slip } = await aFile()
    const wrong = { ...bundleOf(kase.id, slip), creditorContactId: kase.id }
    expect((await refusalOf(send(wrong))).code).toBe('not_found')
  })

  test.each(['PHONE', 'SMS'] as const)('SP-14 a contact by %s receives no files', async (channel) => {
    const { kase, slip } = await aFile()
    const byVoice = { ...bundleOf(kase.id, slip), creditorContactId: await aCreditorContact(office, channel) }
    expect((await refusalOf(send(byVoice))).details).toEqual({ fields: { creditorContactId: ['carries_no_files'] } })
    expect((await listBundles(office.counsellor, { caseId: kase.id })).bundles).toEqual([])
  })
})
