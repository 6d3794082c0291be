import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { contacts, creditorProducts, evidence, hardships, letters, tasks } from '@/db/schema'
import { clock, type Office, openOffice } from '@/db/testing/factories'
import { aNegotiation, aPaper, type Negotiation } from '@/db/testing/negotiation'
import { inOwnFolder } from '@/db/testing/own-folder'
import { auditOf, refusalOf } from '@/db/testing/traces'
import { withdrawConsent } from '@/lib/clients/consent.commands'
import { execute } from '@/lib/core/command'
import { getKeptLetter, listLetters } from '@/lib/letters/letters.queries'
import { documents } from '@/lib/portal/documents.queries'
import { thaw } from '@/lib/proposals/frozen-letter'
import { logConduct } from './commands'
import { complain } from './complain.commands'
import { conductComplaint, listConduct } from './queries'

inOwnFolder('complaints')

let office: Office
let negotiation: Negotiation
const call = { now: clock }
beforeEach(async () => {
  office = await openOffice()
  negotiation = await aNegotiation(office)
})

const late = {
  ...{ channel: 'PHONE', party: '某资产管理公司', person: 'DEBTOR', isAnswered: true },
  description: '22时40分来电，要求当晚还款。',
}
const log = async (at: string, more: object = {}) => {
  const values = { caseId: negotiation.kase.id, at, ...late, ...more }
  return (await execute(logConduct, office.counsellor, values, call)).entryId
}
const write = (entryId: string, more: object = {}, by = office.counsellor) => execute(complain, by, { entryId, ...more }, call)
const contactsOf = () => office.within((tx) => tx.select().from(contacts).where(eq(contacts.caseId, negotiation.kase.id)))

describe('a complaint that is written', () => {
  test('is kept with its text, its wording, whom it is to and the contact it is about, and never changes', async () => {
    const entryId = await log('2026-11-18T22:40')
    const { letterId } = await write(entryId)
    const [letter] = await office.within((tx) => tx.select().from(letters).where(eq(letters.id, letterId)))
    expect(letter).toMatchObject({
      conductEntryId: entryId,
      recipient: '重庆蚂蚁消费金融有限公司',
      title: '催收行为投诉',
      at: clock,
    })
    expect(letter?.stamp).toMatch(/^COLLECTION_COMPLAINT@1#[0-9a-f]{8}\/zh-CN\/2026-11-21$/)
    expect(letter?.text).toContain('22时40分来电')
    expect(letter?.text).toContain('重庆蚂蚁消费金融有限公司客服中心')
    const change = office.within((tx) => tx.update(letters).set({ text: '改' }).where(eq(letters.id, letterId)))
    await expect(change).rejects.toThrow()
  })

  test('holds that day’s contacts up to this one, in order of time', async () => {
    await log('2026-11-18T23:10')
    await log('2026-11-18T09:05', { isAnswered: false })
    const { letterId } = await write(await log('2026-11-18T22:40'))
    const { locale, ...kept } = await getKeptLetter(office.counsellor, { letterId }, clock)
    expect(thaw(kept, locale).attachments).toEqual(['当日催收记录清单：09:05 电话（未接通）；22:40 电话（接通）'])
  })

  test('stands among the letters of the case and in what the client reads was written in their name', async () => {
    const { letterId } = await write(await log('2026-11-18T22:40'))
    const { letters: listed } = await listLetters(office.counsellor, { caseId: negotiation.kase.id }, clock)
    expect(listed).toMatchObject([{ id: letterId, kind: 'COLLECTION_COMPLAINT', sent: null }])
    const read = async () => (await documents(negotiation.portal, {}, clock)).letters
    expect(await read()).toMatchObject([
      { kind: 'COLLECTION_COMPLAINT', recipient: '重庆蚂蚁消费金融有限公司', writtenOn: '2026-11-21', sentOn: null },
    ])
  })

  test('goes out with a contact the client sees, and its answer is awaited for fifteen days beside the negotiation', async () => {
    await write(await log('2026-11-18T22:40'), { channel: 'EMAIL', proof: '工单 88' })
    expect(await contactsOf()).toMatchObject([{ purpose: 'COLLECTION', channel: 'EMAIL', clientVisible: 'YES' }])
    const waiting = await office.within((tx) => tx.select().from(tasks).where(eq(tasks.caseId, negotiation.kase.id)))
    expect(waiting).toMatchObject([{ origin: 'letter:COLLECTION_COMPLAINT', dueOn: '2026-12-06' }])
    expect((await documents(negotiation.portal, {}, clock)).letters).toMatchObject([{ sentOn: '2026-11-21' }])
  })

  test('is audited, and one contact is complained of once, whatever the language', async () => {
    const entryId = await log('2026-11-18T22:40')
    const first = await write(entryId, { channel: 'EMAIL' })
    const again = await write(entryId, { channel: 'EMAIL', locale: 'en' })
    expect(first).toMatchObject({ locale: 'zh-CN', isNew: true })
    expect(again).toMatchObject({ letterId: first.letterId, locale: 'zh-CN', isNew: false })
    expect(await contactsOf()).toHaveLength(1)
    const events = (await auditOf(office)).filter(({ type }) => type.startsWith('letter.'))
    expect(events).toMatchObject([
      { type: 'letter.written', kind: 'COLLECTION_COMPLAINT', hash: first.hash },
      { type: 'letter.sent', letterId: first.letterId, answerBy: '2026-12-06' },
      { type: 'letter.foundAgain', letterId: first.letterId },
    ])
    expect((await listConduct(office.counsellor, { caseId: negotiation.kase.id }, clock)).entries).toMatchObject([
      { complaintId: first.letterId },
    ])
  })

  test('does not go out any more once the client no longer lets us write to the creditor', async () => {
    const entryId = await log('2026-11-18T22:40')
    await write(entryId)
    const withdrawn = { clientId: negotiation.client.id, purpose: 'CONTACT_CREDITOR' }
    await execute(withdrawConsent, office.counsellor, withdrawn, call)
    expect((await refusalOf(write(entryId, { channel: 'EMAIL' }))).details).toEqual({ why: 'letter_NO_MANDATE' })
    expect(await contactsOf()).toEqual([])
  })

  test('a look at it keeps nothing', async () => {
    const entryId = await log('2026-11-18T22:40')
    const { complaintId } = await conductComplaint(office.counsellor, { entryId }, clock)
    expect(complaintId).toBeNull()
    expect((await listLetters(office.counsellor, { caseId: negotiation.kase.id }, clock)).letters).toEqual([])
    expect(await contactsOf()).toEqual([])
  })
})

describe('a recording or screenshot', () => {
  const proven = async (status: 'RECEIVED' | 'VERIFIED') => {
    const evidenceId = await aPaper(office, negotiation, 'COMM_CHAT')
    await office.within((tx) => tx.update(evidence).set({ status }).where(eq(evidence.id, evidenceId)))
    return { evidenceId, entryId: await log('2026-11-18T22:40', { evidenceId }) }
  }

  test('goes along once somebody has looked at it, and is named in the record', async () => {
    const { evidenceId, entryId } = await proven('VERIFIED')
    const { letterId } = await write(entryId)
    const [letter] = await office.within((tx) => tx.select().from(letters).where(eq(letters.id, letterId)))
    expect([letter?.enclosed, letter?.text.endsWith('COMM_CHAT')]).toEqual([[evidenceId], true])
  })

  test('stays here while it is not verified, or where the client does not let it be handed on, and the page says why', async () => {
    const { entryId } = await proven('RECEIVED')
    expect((await conductComplaint(office.counsellor, { entryId }, clock)).proof).toMatchObject({ why: 'NOT_VERIFIED' })
    await office.within((tx) => tx.update(evidence).set({ status: 'VERIFIED' }).where(eq(evidence.code, 'COMM_CHAT')))
    const withdrawn = { clientId: negotiation.client.id, purpose: 'SHARE_WITH_CREDITOR' }
    await execute(withdrawConsent, office.counsellor, withdrawn, call)
    const { proof, letter } = await conductComplaint(office.counsellor, { entryId }, clock)
    expect(proof).toMatchObject({ why: 'SHARE_CONSENT' })
    expect(letter.attachments).toHaveLength(1)
    const { letterId } = await write(entryId)
    const [written] = await office.within((tx) => tx.select().from(letters).where(eq(letters.id, letterId)))
    expect(written?.enclosed).toEqual([])
  })
})

describe('no complaint is written', () => {
  test('of a contact that breaks nothing, or in the name of a client who does not let us write to the creditor', async () => {
    expect((await refusalOf(write(await log('2026-11-18T10:00')))).details).toEqual({ why: 'no_breach' })
    const entryId = await log('2026-11-18T22:40')
    const withdrawn = { clientId: negotiation.client.id, purpose: 'CONTACT_CREDITOR' }
    await execute(withdrawConsent, office.counsellor, withdrawn, call)
    expect((await refusalOf(write(entryId))).details).toEqual({ why: 'letter_NO_MANDATE' })
  })

  test('of what is a breach only if something else is so too, nor of one that a letter cannot name', async () => {
    for (const hour of ['09', '10', '11']) await log(`2026-11-18T${hour}:00`)
    // The fourth call of a day, but by another party: each may not have known of the other.
    const fourth = await log('2026-11-18T12:00', { party: '另一家公司' })
    expect((await refusalOf(write(fourth))).details).toEqual({ why: 'no_breach' })
    // At night, but of a credit card: only the guide of the banks covers it, and no letter cites that.
    await office.within((tx) => tx.update(creditorProducts).set({ type: 'CREDIT_CARD' }))
    expect((await refusalOf(write(await log('2026-11-18T22:40')))).details).toEqual({ why: 'no_breach' })
  })

  test('that would have a gap, or tell of an illness by a hand without the grant', async () => {
    const bare = await aNegotiation(office, { debt: { contractNumber: '' } })
    const entryId = await log('2026-11-18T22:40', { caseId: bare.kase.id })
    expect((await refusalOf(write(entryId))).details).toMatchObject({ why: 'letter_INCOMPLETE', blanks: ['contract_tail'] })
    const story = '九月确诊肺癌，住院化疗'
    await office.within((tx) => tx.update(hardships).set({ narrative: story }))
    const told = await log('2026-11-18T22:50', { description: `对方说：${story}也要还` })
    expect((await refusalOf(write(told))).details).toEqual({ why: 'letter_SENSITIVE_GRANT' })
  })

  test('by a stranger, or by somebody who may not write letters', async () => {
    const entryId = await log('2026-11-18T22:40')
    const other = await openOffice({ name: '另一家' })
    for (const stranger of [office.colleague, other.supervisor])
      expect((await refusalOf(write(entryId, {}, stranger))).code).toBe('not_found')
    for (const reader of [office.auditor, office.assistant])
      expect((await refusalOf(write(entryId, {}, reader))).code).toBe('forbidden')
  })
})
