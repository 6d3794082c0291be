import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { agreements, cases, contacts, evidenceRequests, evidenceTypes, instalments, letters } from '@/db/schema'
import { aCase, aClient, aDebt, aDecision, aVersion, clock, type Office, openOffice } from '@/db/testing/factories'
import { aNegotiation, aSentProposal, type Negotiation } from '@/db/testing/negotiation'
import { aRunningPlan, on } from '@/db/testing/running-plan'
import { refusalOf } from '@/db/testing/traces'
import { execute } from '@/lib/core/command'
import { recordDecision } from '@/lib/decisions/record.commands'
import { keptFiles } from '@/lib/evidence/kept-files'
import { money } from '@/lib/platform/money'
import { documents } from '@/lib/portal/documents.queries'
import { startBatch, writeLetters } from './batch.commands'
import { batchFiles, getBatch, listBatches } from './batch.queries'
import { batchCandidates } from './batch-candidates.queries'
import { batchZip } from './batch-zip'
import { type BatchFormat, type BulkKind, mostInBatch } from './bulk-kinds'

const folder = mkdtempSync(join(tmpdir(), 'parley-bulk-'))
let office: Office
beforeAll(() => {
  process.env.DATA_DIR = folder
})
afterAll(() => rmSync(folder, { recursive: true }))
beforeEach(async () => {
  office = await openOffice()
})

async function written(
  kind: BulkKind,
  of: readonly { id: string }[],
  { at = clock, ...more }: { at?: Date; channel?: string; locale?: string } = {},
) {
  const values = { kind, caseIds: of.map(({ id }) => id), ...more }
  const { batchId } = await execute(startBatch, office.counsellor, values, { now: at })
  await execute(writeLetters, office.counsellor, { batchId }, { now: at })
  return batchId
}
const textsOf = async (batchId: string) =>
  (await office.within((tx) => tx.select().from(letters).where(eq(letters.batchId, batchId)))).map(({ text }) => text)
const listed = () => batchCandidates(office.counsellor, { kind: 'DOCUMENT_REQUEST' }, clock)
const candidates = async (kind: BulkKind, at = clock) => (await batchCandidates(office.counsellor, { kind }, at)).cases

async function anAccepted() {
  const negotiation = await aNegotiation(office)
  const { versionId } = await aSentProposal(office, negotiation, [{ type: 'TERM_EXTENSION', toPeriods: 6 }])
  const yes = { versionId, result: 'ACCEPTED', decidedOn: '2026-11-21', channel: 'PHONE', decidedBy: '3271' }
  await execute(recordDecision, office.counsellor, yes, { now: clock })
  return negotiation
}

async function asked({ kase, client }: Pick<Negotiation, 'kase' | 'client'>, code: string, over: object = {}) {
  await office.within(async (tx) => {
    await tx
      .insert(evidenceTypes)
      .values({ orgId: kase.orgId, code, nameZh: `材料${code}`, nameEn: code })
      .onConflictDoNothing()
    await tx.insert(evidenceRequests).values({
      ...{ orgId: kase.orgId, id: randomUUID(), caseId: kase.id, clientId: client.id, code },
      ...{ from: 'COUNSELLOR' as const, deadline: '2026-12-02', createdAt: clock, ...over },
    })
  })
}

describe('written confirmation', () => {
  test('is asked for where the creditor agreed and no paper is here, and nowhere else', async () => {
    const [agreed] = [await anAccepted(), await aNegotiation(office)]
    expect(await candidates('CONFIRMATION_REQUEST')).toMatchObject([{ caseId: agreed.kase.id, sinceOn: '2026-11-21' }])
    const [text] = await textsOf(await written('CONFIRMATION_REQUEST', [agreed.kase]))
    expect(text).toContain('贵方于2026年11月21日通过电话（工号3271）告知本人：将剩余还款期数延长至6期')
  })
})

test('more cases than one batch takes are listed by what is most urgent, and it is said that there are more', async () => {
  const client = await aClient(office)
  for (let n = 0; n <= mostInBatch; n++) {
    const kase = await aCase(office, { client })
    await asked({ kase, client }, 'PAYSLIP', { deadline: n === mostInBatch ? '2026-11-22' : '2026-12-02' })
    if (n === mostInBatch - 1) expect(await listed()).toMatchObject({ hasMore: false })
    if (n === mostInBatch) expect((await listed()).cases[0]?.caseId).toBe(kase.id)
  }
  const { cases: chosen, hasMore } = await listed()
  expect([chosen.length, hasMore]).toEqual([mostInBatch, true])
}, 60_000)

describe('a counter-offer', () => {
  test('that the client took is to be confirmed on paper, one that is still looked at is not', async () => {
    for (const counterAccepted of [true, false]) {
      const kase = await aCase(office, { stage: 'CONFIRMING' })
      const version = await aVersion(office, await aDebt(office, kase), { sent: true, outcome: 'COUNTERED' })
      await aDecision(office, version, { result: 'COUNTERED', counterAccepted })
    }
    expect(await candidates('CONFIRMATION_REQUEST')).toHaveLength(1)
  })
})

describe('documents', () => {
  test('are asked of nobody whose case is closed', async () => {
    const negotiation = await aNegotiation(office)
    await asked(negotiation, 'A')
    await office.within((tx) => tx.update(cases).set({ stage: 'CLOSED' }).where(eq(cases.id, negotiation.kase.id)))
    expect(await candidates('DOCUMENT_REQUEST')).toEqual([])
  })

  test('are asked of each client by name and day; what came or cannot be had is not asked again', async () => {
    const negotiation = await aNegotiation(office)
    await asked(negotiation, 'A')
    await asked(negotiation, 'B', { fulfilledAt: clock })
    await asked(negotiation, 'C', { cannotProvide: '没有' })
    expect(await candidates('DOCUMENT_REQUEST')).toMatchObject([{ caseId: negotiation.kase.id, dueOn: '2026-12-02' }])
    const [text] = await textsOf(await written('DOCUMENT_REQUEST', [negotiation.kase]))
    expect(text).toContain('李小明，您好')
    expect(text).toContain('还需要这些材料：（1）材料A。请在2026年12月2日前给我们')
    expect(text).not.toMatch(/材料[BC]/)
  })

  test('are a letter to the client: it takes no mandate, and the client finds it as one of their own', async () => {
    const negotiation = await aNegotiation(office)
    await asked(negotiation, 'A')
    await written('DOCUMENT_REQUEST', [negotiation.kase], { channel: 'PORTAL' })
    const { letters: read } = await documents(negotiation.portal, {}, clock)
    expect(read).toMatchObject([{ kind: 'DOCUMENT_REQUEST', recipient: null, sentOn: '2026-11-21' }])
  })
})

describe('the next instalment', () => {
  test('is told two weeks ahead: which, how much and when, to be paid to the creditor', async () => {
    const { negotiation } = await aRunningPlan(office)
    const at = on('2026-11-30')
    expect(await candidates('PLAN_REMINDER', on('2026-11-20'))).toEqual([])
    expect(await candidates('PLAN_REMINDER', at)).toMatchObject([{ caseId: negotiation.kase.id, dueOn: '2026-12-05' }])
    const [text] = await textsOf(await written('PLAN_REMINDER', [negotiation.kase], { at }))
    expect(text).toMatch(/第1期¥2,\d{3}\.\d\d，还款日是2026年12月5日。/)
    expect(text).toContain('请按约定的方式直接还给债权方')
    expect(text).not.toContain('还没有看到')
  })

  test('is what is left of it, where a part was paid, and nothing of a plan that ended otherwise', async () => {
    const { negotiation, agreementId } = await aRunningPlan(office)
    const at = on('2026-11-30')
    await office.within((tx) =>
      tx
        .update(instalments)
        .set({ paid: money('1000.00') })
        .where(eq(instalments.n, 1)),
    )
    const [text] = await textsOf(await written('PLAN_REMINDER', [negotiation.kase], { at }))
    expect(text).toContain('第1期¥1,084.83')
    await office.within((tx) => tx.update(agreements).set({ status: 'BROKEN' }).where(eq(agreements.id, agreementId)))
    expect(await candidates('PLAN_REMINDER', at)).toEqual([])
    const batchId = await written('PLAN_REMINDER', [negotiation.kase], { at })
    expect((await getBatch(office.counsellor, { batchId }, at)).letters).toMatchObject([{ why: 'NO_INSTALMENT' }])
  })

  test('is asked after once its day has passed', async () => {
    const { negotiation } = await aRunningPlan(office)
    const [onItsDay] = await textsOf(await written('PLAN_REMINDER', [negotiation.kase], { at: on('2026-12-05') }))
    expect(onItsDay).not.toContain('还没有看到')
    const at = on('2026-12-08')
    const [text] = await textsOf(await written('PLAN_REMINDER', [negotiation.kase], { at }))
    expect(text).toContain('我们还没有看到这一期的还款记录')
    const [english] = await textsOf(await written('PLAN_REMINDER', [negotiation.kase], { at, locale: 'en' }))
    expect(english).toMatch(/instalment 1 of ¥2,\d{3}\.\d\d was due on 5 December 2026\. We have no record of it being paid yet/)
  })
})

test('a case is shown with the day it last got a letter of that kind, whatever else it got since', async () => {
  const negotiation = await aNegotiation(office)
  await aSentProposal(office, negotiation, [{ type: 'TERM_EXTENSION', toPeriods: 6 }])
  await asked(negotiation, 'A')
  await written('DOCUMENT_REQUEST', [negotiation.kase])
  expect(await candidates('DOCUMENT_REQUEST')).toMatchObject([{ writtenOn: '2026-11-21' }])
  expect(await candidates('REMINDER')).toMatchObject([{ writtenOn: null }])
})

describe('a batch', () => {
  test('of a single case is a batch as well', async () => {
    const { kase } = await anAccepted()
    const values = { kind: 'CONFIRMATION_REQUEST', caseIds: [kase.id] }
    const { batchId } = await execute(startBatch, office.counsellor, values, { now: clock })
    await execute(writeLetters, office.counsellor, { batchId }, { now: new Date(clock.getTime() + 1000) })
    expect((await listBatches(office.counsellor, {}, clock)).batches).toMatchObject([{ batchId, total: 1 }])
  })

  test('names for each case it left out why, and which facts it lacked', async () => {
    const [agreed, open] = [await anAccepted(), await aNegotiation(office)]
    const batchId = await written('CONFIRMATION_REQUEST', [agreed.kase, open.kase])
    const seen = await getBatch(office.counsellor, { batchId }, clock)
    expect(seen).toMatchObject({ state: 'FINISHED', written: 1, skipped: 1 })
    const skipped = seen.letters.find(({ state }) => state === 'SKIPPED')
    expect(skipped).toMatchObject({ why: 'INCOMPLETE', case: { id: open.kase.id } })
    expect(skipped?.lacks).toContain('decision_date')
    const index = new TextDecoder().decode((await unpacked(batchId, 'pdf'))['index.csv'])
    expect(index).toContain('请在案件里补齐：')
    expect(index).toContain('答复日期')
  })

  test('says why a case is not for its kind', async () => {
    const { kase } = await aNegotiation(office)
    const why = async (kind: BulkKind) =>
      (await getBatch(office.counsellor, { batchId: await written(kind, [kase]) }, clock)).letters[0]?.why
    expect([await why('REMINDER'), await why('DOCUMENT_REQUEST'), await why('PLAN_REMINDER')]).toEqual([
      ...['ANSWERED', 'NOTHING_WANTED', 'NO_INSTALMENT'],
    ])
  })

  test('comes as PDF, as Word, or as both, each with its index', async () => {
    const { kase } = await anAccepted()
    const batchId = await written('CONFIRMATION_REQUEST', [kase])
    const name = `001-${kase.number}`
    expect(Object.keys(await unpacked(batchId, 'docx'))).toEqual(['index.csv', `${name}.docx`])
    const both = await unpacked(batchId, 'both')
    expect(Object.keys(both)).toEqual(['index.csv', `${name}.pdf`, `${name}.docx`])
    expect(new TextDecoder().decode(both[`${name}.pdf`]?.slice(0, 5))).toBe('%PDF-')
    const word = unzipSync(both[`${name}.docx`] ?? new Uint8Array())
    expect(new TextDecoder().decode(word['word/document.xml'])).toContain('恳请贵方出具书面确认')
    expect(new TextDecoder().decode(both['index.csv'])).toContain(`${name}.pdf ${name}.docx`)
  })

  test('that says how its letters go out logs each, once; the same is not written twice on a day', async () => {
    const { kase } = await anAccepted()
    await written('CONFIRMATION_REQUEST', [kase], { channel: 'EMAIL' })
    const again = await written('CONFIRMATION_REQUEST', [kase], { channel: 'EMAIL' })
    expect((await getBatch(office.counsellor, { batchId: again }, clock)).letters).toMatchObject([{ why: 'WRITTEN_TODAY' }])
    const logged = await office.within((tx) => tx.select().from(contacts).where(eq(contacts.caseId, kase.id)))
    expect(logged.filter(({ letterId }) => letterId !== null)).toMatchObject([{ channel: 'EMAIL', purpose: 'FOLLOW_UP' }])
  })

  test('of requests in a client’s own name or of complaints is none', async () => {
    const { kase } = await aNegotiation(office)
    for (const kind of ['WAIVER', 'HARDSHIP_NOTICE', 'CREDIT_DISPUTE', 'COLLECTION_COMPLAINT'])
      expect((await refusalOf(execute(startBatch, office.counsellor, { kind, caseIds: [kase.id] }, { now: clock }))).code).toBe(
        'invalid',
      )
  })
})

async function unpacked(batchId: string, format: BatchFormat) {
  const { letters: packed } = await batchFiles(office.counsellor, { batchId, format }, clock)
  const read = (hash: string) => keptFiles().read(office.organisationId, hash)
  const chunks: Uint8Array[] = []
  for await (const chunk of batchZip({ letters: packed, locale: 'zh-CN', format, read }, clock)) chunks.push(chunk)
  return unzipSync(Buffer.concat(chunks))
}
