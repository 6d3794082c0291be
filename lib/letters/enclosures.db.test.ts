import { randomUUID } from 'node:crypto'
import { eq, notInArray } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { consents, evidence, evidenceRequests, hardships, letters } from '@/db/schema'
import { aCase, aCreditor, clock, type Office } from '@/db/testing/factories'
import { aNegotiation, aSentProposal, type Negotiation } from '@/db/testing/negotiation'
import { inOwnFolder } from '@/db/testing/own-folder'
import { asOwner } from '@/db/testing/owner'
import { openSeededOffice } from '@/db/testing/seeded-office'
import { refusalOf } from '@/db/testing/traces'
import { grantSensitive } from '@/lib/cases/commands'
import { giveConsent, withdrawConsent } from '@/lib/clients/consent.commands'
import { execute } from '@/lib/core/command'
import { startingEvidenceTypes } from '@/lib/evidence/starting-types'
import { caseKinds } from './case-kinds'
import { previewLetter } from './letters.queries'
import { writeCaseLetter } from './write-letter.commands'

inOwnFolder('enclosures')

let office: Office
let negotiation: Negotiation
const call = { now: clock }

/** A client with one verified paper of every kind, all of them asked for by the creditor. */
beforeEach(async () => {
  office = await openSeededOffice()
  negotiation = await aNegotiation(office)
  const { kase, client } = negotiation
  const of = { orgId: kase.orgId, clientId: client.id }
  const file = {
    fileHash: 'a'.repeat(64),
    fileName: '材料.pdf',
    receivedAt: clock,
    createdAt: clock,
    status: 'VERIFIED' as const,
  }
  await office.within(async (tx) => {
    await tx.insert(evidence).values(startingEvidenceTypes.map(({ code }) => ({ ...of, ...file, id: randomUUID(), code })))
    await tx.insert(evidenceRequests).values(
      startingEvidenceTypes.map(({ code }) => ({
        ...{ ...of, id: randomUUID(), caseId: kase.id, code, from: 'CREDITOR' as const, createdAt: clock },
      })),
    )
  })
})

const sensitive = new Map(startingEvidenceTypes.map(({ code, sensitive: kind }) => [code, kind]))
const caseId = () => negotiation.kase.id
const clientId = () => negotiation.client.id
const agree = (more: object = {}) =>
  execute(giveConsent, office.counsellor, { clientId: clientId(), purpose: 'SENSITIVE', channel: 'PAPER', ...more }, call)
const grant = (on = caseId()) =>
  execute(grantSensitive, office.supervisor, { caseId: on, userId: office.counsellor.id, reason: '拟写信函' }, call)
const withdraw = () => execute(withdrawConsent, office.counsellor, { clientId: clientId(), purpose: 'SHARE_WITH_CREDITOR' }, call)

async function offered(kind: (typeof caseKinds)[number]) {
  const { papers } = await previewLetter(office.counsellor, { caseId: caseId(), kind }, clock)
  return papers.filter(({ why }) => why === null).map(({ code }) => code)
}
/** The app removes no evidence, so the owner does. */
const removed = (code: string) =>
  asOwner((owner) => owner.query('delete from evidence where client_id = $1 and code = $2', [clientId(), code]))
/** The classes of everything that every kind of letter would enclose. */
async function classesOffered() {
  const all = new Map<string, string[]>()
  for (const kind of caseKinds)
    all.set(kind, [...new Set((await offered(kind)).map((code) => sensitive.get(code) ?? ''))].toSorted())
  return all
}

describe('of every kind of paper on file, whatever the letter', () => {
  test('nothing sensitive goes without the client’s consent to its use', async () => {
    await grant()
    for (const [kind, classes] of await classesOffered())
      expect([kind, classes.filter((one) => one !== 'NONE')]).toEqual([kind, []])
  })

  test('nothing about health goes by the hand of somebody without a grant for this case', async () => {
    await agree()
    const other = await aCase(office, { client: negotiation.client })
    await grant(other.id)
    await execute(grantSensitive, office.supervisor, { caseId: caseId(), userId: office.supervisor.id, reason: '督导复核' }, call)
    for (const [kind, classes] of await classesOffered()) expect([kind, classes.includes('MEDICAL')]).toEqual([kind, false])
  })

  test('nothing at all goes once the consent to hand it on is withdrawn, nor by one that names another lender', async () => {
    await agree()
    await grant()
    await withdraw()
    const { creditorId } = await aCreditor(office)
    await office.within((tx) =>
      tx.insert(consents).values({
        ...{ orgId: office.organisationId, id: randomUUID(), clientId: clientId(), purpose: 'SHARE_WITH_CREDITOR', creditorId },
        ...{ textVersion: '2026-11', channel: 'PAPER', givenAt: clock },
      }),
    )
    for (const [kind, classes] of await classesOffered()) expect([kind, classes]).toEqual([kind, []])
  })

  test('with consents and grant each letter takes what its purpose needs, and says why the rest stays', async () => {
    await agree()
    await grant()
    const { id } = negotiation.client
    await office.within((tx) => tx.update(hardships).set({ type: 'ILLNESS' }).where(eq(hardships.clientId, id)))
    expect(await offered('CREDIT_DISPUTE')).toEqual(
      expect.arrayContaining(['ID_CARD', 'CREDIT_REPORT', 'PAYMENT_PROOF', 'BILL_SNAPSHOT']),
    )
    expect(await offered('CREDIT_DISPUTE')).not.toEqual(expect.arrayContaining(['MEDICAL_DIAGNOSIS']))
    // The hardship of this client is illness: its papers go along, those of a divorce do not.
    expect(await offered('HARDSHIP_NOTICE')).toEqual(expect.arrayContaining(['MEDICAL_DIAGNOSIS', 'PAYSLIP']))
    expect(await offered('HARDSHIP_NOTICE')).not.toContain('DIVORCE_CERT')
    expect(await offered('REMINDER')).toEqual([])
    const { papers } = await previewLetter(office.counsellor, { caseId: caseId(), kind: 'CREDIT_DISPUTE' }, clock)
    expect(papers.find(({ code }) => code === 'PAYSLIP')?.why).toBe('NOT_NEEDED')
  })
})

describe('of the files of one kind', () => {
  const payslip = (values: Partial<typeof evidence.$inferInsert>) =>
    office.within((tx) => tx.update(evidence).set(values).where(eq(evidence.code, 'PAYSLIP')))

  test('one of another case of the client goes with no letter of this one', async () => {
    const other = await aCase(office, { client: negotiation.client })
    await payslip({ caseId: other.id })
    await agree()
    expect(await offered('HARDSHIP_NOTICE')).not.toContain('PAYSLIP')
    await payslip({ caseId: caseId() })
    expect(await offered('HARDSHIP_NOTICE')).toContain('PAYSLIP')
  })

  test('one that we made of what the client told waits for the client’s word', async () => {
    await payslip({ statementId: randomUUID() })
    await agree()
    expect(await offered('HARDSHIP_NOTICE')).not.toContain('PAYSLIP')
    await payslip({ clientConfirmedAt: clock })
    expect(await offered('HARDSHIP_NOTICE')).toContain('PAYSLIP')
  })

  test('where none may go, the one that comes nearest says why', async () => {
    await payslip({ status: 'EXPIRED' })
    const of = { orgId: office.organisationId, id: randomUUID(), clientId: clientId(), code: 'PAYSLIP' }
    await office.within((tx) =>
      tx.insert(evidence).values({ ...of, fileHash: 'b'.repeat(64), receivedAt: clock, createdAt: clock, status: 'RECEIVED' }),
    )
    const { papers } = await previewLetter(office.counsellor, { caseId: caseId(), kind: 'HARDSHIP_NOTICE' }, clock)
    expect(papers.find(({ code }) => code === 'PAYSLIP')?.why).toBe('NOT_VERIFIED')
  })
})

describe('an answer to what the creditor asked for', () => {
  const asked = (values: Partial<typeof evidenceRequests.$inferInsert>) =>
    office.within((tx) => tx.update(evidenceRequests).set(values).where(eq(evidenceRequests.code, 'PAYSLIP')))

  test('encloses what was asked for last, and not what we asked for ourselves', async () => {
    await agree()
    expect(await offered('SUPPLEMENT')).toContain('PAYSLIP')
    await asked({ createdAt: new Date('2026-11-19T02:00:00Z') })
    expect(await offered('SUPPLEMENT')).not.toContain('PAYSLIP')
    await asked({ createdAt: clock, from: 'COUNSELLOR' })
    expect(await offered('SUPPLEMENT')).not.toContain('PAYSLIP')
  })

  test('is not written while none of it may go', async () => {
    await withdraw()
    const looked = await previewLetter(office.counsellor, { caseId: caseId(), kind: 'SUPPLEMENT' }, clock)
    expect(looked).toMatchObject({ why: 'INCOMPLETE', gaps: ['attachments'], text: null })
  })
})

describe('one file that serves as several kinds', () => {
  const shared = (values: object = {}) =>
    removed('INCOME_PROOF').then(() =>
      office.within((tx) =>
        tx
          .update(evidence)
          .set({ alsoFor: ['INCOME_PROOF'], ...values })
          .where(eq(evidence.code, 'PAYSLIP')),
      ),
    )
  const onlyAsked = (...codes: string[]) =>
    office.within((tx) => tx.delete(evidenceRequests).where(notInArray(evidenceRequests.code, codes)))
  const look = (kind: 'SUPPLEMENT' | 'DOCUMENT_REQUEST') => previewLetter(office.counsellor, { caseId: caseId(), kind }, clock)

  test('is named as each of those asked for, on one line', async () => {
    await shared()
    await onlyAsked('PAYSLIP', 'INCOME_PROOF')
    expect((await look('SUPPLEMENT')).attachments).toEqual(['工资单（兼作收入证明）'])
    await onlyAsked('INCOME_PROOF')
    expect((await look('SUPPLEMENT')).attachments).toEqual(['工资单（兼作收入证明）'])
    const { letterId } = await execute(writeCaseLetter, office.counsellor, { caseId: caseId(), kind: 'SUPPLEMENT' }, call)
    const [letter] = await office.within((tx) => tx.select().from(letters).where(eq(letters.id, letterId)))
    const [payslip] = await office.within((tx) => tx.select().from(evidence).where(eq(evidence.code, 'PAYSLIP')))
    expect(letter?.enclosed).toEqual([payslip?.id])
  })

  test('counts as one, and what the creditor asked for besides is said to be still to come, unless the client has none', async () => {
    await shared()
    await onlyAsked('PAYSLIP', 'INCOME_PROOF', 'ASSET_PROOF', 'BILL_SNAPSHOT')
    const textOf = async (locale: 'zh-CN' | 'en' = 'zh-CN') => {
      const { text } = await previewLetter(office.counsellor, { caseId: caseId(), kind: 'SUPPLEMENT', locale }, clock)
      return JSON.stringify(text?.paragraphs.map((parts) => parts.map((part) => part.text).join('')))
    }
    await removed('ASSET_PROOF')
    await office.within((tx) => tx.update(evidence).set({ status: 'RECEIVED' }).where(eq(evidence.code, 'BILL_SNAPSHOT')))
    expect(await textOf()).toContain('现随函提交材料1份')
    expect(await textOf()).toContain('尚待补交的有：（1）资产证明；（2）账单快照，备齐后另行提交。')
    expect(await textOf('en')).toContain('Still to come, as soon as I have it: (1) Proof of assets; (2)')
    await office.within((tx) => tx.update(evidenceRequests).set({ cannotProvide: '没有' }))
    expect(await textOf()).not.toContain('尚待补交')
  })

  test('is enclosed once, whichever of its kinds is ticked', async () => {
    await shared()
    const write = { caseId: caseId(), kind: 'HARDSHIP_NOTICE' as const, enclosed: ['PAYSLIP', 'INCOME_PROOF'] }
    const { letterId } = await execute(writeCaseLetter, office.counsellor, write, call)
    const [letter] = await office.within((tx) => tx.select().from(letters).where(eq(letters.id, letterId)))
    expect(letter?.enclosed).toHaveLength(1)
  })

  test('is not asked of the client again, unless it was turned back or a note asks for more', async () => {
    await shared()
    await onlyAsked('INCOME_PROOF')
    expect((await look('DOCUMENT_REQUEST')).why).toBe('NOTHING_WANTED')
    await shared({ status: 'REJECTED' })
    expect((await look('DOCUMENT_REQUEST')).why).toBeNull()
    await shared({ status: 'VERIFIED' })
    await office.within((tx) => tx.update(evidenceRequests).set({ note: '加盖公章' }))
    expect((await look('DOCUMENT_REQUEST')).why).toBeNull()
  })
})

describe('the counsellor chooses', () => {
  const write = (more: object) =>
    execute(writeCaseLetter, office.counsellor, { caseId: caseId(), kind: 'HARDSHIP_NOTICE', ...more }, call)
  const enclosuresOf = async (id: string) => {
    const [letter] = await office.within((tx) => tx.select().from(letters).where(eq(letters.id, id)))
    return letter?.text.split('\n\n').at(-1)?.split('\n')
  }

  test('among those that may go: what is ticked is enclosed, in the letter and on record', async () => {
    const { letterId } = await write({ enclosed: ['PAYSLIP'] })
    expect(await enclosuresOf(letterId)).toEqual(['工资单'])
    const [letter] = await office.within((tx) => tx.select().from(letters).where(eq(letters.id, letterId)))
    const [payslip] = await office.within((tx) => tx.select().from(evidence).where(eq(evidence.code, 'PAYSLIP')))
    expect(letter?.enclosed).toEqual([payslip?.id])
    expect(await enclosuresOf((await write({ enclosed: [] })).letterId)).toEqual([''])
  })

  test('nothing that may not go is enclosed by naming it', async () => {
    for (const code of ['MEDICAL_DIAGNOSIS', 'DIVORCE_CERT', 'NO_SUCH'])
      expect((await refusalOf(write({ enclosed: ['PAYSLIP', code] }))).details).toMatchObject({ why: 'letter_ENCLOSURE' })
  })

  test('a declaration of truth lists no paper that may not be handed on', async () => {
    await aSentProposal(office, negotiation, [{ type: 'TERM_EXTENSION', toPeriods: 6 }])
    const { letterId } = await write({ kind: 'TRUTH_DECLARATION' })
    const [letter] = await office.within((tx) => tx.select().from(letters).where(eq(letters.id, letterId)))
    expect(letter?.text).toContain('工资单')
    for (const name of ['医疗诊断报告', '身份证件', '银行流水']) expect(letter?.text).not.toContain(name)
  })
})
