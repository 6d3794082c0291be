import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clients, evidence, evidenceRequests, evidenceTypes } from '@/db/schema'
import { clock, type Office, openOffice } from '@/db/testing/factories'
import { aNegotiation, aPaper, aSentProposal, type Negotiation } from '@/db/testing/negotiation'
import { accessOf, auditOf, refusalOf } from '@/db/testing/traces'
import { locales } from '@/db/vocabulary'
import { overrideAgreement } from '@/lib/agreements/confirm.commands'
import { execute } from '@/lib/core/command'
import { recordDecision } from '@/lib/decisions/record.commands'
import { docxOf } from '@/lib/platform/docx'
import { money } from '@/lib/platform/money'
import { draftProposal } from '@/lib/proposals/draft.commands'
import { thaw } from '@/lib/proposals/frozen-letter'
import { getProposal } from '@/lib/proposals/queries'
import { caseKinds } from './case-kinds'
import { letterPaper } from './letter-paper'
import { getKeptLetter, listLetters, previewLetter } from './letters.queries'
import { writeCaseLetter } from './write-letter.commands'

const folder = mkdtempSync(join(tmpdir(), 'parley-case-letters-'))
let office: Office
let answered: Negotiation
let countered: Negotiation
beforeAll(async () => {
  process.env.DATA_DIR = folder
  office = await openOffice()
  answered = await aNegotiation(office)
  countered = await aNegotiation(office)
  for (const negotiation of [answered, countered]) {
    const { kase, client } = negotiation
    await aPaper(office, negotiation, 'BANK_STATEMENT')
    await aPaper(office, negotiation, 'PAYSLIP')
    await office.within((tx) => tx.update(evidence).set({ status: 'VERIFIED' }).where(eq(evidence.clientId, client.id)))
    await office.within((tx) =>
      tx
        .update(evidenceTypes)
        .set({ nameZh: '银行流水', nameEn: 'Bank statement' })
        .where(eq(evidenceTypes.code, 'BANK_STATEMENT')),
    )
    await office.within((tx) => tx.update(clients).set({ idNumber }).where(eq(clients.id, client.id)))
    const of = { orgId: kase.orgId, caseId: kase.id, clientId: client.id, from: 'CREDITOR' as const }
    await office.within((tx) =>
      tx.insert(evidenceRequests).values([
        { ...of, id: kase.id, code: 'BANK_STATEMENT', deadline: '2026-12-02', createdAt: clock },
        { ...of, id: randomUUID(), from: 'COUNSELLOR', code: 'BANK_STATEMENT', note: '近六个月，盖章', createdAt: clock },
      ]),
    )
  }
  await decide(answered, { result: 'ACCEPTED', decidedBy: '3271' })
  await decide(countered, { result: 'COUNTERED', granted: [{ type: 'TERM_EXTENSION', toPeriods: 9 }] })
})
afterAll(() => rmSync(folder, { recursive: true }))

const idNumber = '11010119900307123X'
const call = { now: clock }
async function decide(negotiation: Negotiation, answer: object) {
  const asked = [
    { type: 'TERM_EXTENSION' as const, toPeriods: 12 },
    { type: 'LOWER_INSTALMENT' as const, amount: '1200.00' },
    { type: 'DATE_CHANGE' as const, dueDay: 15 },
  ]
  const { versionId } = await aSentProposal(office, negotiation, asked)
  const given = { versionId, decidedOn: '2026-11-21', channel: 'PHONE', ...answer }
  await execute(recordDecision, office.counsellor, given, call)
}

const said = {
  CREDIT_DISPUTE: { reportOn: '2026-11-10', disputed: '2026年8月显示逾期。', correction: '2026年8月5日已足额还款。' },
  ADVICE_CONFIRMATION: { points: '收支情况\n可以申请的还款安排', choices: '先申请延长期限' },
}
const write = ({ kase }: Negotiation, kind: string, more: object = {}, by = office.counsellor) =>
  execute(writeCaseLetter, by, { caseId: kase.id, kind, ...(kind in said ? Object(said)[kind] : {}), ...more }, call)
const keep = async (negotiation: Negotiation, kind: string, locale = 'zh-CN') => {
  const { letterId } = await write(negotiation, kind, { locale })
  return getKeptLetter(office.counsellor, { letterId }, clock)
}

describe('a letter for a case', () => {
  test('asks for written confirmation of exactly what was granted, by whom and how', async () => {
    const { letterText } = await keep(answered, 'CONFIRMATION_REQUEST')
    expect(letterText).toContain('贵方于2026年11月21日通过电话（工号3271）告知本人：（1）将剩余还款期数延长至12期')
    const english = await keep(answered, 'CONFIRMATION_REQUEST', 'en')
    expect(english.letterText).toContain('(agent 3271): (1) extend the remaining term to 12 instalments')
  })

  test('under a running agreement tells what that leaves to pay, what was granted then, and asks for it no more', async () => {
    const negotiation = await aNegotiation(office, { debt: { penaltyPrincipal: money('80.00') } })
    const { versionId } = await aSentProposal(office, negotiation, [
      { type: 'TERM_EXTENSION', toPeriods: 6 },
      { type: 'WAIVE_PENALTY_PRINCIPAL', percent: '100' },
    ])
    const yes = { versionId, result: 'ACCEPTED', decidedOn: '2026-11-21', channel: 'PHONE' }
    const { agreementId } = await execute(recordDecision, office.counsellor, yes, call)
    await execute(overrideAgreement, office.supervisor, { agreementId, version: 1, reason: '书面件在途' }, call)
    const notice = (await keep(negotiation, 'HARDSHIP_NOTICE')).letterText
    expect(notice).toContain('尚欠款项合计¥12,000.00')
    expect(notice).toContain('剩余6期')
    expect((await keep(negotiation, 'CONFIRMATION_REQUEST')).letterText).toContain('减免本金罚息¥80.00（全部）')
    for (const kind of ['TERM_EXTENSION', 'WAIVER'])
      expect((await refusalOf(write(negotiation, kind))).details).toMatchObject({ why: 'letter_NOT_ASKED' })
  })

  test('names the documents a creditor asked for, and by when', async () => {
    const { letterText, letterTitle, ...kept } = await keep(answered, 'SUPPLEMENT')
    // The payslips are verified too, and were not asked for.
    expect(thaw({ letterText, letterTitle, ...kept }, 'zh-CN').attachments).toEqual(['银行流水'])
    expect(letterTitle).toBe('补充材料说明')
    expect(letterText).toContain('要求补充以下材料：银行流水。提交期限为2026年12月2日。')
  })

  test('that answers a counter-offer waits until there is an answer', async () => {
    const refused = await refusalOf(write(countered, 'COUNTER_REPLY'))
    expect(refused.details).toMatchObject({ why: 'letter_INCOMPLETE', blanks: expect.arrayContaining(['counter_answer']) })
  })

  test('that answers a counter-offer names the version the creditor answered, not the one that asks anew', async () => {
    const negotiation = await aNegotiation(office)
    await decide(negotiation, { result: 'COUNTERED', granted: [{ type: 'TERM_EXTENSION', toPeriods: 9 }] })
    await execute(draftProposal, office.counsellor, { caseId: negotiation.kase.id, whatChanged: '降低每期金额' }, call)
    expect((await keep(negotiation, 'COUNTER_REPLY')).letterText).toContain('就本人第1版方案提出：将剩余还款期数延长至9期。')
    const english = await keep(negotiation, 'COUNTER_REPLY', 'en')
    expect(english.letterText).toContain(
      'you answered version 1 of my proposal with: extend the remaining term to 9 instalments.',
    )
  })

  test('of authority names agent, matters, scope and term, in the language of who reads it', async () => {
    const { letterText } = await keep(answered, 'AUTHORITY')
    expect(letterText).toContain(idNumber)
    expect(letterText).toContain('办理以下事项：（1）与债权方协商还款。')
    expect(letterText).toContain('期限：自2026年11月1日至2027年11月20日。')
    const english = await keep(answered, 'AUTHORITY', 'en')
    expect(english.letterText).toContain('Term: from 1 November 2026 to 20 November 2027.')
  })

  test('says what only the writer knows, point by point', async () => {
    expect((await keep(answered, 'ADVICE_CONFIRMATION')).letterText).toContain(
      '我们谈到：（1）收支情况；（2）可以申请的还款安排。',
    )
    expect((await keep(answered, 'CREDIT_DISPUTE')).letterText).toContain('以下信息与实际情况不符：2026年8月显示逾期。')
  })

  test('without the client’s consent to contact the creditor is not written, a paper of the client’s own is', async () => {
    const bare = await aNegotiation(office)
    const mandate = await previewLetter(office.counsellor, { caseId: bare.kase.id, kind: 'HARDSHIP_NOTICE' }, clock)
    expect(mandate.why === null || mandate.why === 'NO_MANDATE').toBe(true)
    const own = await previewLetter(office.counsellor, { caseId: bare.kase.id, kind: 'CLIENT_SUMMARY' }, clock)
    expect(own.why).not.toBe('NO_MANDATE')
  })

  test('about a debt is not written once nothing of it is owed', async () => {
    const { kase } = await aNegotiation(office, { debt: { principal: money('0.00') } })
    const whyNot = async (kind: 'HARDSHIP_NOTICE' | 'CLIENT_SUMMARY' | 'AUTHORITY') =>
      (await previewLetter(office.counsellor, { caseId: kase.id, kind }, clock)).why
    expect([await whyNot('HARDSHIP_NOTICE'), await whyNot('CLIENT_SUMMARY')]).toEqual(['NOTHING_OWED', 'NOTHING_OWED'])
    expect(await whyNot('AUTHORITY')).not.toBe('NOTHING_OWED')
  })

  test('is audited and, where it names the ID number, noted as revealed; the file of it is a download', async () => {
    const { letterId, hash } = await write(answered, 'AUTHORITY')
    await getKeptLetter(office.counsellor, { letterId }, clock)
    const events = await auditOf(office)
    expect(events).toContainEqual(
      expect.objectContaining({ type: 'letter.written', caseId: answered.kase.id, kind: 'AUTHORITY', hash }),
    )
    const looked = await accessOf(office)
    expect(looked).toContainEqual(expect.objectContaining({ kind: 'reveal', what: 'client.idNumber' }))
    expect(looked).toContainEqual(expect.objectContaining({ kind: 'download', what: 'letter', object: letterId }))
  })

  test('is for nobody outside the case, and written by nobody who only reads', async () => {
    const { letterId } = await write(answered, 'TRUTH_DECLARATION')
    expect((await refusalOf(getKeptLetter(office.colleague, { letterId }, clock))).code).toBe('not_found')
    expect((await refusalOf(write(answered, 'TRUTH_DECLARATION', {}, office.colleague))).code).toBe('not_found')
    expect((await refusalOf(write(answered, 'TRUTH_DECLARATION', {}, office.auditor))).code).toBe('forbidden')
  })

  test('is looked at first with names and numbers masked', async () => {
    const { text, why } = await previewLetter(office.counsellor, { caseId: answered.kase.id, kind: 'AUTHORITY' }, clock)
    const shown = JSON.stringify(text)
    expect(why).toBeNull()
    expect(shown).not.toContain(idNumber)
    expect(shown).not.toContain(answered.client.name)
    expect(shown).toContain('**')
  })

  test('says beforehand, as does the builder, that a character of the name has no font', async () => {
    const { kase, client } = await aNegotiation(office)
    const marks = async () => (await previewLetter(office.counsellor, { caseId: kase.id, kind: 'AUTHORITY' }, clock)).notPrinted
    const { versionId } = await execute(draftProposal, office.counsellor, { caseId: kase.id }, { now: clock })
    expect(await marks()).toEqual([])
    await office.within((tx) => tx.update(clients).set({ name: '王\u{2a6a5}' }).where(eq(clients.id, client.id)))
    // Without its number: on the screen the given name is masked.
    expect(await marks()).toEqual(['〓'])
    expect((await getProposal(office.counsellor, { versionId }, clock)).notPrinted).toEqual(['〓'])
  })

  test('stays as it was written, and all of them are listed with what they were written with', async () => {
    const { letterId } = await write(answered, 'HARDSHIP_NOTICE')
    const { letters } = await listLetters(office.counsellor, { caseId: answered.kase.id }, clock)
    expect(letters.find(({ id }) => id === letterId)).toMatchObject({ title: '困难情况告知函', locale: 'zh-CN', template: 1 })
  })
})

/** What keeps a letter of the answered case from being written. */
const closed = {
  ...{ REMINDER: 'ANSWERED', COUNTER_REPLY: 'INCOMPLETE', WAIVER: 'NOT_ASKED', LUMP_SUM: 'NOT_ASKED' },
  PLAN_REMINDER: 'NO_INSTALMENT',
} as const
const closedKinds = ['REMINDER', 'COUNTER_REPLY', 'WAIVER', 'LUMP_SUM', 'PLAN_REMINDER'] as const
const openKinds = caseKinds.filter((kind) => !(kind in closed))
const inBoth = <Kind extends string>(kinds: readonly Kind[]) =>
  kinds.flatMap((kind) => locales.map((locale) => ({ kind, locale })))

describe('every letter there is', () => {
  test.each(inBoth(openKinds))('$kind is written in $locale without a gap', async ({ kind, locale }) => {
    const { letterText, letterTitle } = await keep(answered, kind, locale)
    expect(letterText).not.toMatch(/undefined|null|NaN|\{\{/)
    expect(/\p{Script=Han}/u.test(letterTitle)).toBe(locale === 'zh-CN')
  })

  test.each(inBoth(closedKinds))('$kind in $locale says why it cannot be written', async ({ kind, locale }) => {
    const { why } = await previewLetter(office.counsellor, { caseId: answered.kase.id, kind, locale }, clock)
    expect(why).toBe(closed[kind])
  })

  test('comes as a Word file with the same words, in fonts for Chinese', async () => {
    const { caseNo, locale, ...letter } = await keep(answered, 'CONFIRMATION_REQUEST')
    const paper = letterPaper({ letter: thaw(letter, locale), caseNo, schedules: [] })
    const parts = unzipSync(Buffer.from(await docxOf(paper, clock)))
    const text = new TextDecoder().decode(parts['word/document.xml'])
    expect(text).toContain('恳请贵方出具书面确认')
    expect(new TextDecoder().decode(parts['word/styles.xml'])).toContain('w:eastAsia')
  })
})
