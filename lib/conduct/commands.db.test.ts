import { beforeAll, describe, expect, test } from 'vitest'
import { aCase, aDebt, clock, type Office, openOffice } from '@/db/testing/factories'
import { accessOf, auditOf, refusalOf } from '@/db/testing/traces'
import { execute } from '@/lib/core/command'
import { textOf } from '@/lib/platform/liquid'
import { logConduct } from './commands'
import { conductComplaint, listConduct } from './queries'

let office: Office
let other: Office
beforeAll(async () => {
  office = await openOffice()
  other = await openOffice({ name: '另一家' })
})

async function indebted() {
  const kase = await aCase(office, { stage: 'SUBMITTED' })
  await aDebt(office, kase, { contractNumber: 'JB2025110677' })
  return kase
}
const late = {
  ...{ at: '2026-11-18T22:40', channel: 'PHONE', party: '某资产管理公司', person: 'DEBTOR', isAnswered: true },
  description: '22时40分来电，要求当晚还款。',
}
const log = (caseId: string, values: object = {}, by = office.counsellor) =>
  execute(logConduct, by, { caseId, ...late, ...values }, { now: clock })
const listed = async (caseId: string) => (await listConduct(office.counsellor, { caseId })).entries

describe('a logged call', () => {
  test('that breaks a rule is marked with which rule, from which instrument, and how certain', async () => {
    const { id } = await indebted()
    await log(id)
    expect(await listed(id)).toMatchObject([
      {
        ...{ at: '2026-11-18 22:40', canComplain: true },
        findings: [
          { rule: 'NIGHT_STANDARD', instrument: 'GBT_45251', certainty: 'B', sureness: 'CLEAR' },
          { rule: 'NIGHT_GUIDE', instrument: 'CBA_2026', certainty: 'B', sureness: 'DEPENDS' },
        ],
      },
    ])
  })
  test('in daytime breaks none, and nobody can type a verdict', async () => {
    const { id } = await indebted()
    await log(id, { at: '2026-11-18T10:00' })
    expect(await listed(id)).toMatchObject([{ findings: [], canComplain: false }])
    expect((await refusalOf(log(id, { findings: ['NIGHT_STANDARD'] }))).code).toBe('invalid')
  })
  test('is audited without its words, and cannot lie ahead', async () => {
    const { id } = await indebted()
    const { entryId } = await log(id)
    expect(await auditOf(office)).toContainEqual({ type: 'conduct.logged', caseId: id, entryId })
    expect((await refusalOf(log(id, { at: '2026-11-21T23:00' }))).details).toEqual({ fields: { at: ['in_future'] } })
    expect((await refusalOf(log(id, { at: 'gestern' }))).code).toBe('invalid')
  })
  test('can be logged and read by those of the case only', async () => {
    const { id } = await indebted()
    await log(id)
    for (const stranger of [office.colleague, other.supervisor]) {
      expect((await refusalOf(log(id, {}, stranger))).code).toBe('not_found')
      expect((await refusalOf(listConduct(stranger, { caseId: id }))).code).toBe('not_found')
    }
    expect((await refusalOf(log(id, {}, office.auditor))).code).toBe('forbidden')
  })
})

describe('a complaint', () => {
  test('is about one contact: its letter names it and its rule, and that day’s contacts go with it', async () => {
    const { id } = await indebted()
    for (const at of ['2026-11-17T09:00', '2026-11-18T09:00']) await log(id, { at })
    const { entryId } = await log(id)
    const { letter, rules, contacts } = await conductComplaint(office.counsellor, { entryId }, clock)
    const text = letter.paragraphs.map(textOf).join('\n')
    expect(text).toContain('某资产管理公司')
    expect(text).toContain('22时40分来电，要求当晚还款。')
    expect(text).toContain('GB/T 45251-2025')
    expect(text).toContain('本投诉仅针对上述一次联系')
    expect(letter.blanks).toEqual([])
    expect(rules).toEqual(['NIGHT_STANDARD'])
    expect(contacts.map(({ at }) => at)).toEqual(['2026-11-18 22:40', '2026-11-18 09:00'])
  })
  test('in English too, and looking at it is noted because it names the client', async () => {
    const { id } = await indebted()
    const { entryId } = await log(id)
    const { letter } = await conductComplaint(office.counsellor, { entryId, locale: 'en' }, clock)
    expect(letter.title).toBe('Complaint about collection conduct')
    const lines = (await accessOf(office)).filter(({ object }) => object === entryId)
    expect(lines).toMatchObject([{ kind: 'view', what: 'conduct.complaint' }])
  })
  test('cannot be made of a contact that broke nothing, or only perhaps', async () => {
    const { id } = await indebted()
    const fine = await log(id, { at: '2026-11-18T10:00' })
    const perhaps = await log(id, { at: '2026-11-18T11:00', person: 'UNRELATED', isUnreachable: true })
    for (const { entryId } of [fine, perhaps])
      expect((await refusalOf(conductComplaint(office.counsellor, { entryId }))).details).toEqual({ why: 'no_breach' })
  })
  test('is nobody’s business outside the case', async () => {
    const { id } = await indebted()
    const { entryId } = await log(id)
    expect((await refusalOf(conductComplaint(office.colleague, { entryId }))).code).toBe('not_found')
    expect((await refusalOf(conductComplaint(office.assistant, { entryId }))).code).toBe('forbidden')
  })
})
