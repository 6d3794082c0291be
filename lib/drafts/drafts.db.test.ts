import { beforeAll, expect, test } from 'vitest'
import { aCase, clock, type Office, openOffice } from '@/db/testing/factories'
import { auditOf, refusalOf } from '@/db/testing/traces'
import { execute } from '@/lib/core/command'
import { keepDraft } from './commands'
import { getDraft } from './queries'

let office: Office
let other: Office
beforeAll(async () => {
  office = await openOffice()
  other = await openOffice({ name: '另一家' })
})

const keep = (caseId: string, values: object, by = office.counsellor, now = clock) =>
  execute(keepDraft, by, { caseId, form: 'CONTACT', values }, { now })
const kept = (caseId: string, by = office.counsellor) => getDraft(by, { caseId, form: 'CONTACT' })
const typed = { summary: '客服说三个工作日内答复', channel: 'PHONE' }

test('what was typed is there again on another day and device, with the time it was kept', async () => {
  const { id } = await aCase(office)
  await keep(id, { summary: '客服说' })
  const later = new Date(clock.getTime() + 60_000)
  expect(await keep(id, typed, office.counsellor, later)).toEqual({ savedAt: later.toISOString() })
  expect(await kept(id)).toEqual({ values: typed, savedAt: later.toISOString() })
})

test('it is nobody else’s, not even a supervisor’s, and each case has its own', async () => {
  const [{ id }, another] = [await aCase(office), await aCase(office)]
  await keep(id, typed)
  expect((await kept(id, office.supervisor)).values).toEqual({})
  expect((await kept(another.id)).values).toEqual({})
})

test('the forms of a case keep one draft each', async () => {
  const { id } = await aCase(office)
  await keep(id, typed)
  await execute(keepDraft, office.counsellor, { caseId: id, form: 'DECISION', values: { result: 'REJECTED' } }, { now: clock })
  expect((await kept(id)).values).toEqual(typed)
  expect((await getDraft(office.counsellor, { caseId: id, form: 'DECISION' })).values).toEqual({ result: 'REJECTED' })
  await execute(keepDraft, office.counsellor, { caseId: id, form: 'MESSAGE', values: { body: '您好，' } }, { now: clock })
  expect((await getDraft(office.counsellor, { caseId: id, form: 'MESSAGE' })).values).toEqual({ body: '您好，' })
  expect((await getDraft(office.counsellor, { caseId: id, form: 'SENDING' })).values).toEqual({})
})

test('emptied it is gone', async () => {
  const { id } = await aCase(office)
  await keep(id, typed)
  expect(await keep(id, { summary: ' ' })).toEqual({ savedAt: null })
  expect(await kept(id)).toEqual({ values: {}, savedAt: null })
})

test('emptying drops one’s own of this case, and no colleague’s and no other', async () => {
  const [{ id }, another] = [await aCase(office), await aCase(office)]
  for (const [caseId, by] of [
    [id, office.counsellor],
    [id, office.supervisor],
    [another.id, office.counsellor],
  ] as const)
    await keep(caseId, typed, by)
  await keep(id, {})
  expect((await kept(id)).values).toEqual({})
  expect((await kept(id, office.supervisor)).values).toEqual(typed)
  expect((await kept(another.id)).values).toEqual(typed)
})

test('the audit knows that something was kept and no word of it, and the history of the case nothing', async () => {
  const { id } = await aCase(office)
  await keep(id, typed)
  expect((await auditOf(office)).at(-1)).toEqual({ type: 'draft.kept', form: 'CONTACT' })
})

test('too much is refused; so are strangers, who learn nothing', async () => {
  const { id } = await aCase(office)
  const many = Object.fromEntries(Array.from({ length: 61 }, (_, n) => [`field${n}`, 'x']))
  for (const values of [{ summary: '字'.repeat(8_001) }, many]) expect((await refusalOf(keep(id, values))).code).toBe('invalid')
  for (const stranger of [office.colleague, other.supervisor]) {
    expect((await refusalOf(keep(id, typed, stranger))).code).toBe('not_found')
    expect((await refusalOf(kept(id, stranger))).code).toBe('not_found')
  }
  expect((await refusalOf(keep(id, typed, office.auditor))).code).toBe('forbidden')
})
