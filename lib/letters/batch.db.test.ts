import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cases, letters } from '@/db/schema'
import { clientActor, clock, type Office, openOffice } from '@/db/testing/factories'
import { aNegotiation, aSentProposal, type Negotiation } from '@/db/testing/negotiation'
import { accessOf, auditOf, refusalOf } from '@/db/testing/traces'
import { execute } from '@/lib/core/command'
import { recordDecision } from '@/lib/decisions/record.commands'
import { keptFiles } from '@/lib/evidence/kept-files'
import { sha256 } from '@/lib/platform/hash'
import { listProposals } from '@/lib/proposals/queries'
import { publishTemplate } from '@/lib/templates/commands'
import { cancelBatch, startBatch, writeLetters } from './batch.commands'
import { batchFiles, getBatch, listBatches } from './batch.queries'
import { batchCandidates } from './batch-candidates.queries'
import { batchZip } from './batch-zip'
import type { BatchFormat } from './bulk-kinds'

const folder = mkdtempSync(join(tmpdir(), 'parley-letters-'))
let office: Office
let other: Office
beforeAll(async () => {
  process.env.DATA_DIR = folder
  office = await openOffice()
  other = await openOffice({ name: '另一家' })
})
afterAll(() => rmSync(folder, { recursive: true }))

const call = { now: clock }
const extension = [{ type: 'TERM_EXTENSION' as const, toPeriods: 6 }]
async function waiting(place: Office, count: number): Promise<Negotiation[]> {
  const made: Negotiation[] = []
  for (let i = 0; i < count; i += 1) {
    const negotiation = await aNegotiation(place)
    await aSentProposal(place, negotiation, extension)
    made.push(negotiation)
  }
  return made
}
const start = (of: readonly Negotiation[], by = office.counsellor) =>
  execute(startBatch, by, { kind: 'REMINDER', caseIds: of.map(({ kase }) => kase.id) }, call)
const write = (batchId: string, by = office.counsellor) => execute(writeLetters, by, { batchId }, call)
const rowsOf = (batchId: string) => office.within((tx) => tx.select().from(letters).where(eq(letters.batchId, batchId)))

async function unpacked(batchId: string, format: BatchFormat = 'pdf') {
  const { letters: packed } = await batchFiles(office.counsellor, { batchId, format }, clock)
  const read = (hash: string) => keptFiles().read(office.organisationId, hash)
  const chunks: Uint8Array[] = []
  for await (const chunk of batchZip({ letters: packed, locale: 'zh-CN', format, read }, clock)) chunks.push(chunk)
  return unzipSync(Buffer.concat(chunks))
}

describe('reminders for many cases', () => {
  test('are written a few at a time, and come as one archive of PDFs with an index', async () => {
    const all = await waiting(office, 7)
    const { batchId, total } = await start(all)
    expect(total).toBe(7)
    expect(await write(batchId)).toMatchObject({ left: 2 })
    expect(await getBatch(office.counsellor, { batchId }, clock)).toMatchObject({ state: 'RUNNING', written: 5, waiting: 2 })
    expect(await write(batchId)).toMatchObject({ left: 0 })
    expect(await getBatch(office.counsellor, { batchId }, clock)).toMatchObject({ state: 'FINISHED', written: 7, waiting: 0 })

    const files = await unpacked(batchId)
    const names = Object.keys(files)
    expect(names).toHaveLength(8)
    const index = new TextDecoder().decode(files['index.csv'])
    for (const { kase } of all) {
      const name = names.find((one) => one.endsWith(`-${kase.number}.pdf`)) ?? ''
      expect(new TextDecoder().decode(files[name]?.slice(0, 5))).toBe('%PDF-')
      expect(index).toContain(name)
      expect(index).toContain(kase.number)
    }
    expect(index).not.toContain('李小明')
  })

  test('each keeps its text, its fingerprint and its wording, and its file is the one that was made', async () => {
    const [one] = await waiting(office, 1)
    const { batchId } = await start(one ? [one] : [])
    await write(batchId)
    const [letter] = await rowsOf(batchId)
    expect(letter).toMatchObject({ state: 'WRITTEN', title: '关于答复还款方案的催询函', by: office.counsellor.id })
    expect(letter?.text).toContain('本人于2026年11月21日通过在线客服向贵方提交了第1版还款方案')
    expect(letter?.text).toContain('李小明')
    expect(letter?.stamp).toMatch(/^REMINDER@1#[0-9a-f]{8}\/zh-CN\/2026-11-21$/)
    const bytes = await keptFiles().read(office.organisationId, letter?.file ?? '')
    expect(sha256(bytes ?? '')).toBe(letter?.file)
    const change = office.within((tx) => tx.update(letters).set({ text: '改' }).where(eq(letters.batchId, batchId)))
    await expect(change).rejects.toThrow()
  })

  test('are audited case by case, and the download is noted client by client', async () => {
    const place = await openOffice()
    const made = await waiting(place, 2)
    const { batchId } = await start(made, place.counsellor)
    await write(batchId, place.counsellor)
    await batchFiles(place.counsellor, { batchId }, clock)
    const events = await auditOf(place)
    expect(events).toContainEqual({ type: 'letterBatch.started', batchId, kind: 'REMINDER', total: 2 })
    for (const { kase } of made)
      expect(events).toContainEqual(expect.objectContaining({ type: 'letter.written', caseId: kase.id, batchId }))
    expect(events).toContainEqual({ type: 'letterBatch.ended', batchId, kind: 'REMINDER', written: 2, cancelled: false })
    expect((await accessOf(place)).filter(({ kind, what }) => kind === 'download' && what === 'letter')).toHaveLength(2)
  })

  test('a case that was answered meanwhile is left out, and the index says why', async () => {
    const [answered, open] = await waiting(office, 2)
    if (!answered || !open) throw new Error('two cases')
    const { batchId } = await start([answered, open])
    const { proposals } = await listProposals(office.counsellor, { caseId: answered.kase.id }, clock)
    const versionId = proposals[0]?.id
    const no = { versionId, result: 'REJECTED', reasons: ['NOT_GIVEN'], decidedOn: '2026-11-21', channel: 'PHONE' }
    await execute(recordDecision, office.counsellor, no, call)
    await write(batchId)
    expect(await getBatch(office.counsellor, { batchId }, clock)).toMatchObject({ state: 'FINISHED', written: 1, skipped: 1 })
    const index = new TextDecoder().decode((await unpacked(batchId))['index.csv'])
    expect(index).toContain('债权方已答复')
  })

  test('two who write at once take turns: no letter is written twice', async () => {
    const { batchId } = await start(await waiting(office, 8))
    await Promise.all([write(batchId), write(batchId, office.supervisor)])
    const rows = await rowsOf(batchId)
    expect(rows.filter(({ state }) => state === 'WRITTEN')).toHaveLength(8)
    const told = (await auditOf(office)).filter(
      ({ type, ...rest }) => type === 'letter.written' && 'batchId' in rest && rest.batchId === batchId,
    )
    expect(told).toHaveLength(8)
    expect((await refusalOf(write(batchId))).details).toEqual({ why: 'batch_over' })
  })

  test('a cancelled batch keeps what is written and writes no more', async () => {
    const { batchId } = await start(await waiting(office, 6))
    await write(batchId)
    expect(await execute(cancelBatch, office.counsellor, { batchId }, call)).toMatchObject({ left: 1 })
    expect(await getBatch(office.counsellor, { batchId }, clock)).toMatchObject({ state: 'CANCELLED', written: 5, waiting: 1 })
    expect((await refusalOf(write(batchId))).details).toEqual({ why: 'batch_over' })
    expect(Object.keys(await unpacked(batchId))).toHaveLength(6)
  })

  test('are written in the wording the office has published', async () => {
    const text = { title: '催询', salutation: '{{ recipient }}：', body: '请告知{{ sent_on }}所提方案的进度。', signature: '' }
    const publication = { kind: 'REMINDER', locale: 'zh-CN', inUse: 1, version: 0, note: '短一些', ...text }
    const place = await openOffice()
    await execute(publishTemplate, place.supervisor, publication, call)
    const { batchId } = await start(await waiting(place, 1), place.counsellor)
    await write(batchId, place.counsellor)
    const [letter] = await place.within((tx) => tx.select().from(letters).where(eq(letters.batchId, batchId)))
    expect([letter?.title, letter?.stamp.slice(0, 11)]).toEqual(['催询', 'REMINDER@2#'])
  })
})

describe('who may', () => {
  test('complaints are never written in bulk', async () => {
    const [one] = await waiting(office, 1)
    const values = { kind: 'COLLECTION_COMPLAINT', caseIds: [one?.kase.id] }
    expect((await refusalOf(execute(startBatch, office.counsellor, values, call))).code).toBe('invalid')
  })

  test('a case of somebody else keeps the whole batch from being set up', async () => {
    const made = await waiting(office, 2)
    expect((await refusalOf(start(made, office.colleague))).code).toBe('not_found')
    expect((await refusalOf(start(made, other.counsellor))).code).toBe('not_found')
    expect((await refusalOf(start(made, office.assistant))).code).toBe('forbidden')
    expect((await refusalOf(start(made, office.auditor))).code).toBe('forbidden')
  })

  test('a batch is its maker’s and the supervisor’s', async () => {
    const { batchId } = await start(await waiting(office, 1))
    expect((await refusalOf(write(batchId, office.colleague))).code).toBe('not_found')
    expect((await refusalOf(execute(cancelBatch, office.colleague, { batchId }, call))).code).toBe('not_found')
    expect((await refusalOf(getBatch(office.colleague, { batchId }))).code).toBe('not_found')
    expect((await refusalOf(batchFiles(other.supervisor, { batchId }))).code).toBe('not_found')
    const { batches } = await listBatches(office.supervisor, {}, clock)
    expect(batches.map((batch) => batch.batchId)).toContain(batchId)
  })

  test('a case that changed hands is written by nobody who cannot see it, and a client sees their own letters only', async () => {
    const [mine, theirs] = await waiting(office, 2)
    if (!mine || !theirs) throw new Error('two cases')
    const { batchId } = await start([mine, theirs])
    await office.within((tx) => tx.update(cases).set({ ownerId: office.colleague.id }).where(eq(cases.id, theirs.kase.id)))
    await write(batchId)
    const seen = await getBatch(office.counsellor, { batchId }, clock)
    expect(seen.letters.map(({ state, why, case: kase }) => [state, why, kase?.id ?? null]).toSorted()).toEqual(
      [
        ['WRITTEN', '', mine.kase.id],
        ['SKIPPED', 'NOT_VISIBLE', null],
      ].toSorted(),
    )
    const client = clientActor(office, mine.client)
    expect((await refusalOf(getBatch(client, { batchId }))).code).toBe('forbidden')
  })
})

describe('the cases to choose from', () => {
  test('wait for an answer, with the day they were last reminded; overdue ones can be asked for alone', async () => {
    const place = await openOffice()
    const [reminded, fresh] = await waiting(place, 2)
    await aNegotiation(place)
    const { batchId } = await start(reminded ? [reminded] : [], place.counsellor)
    await write(batchId, place.counsellor)
    const { cases: listed } = await batchCandidates(place.counsellor, {}, clock)
    expect(listed.map(({ caseId }) => caseId).toSorted()).toEqual([reminded?.kase.id, fresh?.kase.id].toSorted())
    expect(listed.find(({ caseId }) => caseId === reminded?.kase.id)).toMatchObject({
      name: '李**',
      writtenOn: '2026-11-21',
      dueOn: '2026-12-05',
    })
    const on = (day: string) => batchCandidates(place.counsellor, { isOverdue: true }, new Date(`${day}T04:00:00Z`))
    expect((await on('2026-12-05')).cases).toEqual([])
    expect((await on('2026-12-06')).cases).toHaveLength(2)
    expect((await batchCandidates(place.colleague, {}, clock)).cases).toEqual([])
  })
})
