import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { agreements, proposalVersions } from '@/db/schema'
import type { ReliefLine } from '@/db/schema/proposals'
import { clock, type Office, openOffice } from '@/db/testing/factories'
import { aDraft, aNegotiation, anApproved, aPaper, aSentProposal, type Negotiation } from '@/db/testing/negotiation'
import { refusalOf } from '@/db/testing/traces'
import { aSigningCode } from '@/db/testing/ways-in'
import { confirmAgreement } from '@/lib/agreements/confirm.commands'
import { recordReceipt } from '@/lib/agreements/receipt.commands'
import { execute } from '@/lib/core/command'
import { recordDecision } from '@/lib/decisions/record.commands'
import { planPaper } from '@/lib/letters/papers'
import { pdfOf } from '@/lib/platform/pdf'
import { planFacts } from '@/lib/proposals/letter-facts'
import { presentProposal } from '@/lib/proposals/review.commands'
import { saveProposal } from '@/lib/proposals/save.commands'
import { approveMine, openMyReceipt, signMyReceipt } from './commands'
import { plan } from './plan.queries'
import { proposal } from './proposal.queries'
import { receiptOf } from './receipt'
import { settlesText } from './settles-text'

let office: Office
let stranger: Negotiation
const reliefs: ReliefLine[] = [{ type: 'TERM_EXTENSION', toPeriods: 6 }]
const now = clock

beforeAll(async () => {
  process.env['DATA_DIR'] = await mkdtemp(join(tmpdir(), 'parley-receipts-'))
  office = await openOffice()
  stranger = await aNegotiation(office)
})

const versionOf = async (id: string) => {
  const [row] = await office.within((tx) => tx.select().from(proposalVersions).where(eq(proposalVersions.id, id)))
  if (row === undefined) throw new Error('no version')
  return row
}

describe('the receipt of a confirmed version', () => {
  test('SE-14 is there once the client has confirmed, with reference, version, hash, time and how; not before, nor for others', async () => {
    const negotiation = await aNegotiation(office)
    const { versionId, version } = await aDraft(office, negotiation, reliefs)
    await execute(presentProposal, office.counsellor, { versionId, version }, { now })
    const read = await proposal(negotiation.portal, { versionId }, now)
    expect(read.receipt).toBeNull()
    const code = await aSigningCode(office, negotiation.kase.clientId, now)
    const signed = { versionId, version: String(read.version), name: '李小明', code, hasRead: 'on', device: 'WeChat · iPhone' }
    await execute(approveMine, negotiation.portal, signed, { now })

    const { receipt } = await proposal(negotiation.portal, { versionId }, now)
    const { letterHash: hash, letterTitle: document } = await versionOf(versionId)
    expect(hash).toHaveLength(64)
    expect(receipt).toEqual({
      ...{ caseNo: negotiation.kase.number, client: '李小明', organisation: negotiation.portal.organisationName },
      ...{ document, version: 1, hash, at: now.toISOString(), method: 'PORTAL', device: 'WeChat · iPhone' },
    })
    expect((await refusalOf(proposal(stranger.portal, { versionId }, now))).code).toBe('not_found')
  })

  test('becomes a PDF that names the client and the hash in groups of eight', async () => {
    const negotiation = await aNegotiation(office)
    const { versionId } = await anApproved(office, negotiation, reliefs)
    const { receipt } = await proposal(negotiation.portal, { versionId }, now)
    if (receipt === null) throw new Error('no receipt')
    const paper = receiptOf(receipt, 'zh-CN', negotiation.portal.timeZone)
    const said = JSON.stringify(paper.blocks)
    expect(said).toContain('李小明')
    expect(said).toContain(receipt.hash.replace(/(.{8})(?=.)/g, '$1 '))
    expect(said).toContain('不是经公证的签名')
    const pdf = await pdfOf(paper, now)
    expect(Buffer.from(pdf.slice(0, 5)).toString('latin1')).toBe('%PDF-')
  })

  test('says what the office recorded of a word given on paper, and goes when the text changes', async () => {
    const negotiation = await aNegotiation(office)
    const { versionId, version } = await anApproved(office, negotiation, reliefs)
    expect((await proposal(negotiation.portal, { versionId }, now)).receipt?.method).toBe('PAPER')
    const lines = [{ debtId: negotiation.debt.id, reliefs: [{ type: 'TERM_EXTENSION', toPeriods: 9 }] }]
    await execute(saveProposal, office.counsellor, { versionId, version, lines }, { now })
    expect((await proposal(negotiation.portal, { versionId }, now)).receipt).toBeNull()
    expect((await versionOf(versionId)).approvalChannel).toBeNull()
  })
})

describe('the receipt of a signed agreement', () => {
  const agreed = async (negotiation: Negotiation) => {
    const { versionId } = await aSentProposal(office, negotiation, reliefs)
    const decision = { versionId, result: 'ACCEPTED', decidedOn: '2026-11-21', channel: 'PHONE' }
    const { agreementId = '' } = await execute(recordDecision, office.counsellor, decision, { now })
    const evidenceId = await aPaper(office, negotiation, 'WRITTEN_CONFIRMATION')
    const confirmation = { agreementId, version: 1, evidenceId, confirmedOn: '2026-11-21' }
    return execute(confirmAgreement, office.counsellor, confirmation, { now })
  }

  test('has the lender’s paper by its hash, who signed and when; not before, nor for others', async () => {
    const negotiation = await aNegotiation(office)
    const { portal } = negotiation
    const { agreementId } = await agreed(negotiation)
    const { version } = await execute(openMyReceipt, portal, { agreementId }, { now })
    expect((await plan(portal, { agreementId }, now)).receipt).toBeNull()
    const code = await aSigningCode(office, negotiation.kase.clientId, now)
    const signature = { agreementId, version: String(version), name: '李小明', code, hasRead: 'on', device: 'Chrome · Android' }
    await execute(signMyReceipt, portal, signature, { now })
    expect((await plan(portal, { agreementId }, now)).receipt).toEqual({
      ...{ caseNo: negotiation.kase.number, client: '李小明', organisation: portal.organisationName, document: '确认书.pdf' },
      ...{ version: null, hash: 'a'.repeat(64), at: now.toISOString(), method: 'PORTAL', device: 'Chrome · Android' },
    })
    expect((await refusalOf(plan(stranger.portal, { agreementId }, now))).code).toBe('not_found')
  })

  test('is not made of one on paper, which is its own receipt', async () => {
    const negotiation = await aNegotiation(office)
    const { agreementId, version } = await agreed(negotiation)
    const evidenceId = await aPaper(office, negotiation, 'SIGNED_RECEIPT')
    const onPaper = { agreementId, version, evidenceId, signedOn: '2026-11-21', name: '李小明', clientHasRead: true }
    await execute(recordReceipt, office.counsellor, onPaper, { now })
    expect(await plan(negotiation.portal, { agreementId }, now)).toMatchObject({ receipt: null, signedOn: '2026-11-21' })
    const [kept] = await office.within((tx) => tx.select().from(agreements).where(eq(agreements.id, agreementId)))
    expect(kept?.receiptChannel).toBe('PAPER')
  })

  test('the agreed plan is printed with its case, contracts and every instalment', async () => {
    const negotiation = await aNegotiation(office)
    const { agreementId } = await agreed(negotiation)
    const { schedule: rows, total, interest, contracts, ...of } = await plan(negotiation.portal, { agreementId }, now)
    const facts = planFacts({ rows, total, interest, last: rows.at(-1)?.due ?? '' })
    const whose = { caseNo: of.caseNo, product: of.product, lender: of.creditor, contractTail: contracts.join('、') }
    const settles = settlesText(of.settles, 'zh-CN')
    const said = JSON.stringify(planPaper({ language: 'zh-CN', ...whose, plan: facts, isAgreed: true, settles }))
    for (const word of [negotiation.kase.number, '借呗', '重庆蚂蚁消费金融有限公司', '0677', '2,084.83', '先还利息，再还本金'])
      expect(said).toContain(word)
  })
})
