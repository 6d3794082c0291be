import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { evidence, evidenceRequests, evidenceTypes } from '@/db/schema'
import { aCase, aClient, clientActor, clock, type Office, type TestCase } from '@/db/testing/factories'
import { openSeededOffice } from '@/db/testing/seeded-office'
import { batchCandidates } from '@/lib/letters/batch-candidates.queries'
import { previewLetter } from '@/lib/letters/letters.queries'
import { documents } from '@/lib/portal/documents.queries'
import { radar } from '@/lib/radar/queries'

let office: Office
let kase: TestCase
let client: Awaited<ReturnType<typeof aClient>>
beforeEach(async () => {
  office = await openSeededOffice()
  client = await aClient(office)
  kase = await aCase(office, { client, dueOn: null, nextAction: null })
})

const of = () => ({ orgId: kase.orgId, clientId: kase.clientId, id: randomUUID(), createdAt: clock })
const asks = (code: string, more: Partial<typeof evidenceRequests.$inferInsert> = {}) =>
  office.within((tx) =>
    tx.insert(evidenceRequests).values({ ...of(), caseId: kase.id, code, from: 'CREDITOR', deadline: '2026-11-29', ...more }),
  )
const holds = (code: string, more: Partial<typeof evidence.$inferInsert> = {}) =>
  office.within((tx) =>
    tx.insert(evidence).values({ ...of(), code, status: 'VERIFIED', fileHash: 'a'.repeat(64), receivedAt: clock, ...more }),
  )

/** What the client is still asked for, by each place that tells it. */
async function stillAsked() {
  const portal = await documents(await clientActor(office, client), {}, clock)
  const letter = await previewLetter(office.counsellor, { caseId: kase.id, kind: 'DOCUMENT_REQUEST' }, clock)
  const { cases } = await batchCandidates(office.counsellor, { kind: 'DOCUMENT_REQUEST' }, clock)
  return {
    portal: portal.wanted.map(({ code }) => code),
    isWritten: letter.why !== 'NOTHING_WANTED',
    isBulk: cases.length > 0,
  }
}
const nothing = { portal: [], isWritten: false, isBulk: false }
const payslip = { portal: ['PAYSLIP'], isWritten: true, isBulk: true }

describe('what a file on record shows is not asked of the client', () => {
  test.each(['RECEIVED', 'VERIFIED'] as const)('as its own kind or as one it serves as, once it is %s', async (status) => {
    await holds('PAYSLIP', { alsoFor: ['INCOME_PROOF'], status })
    await asks('PAYSLIP')
    await asks('INCOME_PROOF')
    expect(await stillAsked()).toEqual(nothing)
  })

  test.each([
    ['there is none', []],
    ['it was turned back', [{ status: 'REJECTED' as const }]],
    ['its day is over', [{ expiresOn: '2026-11-01' }]],
    ['it belongs to another case', [{ caseId: randomUUID() }]],
    ['it is of another kind', [{ code: 'BANK_STATEMENT' }]],
  ])('but it is where %s', async (_, files) => {
    for (const file of files) await holds('PAYSLIP', file)
    await asks('PAYSLIP')
    expect(await stillAsked()).toEqual(payslip)
  })

  test('but it is where its months have run out by the office’s rule for the kind', async () => {
    await office.within((tx) => tx.update(evidenceTypes).set({ validMonths: 3 }))
    await holds('PAYSLIP', { coversTo: '2026-08-20' })
    await asks('PAYSLIP')
    expect(await stillAsked()).toEqual(payslip)
    await holds('PAYSLIP', { coversTo: '2026-08-31' })
    expect(await stillAsked()).toEqual(nothing)
  })

  test('but it is where a note asks for more, or an earlier one for it was turned back', async () => {
    await holds('PAYSLIP')
    await asks('PAYSLIP', { note: '加盖公章' })
    expect(await stillAsked()).toEqual(payslip)
    await office.within((tx) => tx.update(evidenceRequests).set({ note: '', fulfilledBy: randomUUID() }))
    expect(await stillAsked()).toEqual(payslip)
  })

  test('but it is where a counsellor wants it anew', async () => {
    await holds('PAYSLIP')
    await asks('PAYSLIP', { from: 'COUNSELLOR' })
    expect(await stillAsked()).toEqual(payslip)
  })

  test('the day by which the creditor wants it stays among the deadlines: it is still to be sent', async () => {
    await holds('PAYSLIP')
    await asks('PAYSLIP')
    const { items } = await radar(office.counsellor, { kinds: ['EVIDENCE_REQUEST'] }, clock)
    expect(items.map(({ about }) => about)).toEqual(['PAYSLIP'])
  })

  test('“other” may be anything', async () => {
    await holds('OTHER')
    await asks('OTHER')
    expect((await stillAsked()).portal).toEqual(['OTHER'])
  })
})
