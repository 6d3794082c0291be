import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import type { ReliefLine } from '@/db/schema/proposals'
import { clock, type Office, openOffice } from '@/db/testing/factories'
import { aDraft, aNegotiation, anApproved, aPaper, aSentProposal, type Negotiation } from '@/db/testing/negotiation'
import { auditOf, refusalOf } from '@/db/testing/traces'
import { aSigningCode } from '@/db/testing/ways-in'
import { confirmAgreement } from '@/lib/agreements/confirm.commands'
import { execute } from '@/lib/core/command'
import { recordDecision } from '@/lib/decisions/record.commands'
import { requestEvidence, reviewEvidence } from '@/lib/evidence/commands'
import { keptFiles } from '@/lib/evidence/kept-files'
import { presentProposal } from '@/lib/proposals/review.commands'
import { tellCircumstance } from './circumstance.commands'
import { approveMine, cannotProvide, openMyReceipt, reportMyPayment, signMyReceipt, uploadMine } from './commands'
import { plan } from './plan.queries'
import { proposal } from './proposal.queries'
import { home } from './queries'
import { request } from './request.queries'

let office: Office
let mine: Negotiation
let stranger: Negotiation
const reliefs: ReliefLine[] = [{ type: 'TERM_EXTENSION', toPeriods: 6 }]
const now = clock

beforeAll(async () => {
  process.env['DATA_DIR'] = await mkdtemp(join(tmpdir(), 'parley-files-'))
  office = await openOffice()
  mine = await aNegotiation(office)
  stranger = await aNegotiation(await openOffice())
})

const asked = async (negotiation: Negotiation, code: string) => {
  await aPaper(office, negotiation, code)
  const { id } = await execute(
    requestEvidence,
    office.counsellor,
    { caseId: negotiation.kase.id, code, deadline: '2026-12-01' },
    { now },
  )
  return id
}
const photo = async () =>
  (
    await sharp({ create: { width: 40, height: 30, channels: 3, background: '#884422' } })
      .jpeg()
      .toBuffer()
  ).toString('base64')

describe('documents a client gives', () => {
  test('SS-13 SE-01 a photo fulfils the request, and home stops asking for it', async () => {
    const negotiation = await aNegotiation(office)
    const requestId = await asked(negotiation, 'OTHER')
    expect((await home(negotiation.portal, {}, now)).next).toMatchObject({ kind: 'upload', requestId })
    await execute(uploadMine, negotiation.portal, { requestId, fileName: '流水.jpg', content: await photo() }, { now })
    expect((await home(negotiation.portal, {}, now)).next).toEqual({ kind: 'nothing' })
    expect(await auditOf(office)).toContainEqual(
      expect.objectContaining({ type: 'evidence.received', clientId: negotiation.client.id }),
    )
  })

  test('a second page is welcome until somebody has looked at the first, and consent is asked for once', async () => {
    const negotiation = await aNegotiation(office)
    const requestId = await asked(negotiation, 'BANK_STATEMENT')
    const page = async (n: number) => ({ requestId, fileName: `${n}.jpg`, content: await photo(), consent: 'on' })
    const first = await execute(uploadMine, negotiation.portal, await page(1), { now })
    expect((await request(negotiation.portal, { requestId }, now)).takesMore).toBe(true)
    expect((await home(negotiation.portal, {}, now)).documents).toContainEqual(
      expect.objectContaining({ id: first.id, addTo: requestId }),
    )
    await execute(uploadMine, negotiation.portal, await page(2), { now })
    const { id: evidenceId, version } = first
    await execute(reviewEvidence, office.counsellor, { evidenceId, version, status: 'VERIFIED' }, { now })
    expect((await request(negotiation.portal, { requestId }, now)).takesMore).toBe(false)
    expect((await refusalOf(execute(uploadMine, negotiation.portal, await page(3), { now }))).code).toBe('not_found')
    const cannot = execute(cannotProvide, negotiation.portal, { requestId, reason: '' }, { now })
    expect((await refusalOf(cannot)).code).toBe('not_found')
  })

  test('where a client took a photo is forgotten on the way in, and how to turn it is not', async () => {
    const negotiation = await aNegotiation(office)
    const requestId = await asked(negotiation, 'OTHER')
    const taken = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#884422' } })
      .withMetadata({ orientation: 6 })
      .withExifMerge({ IFD0: { Make: 'PhoneMaker' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '29/1 33/1 0/1' } })
      .jpeg()
      .toBuffer()
    const values = { requestId, fileName: '账单.jpg', content: taken.toString('base64') }
    const { hash } = await execute(uploadMine, negotiation.portal, values, { now })
    const kept = Buffer.from((await keptFiles().read(office.organisationId, hash)) ?? [])
    expect([taken.includes('PhoneMaker'), kept.includes('PhoneMaker')]).toEqual([true, false])
    expect((await sharp(kept).metadata()).orientation).toBe(6)
  })

  test('what is no photo is refused, and the request stays', async () => {
    const negotiation = await aNegotiation(office)
    const requestId = await asked(negotiation, 'OTHER')
    const content = Buffer.from('MZ this is a program').toString('base64')
    expect(
      await refusalOf(execute(uploadMine, negotiation.portal, { requestId, fileName: 'a.jpg', content }, { now })),
    ).toMatchObject({
      code: 'unsupported_type',
    })
    expect((await request(negotiation.portal, { requestId }, now)).isFulfilled).toBe(false)
  })

  test('"I do not have it" with a reason ends the asking', async () => {
    const negotiation = await aNegotiation(office)
    const requestId = await asked(negotiation, 'OTHER')
    await execute(cannotProvide, negotiation.portal, { requestId, reason: '公司已注销' }, { now })
    expect((await home(negotiation.portal, {}, now)).next).toEqual({ kind: 'nothing' })
    expect(await auditOf(office)).toContainEqual(expect.objectContaining({ type: 'evidence.cannotProvide', requestId }))
  })

  test('another client’s request is not there, nor is it for staff', async () => {
    const requestId = await asked(mine, 'OTHER')
    const other = await aNegotiation(office)
    const values = { requestId, fileName: 'a.jpg', content: await photo() }
    expect((await refusalOf(execute(uploadMine, other.portal, values, { now }))).code).toBe('not_found')
    expect((await refusalOf(execute(uploadMine, stranger.portal, values, { now }))).code).toBe('not_found')
    expect((await refusalOf(execute(uploadMine, office.counsellor, values, { now }))).code).toBe('forbidden')
  })
})

const codeOf = ({ kase }: Negotiation) => aSigningCode(office, kase.clientId, now)

describe('confirming a version', () => {
  test('SP-12 the client confirms exactly the version that was read, in their own name', async () => {
    const negotiation = await aNegotiation(office)
    const { versionId, version } = await aDraft(office, negotiation, reliefs)
    await execute(presentProposal, office.counsellor, { versionId, version }, { now })
    expect((await home(negotiation.portal, {}, now)).next).toMatchObject({ kind: 'approve', versionId })
    const read = await proposal(negotiation.portal, { versionId }, now)
    expect(read.letterText).toContain('2,084.83')
    expect(read.letterLocale).toBe('zh-CN')

    const code = await codeOf(negotiation)
    const signed = { versionId, version: String(read.version), name: '李小明', code, hasRead: 'on' }
    expect((await refusalOf(execute(approveMine, negotiation.portal, { ...signed, name: '王五' }, { now }))).details).toEqual({
      fields: { name: ['name_mismatch'] },
    })
    expect((await refusalOf(execute(approveMine, negotiation.portal, { ...signed, version: '99' }, { now }))).code).toBe(
      'conflict',
    )
    const lender = { creditor: '重庆蚂蚁消费金融有限公司', product: '借呗' }
    expect(read).toMatchObject(lender)
    expect((await home(negotiation.portal, {}, now)).cases).toMatchObject([{ ...lender, isApproved: false }])
    const wrong = { ...signed, code: code === '123456' ? '654321' : '123456' }
    expect((await refusalOf(execute(approveMine, negotiation.portal, wrong, { now }))).details).toEqual({
      fields: { code: ['code_wrong'] },
    })
    expect((await home(negotiation.portal, {}, now)).next).toMatchObject({ kind: 'approve', versionId })
    await execute(approveMine, negotiation.portal, signed, { now })
    expect(await home(negotiation.portal, {}, now)).toMatchObject({ cases: [{ isApproved: true }], next: { kind: 'nothing' } })
    expect((await proposal(negotiation.portal, { versionId }, now)).approvedOn).toBe('2026-11-21')
    expect(await auditOf(office)).toContainEqual(
      expect.objectContaining({ type: 'proposal.approved', versionId, channel: 'PORTAL' }),
    )
  })

  test('a draft that was not put before the client cannot be read by them', async () => {
    const negotiation = await aNegotiation(office)
    const { versionId } = await aDraft(office, negotiation, reliefs)
    expect((await refusalOf(proposal(negotiation.portal, { versionId }, now))).code).toBe('not_found')
  })

  test('a stranger cannot confirm it', async () => {
    const negotiation = await aNegotiation(office)
    const { versionId, version } = await anApproved(office, negotiation, reliefs)
    const values = { versionId, version, name: '李小明', code: await codeOf(negotiation), hasRead: 'on' }
    expect((await refusalOf(execute(approveMine, mine.portal, values, { now }))).code).toBe('not_found')
    expect((await refusalOf(execute(approveMine, stranger.portal, values, { now }))).code).toBe('not_found')
  })
})

describe('signing and paying', () => {
  const agreed = async () => {
    const negotiation = await aNegotiation(office)
    const { versionId } = await aSentProposal(office, negotiation, reliefs)
    const decided = await execute(
      recordDecision,
      office.counsellor,
      { versionId, result: 'ACCEPTED', decidedOn: '2026-11-21', channel: 'PHONE' },
      { now },
    )
    const agreementId = decided.agreementId ?? ''
    const evidenceId = await aPaper(office, negotiation, 'WRITTEN_CONFIRMATION')
    const { version } = await execute(
      confirmAgreement,
      office.counsellor,
      { agreementId, version: 1, evidenceId, confirmedOn: '2026-11-21' },
      { now },
    )
    return { negotiation, agreementId, version }
  }

  test('SE-14 nothing is signed before the paper was opened; then the plan starts and can be paid', async () => {
    const { negotiation, agreementId, version } = await agreed()
    const { portal } = negotiation
    const signature = { agreementId, version: String(version), name: '李小明', code: await codeOf(negotiation), hasRead: 'on' }
    expect((await refusalOf(execute(signMyReceipt, portal, signature, { now }))).details).toMatchObject({ why: 'not_opened' })
    const opened = await execute(openMyReceipt, portal, { agreementId }, { now })
    const latest = { ...signature, version: String(opened.version) }
    const guessed = { ...latest, code: signature.code === '000000' ? '000001' : '000000' }
    expect((await refusalOf(execute(signMyReceipt, portal, guessed, { now }))).details).toEqual({
      fields: { code: ['code_wrong'] },
    })
    expect((await plan(portal, { agreementId }, now)).signedOn).toBeNull()
    await execute(signMyReceipt, portal, latest, { now })
    const view = await plan(portal, { agreementId }, now)
    expect([view.status, view.signedOn, view.instalments[0]?.amount]).toEqual(['ACTIVE', '2026-11-21', '2084.83'])

    await execute(reportMyPayment, portal, { agreementId, paidOn: '2026-11-21', amount: '2084.83' }, { now })
    expect((await plan(portal, { agreementId }, now)).instalments[0]?.status).toBe('REPORTED')
  })

  test('an instalment they said is paid, or cannot be, is not asked for again while we look', async () => {
    const { negotiation, agreementId } = await agreed()
    const { portal } = negotiation
    const { version } = await execute(openMyReceipt, portal, { agreementId }, { now })
    await execute(
      signMyReceipt,
      portal,
      { agreementId, version, name: '李小明', code: await codeOf(negotiation), hasRead: 'on' },
      { now },
    )
    const dueOn = async () => (await home(portal, {}, now)).cases[0]?.instalment
    const first = await dueOn()
    await execute(reportMyPayment, portal, { agreementId, paidOn: '2026-11-21', amount: '2000.00' }, { now })
    expect(await dueOn()).toEqual({ ...first, amount: '84.83' })
    const [row] = (await plan(portal, { agreementId }, now)).instalments
    expect(row).toMatchObject({ paid: '0.00', reported: '2000.00', left: '84.83' })
    await execute(reportMyPayment, portal, { agreementId, paidOn: '2026-11-21', amount: '84.83' }, { now })
    const second = await dueOn()
    expect([second?.n, second?.amount]).toEqual([2, '2084.83'])
    const dayBefore = new Date(`${second?.dueOn}T00:00:00Z`)
    expect((await home(portal, {}, dayBefore)).next).toMatchObject({ kind: 'pay', dueOn: second?.dueOn })
    await execute(tellCircumstance, portal, { agreementId, kind: 'ILLNESS', note: '' }, { now })
    expect((await home(portal, {}, dayBefore)).next).toEqual({ kind: 'nothing' })
  })

  test('a stranger sees no plan and signs nothing', async () => {
    const { agreementId, version } = await agreed()
    for (const actor of [mine.portal, stranger.portal]) {
      expect((await refusalOf(plan(actor, { agreementId }, now))).code).toBe('not_found')
      const signature = { agreementId, version, name: '李小明', code: '123456', hasRead: 'on' }
      expect((await refusalOf(execute(signMyReceipt, actor, signature, { now }))).code).toBe('not_found')
    }
  })
})
