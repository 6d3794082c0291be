import { and, eq, isNull } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { authorisations, cases, contacts, evidence, letters, tasks } from '@/db/schema'
import { clock, type Office, openOffice } from '@/db/testing/factories'
import { aNegotiation, aPaper, aSentProposal, type Negotiation } from '@/db/testing/negotiation'
import { inOwnFolder } from '@/db/testing/own-folder'
import { auditOf, refusalOf } from '@/db/testing/traces'
import { withdrawConsent } from '@/lib/clients/consent.commands'
import { execute } from '@/lib/core/command'
import { listBatches } from './batch.queries'
import { listLetters, previewLetter } from './letters.queries'
import { sendLetter } from './send-letter.commands'
import { writeCaseLetter } from './write-letter.commands'

inOwnFolder('sending')

let office: Office
let negotiation: Negotiation
const call = { now: clock }
const caseId = () => negotiation.kase.id

beforeEach(async () => {
  office = await openOffice()
  negotiation = await aNegotiation(office)
  await aPaper(office, negotiation, 'PAYSLIP')
  await office.within((tx) => tx.update(evidence).set({ status: 'VERIFIED' }).where(eq(evidence.clientId, negotiation.client.id)))
})

const write = (kind: string, more: object = {}, by = office.counsellor) =>
  execute(writeCaseLetter, by, { caseId: caseId(), kind, ...more }, call)
const send = (letterId: string, more: object = {}, by = office.counsellor) =>
  execute(sendLetter, by, { letterId, channel: 'EMAIL', ...more }, call)
const contactsOf = () => office.within((tx) => tx.select().from(contacts).where(eq(contacts.caseId, caseId())))
const tasksOf = () =>
  office.within((tx) =>
    tx
      .select()
      .from(tasks)
      .where(and(eq(tasks.caseId, caseId()), isNull(tasks.doneAt))),
  )
const caseNow = async () => (await office.within((tx) => tx.select().from(cases).where(eq(cases.id, caseId()))))[0]
const disputed = { reportOn: '2026-11-10', disputed: '2026年8月显示逾期', correction: '2026年8月5日已足额还款。' }

describe('a letter that goes out as it is written', () => {
  test('is kept with whom it is to and what it encloses, and logged as a contact the client sees', async () => {
    const { letterId, hash } = await write('HARDSHIP_NOTICE', { channel: 'LETTER', proof: 'EMS 1234' })
    const [letter] = await office.within((tx) => tx.select().from(letters).where(eq(letters.id, letterId)))
    expect(letter).toMatchObject({ recipient: '重庆蚂蚁消费金融有限公司', by: office.counsellor.id, at: clock, hash })
    expect(letter?.stamp).toMatch(/^HARDSHIP_NOTICE@1#[0-9a-f]{8}\/zh-CN\/2026-11-21$/)
    expect(letter?.enclosed).toHaveLength(1)
    const [contact] = await contactsOf()
    expect(contact).toMatchObject({
      ...{
        letterId,
        channel: 'LETTER',
        direction: 'OUT',
        counterpart: 'CREDITOR',
        purpose: 'HARDSHIP_NOTICE',
        clientVisible: 'YES',
      },
      ...{ by: office.counsellor.id, speaker: 'COUNSELLOR_WITH_AUTHORITY', at: clock },
    })
    expect(contact?.summary).toContain('困难情况告知函')
    expect(contact?.summary).toContain('EMS 1234')
    expect((await caseNow())?.firstHardshipContactAt).toEqual(clock)
  })

  test('does not go by telephone with what it encloses, and may without', async () => {
    const { letterId } = await write('HARDSHIP_NOTICE')
    for (const channel of ['PHONE', 'SMS'])
      expect((await refusalOf(send(letterId, { channel }))).details).toMatchObject({ fields: { channel: ['carries_no_files'] } })
    expect((await refusalOf(write('HARDSHIP_NOTICE', { channel: 'PHONE' }))).details).toMatchObject({
      fields: { channel: ['carries_no_files'] },
    })
    const look = (more: object) => previewLetter(office.counsellor, { caseId: caseId(), kind: 'HARDSHIP_NOTICE', ...more }, clock)
    expect([(await look({})).files, (await look({ enclosed: [] })).files]).toEqual([1, 0])
    const bare = await write('HARDSHIP_NOTICE', { enclosed: [] })
    expect((await send(bare.letterId, { channel: 'PHONE' })).contactId).toBeTruthy()
  })

  test('says by when an answer is awaited: beside what we are at as a task, else as the next action', async () => {
    await write('HARDSHIP_NOTICE', { channel: 'LETTER' })
    expect(await tasksOf()).toMatchObject([
      { origin: 'letter:HARDSHIP_NOTICE', dueOn: '2026-12-04', assigneeId: office.counsellor.id },
    ])
    expect(await caseNow()).toMatchObject({ nextAction: 'TRIAGE', dueOn: '2026-11-24' })
    await aSentProposal(office, negotiation, [{ type: 'TERM_EXTENSION', toPeriods: 6 }])
    await write('REMINDER', { channel: 'EMAIL' })
    expect(await caseNow()).toMatchObject({ nextAction: 'AWAIT_REPLY', dueOn: '2026-11-27', whoseMove: 'creditor' })
    const next = { type: 'case.nextActionSet', caseId: caseId(), action: 'AWAIT_REPLY', dueOn: '2026-11-27' }
    expect(await auditOf(office)).toContainEqual(next)
  })

  test('is audited with its day, and nothing happens twice when the same is written again', async () => {
    const first = await write('CREDIT_DISPUTE', { channel: 'LETTER', ...disputed })
    const again = await write('CREDIT_DISPUTE', { channel: 'LETTER', ...disputed })
    expect(again.letterId).toBe(first.letterId)
    expect([(await contactsOf()).length, (await tasksOf()).length]).toEqual([1, 1])
    const events = (await auditOf(office)).filter(({ type }) => type.startsWith('letter.'))
    expect(events.map(({ type }) => type)).toEqual(['letter.written', 'letter.sent', 'letter.foundAgain'])
    expect(events[1]).toMatchObject({ letterId: first.letterId, kind: 'CREDIT_DISPUTE', answerBy: '2026-12-11' })
  })

  test('a dispute is the client’s own word, and its answer is awaited beside the negotiation', async () => {
    await write('CREDIT_DISPUTE', { channel: 'LETTER', ...disputed })
    expect(await contactsOf()).toMatchObject([{ speaker: 'CLIENT_WITH_SUPPORT', counterpart: 'CREDITOR' }])
    expect(await tasksOf()).toMatchObject([{ origin: 'letter:CREDIT_DISPUTE', dueOn: '2026-12-11' }])
  })

  test('a look at it leaves no letter, no contact, nothing to do and nothing in the audit', async () => {
    const before = (await auditOf(office)).length
    await previewLetter(office.counsellor, { caseId: caseId(), kind: 'HARDSHIP_NOTICE' }, clock)
    expect([(await contactsOf()).length, (await tasksOf()).length]).toEqual([0, 0])
    expect((await listLetters(office.counsellor, { caseId: caseId() }, clock)).letters).toEqual([])
    expect((await auditOf(office)).length).toBe(before)
  })
})

describe('a letter that goes out later', () => {
  test('is listed as not sent, then with day, way and the day an answer is awaited by', async () => {
    const { letterId } = await write('HARDSHIP_NOTICE')
    const listed = async () => (await listLetters(office.counsellor, { caseId: caseId() }, clock)).letters
    expect(await listed()).toMatchObject([{ id: letterId, sent: null, recipient: '重庆蚂蚁消费金融有限公司' }])
    expect((await caseNow())?.firstHardshipContactAt).toBeNull()
    expect((await listBatches(office.counsellor, {}, clock)).batches).toEqual([])
    expect(await send(letterId, { at: '2026-11-21T09:30' })).toMatchObject({ letterId, answerBy: '2026-12-04' })
    expect(await listed()).toMatchObject([{ sent: { on: '2026-11-21', channel: 'EMAIL', answerBy: '2026-12-04' } }])
  })

  test('goes out once, not before it was written and not in days to come', async () => {
    const { letterId } = await write('TRUTH_DECLARATION')
    expect((await refusalOf(send(letterId, { at: '2026-11-20T09:00' }))).details).toEqual({ fields: { at: ['before_written'] } })
    expect((await refusalOf(send(letterId, { at: '2026-11-22T09:00' }))).details).toEqual({ fields: { at: ['in_future'] } })
    await send(letterId)
    expect((await refusalOf(send(letterId))).details).toEqual({ why: 'letter_sent' })
    expect(await contactsOf()).toMatchObject([{ counterpart: 'CLIENT', letterId }])
  })

  test('does not go out once the client has taken back what let it go', async () => {
    const { letterId } = await write('HARDSHIP_NOTICE')
    const withdraw = (purpose: string) =>
      execute(withdrawConsent, office.counsellor, { clientId: negotiation.client.id, purpose }, call)
    await withdraw('SHARE_WITH_CREDITOR')
    expect((await refusalOf(send(letterId))).details).toEqual({ why: 'letter_ENCLOSURE' })
    await withdraw('CONTACT_CREDITOR')
    expect((await refusalOf(send(letterId))).details).toEqual({ why: 'letter_NO_MANDATE' })
    expect(await contactsOf()).toEqual([])
  })

  test('does not go out, nor is another written, once the authority is revoked', async () => {
    const { letterId } = await write('HARDSHIP_NOTICE')
    await office.within((tx) => tx.update(authorisations).set({ revokedAt: clock }))
    expect((await refusalOf(send(letterId))).details).toEqual({ why: 'letter_NO_MANDATE' })
    expect((await refusalOf(write('HARDSHIP_NOTICE'))).details).toMatchObject({ why: 'letter_NO_MANDATE' })
  })

  test('is recorded by nobody outside the case, and by nobody who only reads', async () => {
    const { letterId } = await write('HARDSHIP_NOTICE')
    const other = await openOffice({ name: '另一家' })
    for (const stranger of [office.colleague, other.supervisor])
      expect((await refusalOf(send(letterId, {}, stranger))).code).toBe('not_found')
    for (const reader of [office.auditor, office.assistant])
      expect((await refusalOf(send(letterId, {}, reader))).code).toBe('forbidden')
  })
})
