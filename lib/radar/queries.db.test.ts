import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { contacts, evidence, evidenceRequests, evidenceTypes, instalments, payments, tasks } from '@/db/schema'
import {
  aCase,
  aClient,
  aDebt,
  aDecision,
  aFullFile,
  anAgreement,
  aVersion,
  clock,
  type Office,
  openOffice,
  type TestCase,
} from '@/db/testing/factories'
import { money } from '@/lib/platform/money'
import { radar } from './queries'

let office: Office
let other: Office
beforeAll(async () => {
  office = await openOffice({ rules: { noResponseDays: 60 } })
  other = await openOffice({ name: '另一家' })
})

const of = (kase: TestCase) => ({ orgId: kase.orgId, caseId: kase.id, clientId: kase.clientId, id: randomUUID() })
const seen = async (kase: TestCase, days = 14, now = clock) => {
  const { items } = await radar(office.counsellor, { days }, now)
  return items.filter(({ caseId }) => caseId === kase.id).map(({ kind, on }) => `${kind} ${on}`)
}
const quiet = { dueOn: null, nextAction: null } as const
const undated = { nextDueOn: null, endsOn: null }

describe('the radar', () => {
  test('a sent proposal shows its expected reply once, though the next action is due that day too', async () => {
    const kase = await aCase(office, { stage: 'SUBMITTED', nextAction: 'AWAIT_REPLY', dueOn: '2026-12-05' })
    await aVersion(office, await aDebt(office, kase), { sent: true })
    expect(await seen(kase)).toEqual(['REPLY_DUE 2026-12-05'])
  })
  test('and the day from which silence counts as no answer: sixty days after, and one', async () => {
    const kase = await aCase(office, { stage: 'SUBMITTED', ...quiet })
    await aVersion(office, await aDebt(office, kase), { sent: true })
    expect(await seen(kase, 90)).toContain('NO_ANSWER 2027-02-04')
  })
  test('an extension is to be asked for before maturity, and a limitation period ends after three years', async () => {
    const kase = await aCase(office, { stage: 'DRAFTING', ...quiet })
    await aDebt(office, kase, {
      ...{ endsOn: '2026-11-30', nextDueOn: '2026-11-30', oldestUnpaidDueOn: '2023-09-05' },
      limitationLastInterruption: '2023-11-28',
    })
    expect(await seen(kase)).toEqual(['LIMITATION 2026-11-28', 'MATURITY 2026-11-30'])
  })
  test('where no interruption is known it ends three years after the oldest unpaid day, told in its last half year only', async () => {
    const late = await aCase(office, { stage: 'DRAFTING', ...quiet })
    await aDebt(office, late, { oldestUnpaidDueOn: '2023-12-05', nextDueOn: null, endsOn: null })
    expect(await seen(late, 90)).toEqual(['LIMITATION 2026-12-05'])
    const young = await aCase(office, { stage: 'DRAFTING', ...quiet })
    await aDebt(office, young, { oldestUnpaidDueOn: '2024-11-05', nextDueOn: null, endsOn: null })
    expect(await seen(young, 366)).toEqual([])
  })
  test('it runs from what is unpaid since, or from a proposal that went out, where that is later than the interruption', async () => {
    const kase = await aCase(office, { stage: 'DRAFTING', ...quiet })
    await aDebt(office, kase, { oldestUnpaidDueOn: '2026-10-25', limitationLastInterruption: '2023-12-14', ...undated })
    expect(await seen(kase, 90)).toEqual([])
    const refused = await aCase(office, { stage: 'FALLBACK', ...quiet })
    const debt = await aDebt(office, refused, { oldestUnpaidDueOn: '2023-12-04', ...undated })
    expect(await seen(refused, 90)).toEqual(['LIMITATION 2026-12-04'])
    await aVersion(office, debt, { sent: true, sentAt: clock, outcome: 'REJECTED', expectedReplyBy: null })
    expect(await seen(refused, 90)).toEqual([])
  })
  test('one that is over stays until somebody answered that it may be', async () => {
    for (const limitationLastInterruption of [null, '2023-11-20']) {
      const kase = await aCase(office, { stage: 'DRAFTING', ...quiet })
      const debt = await aDebt(office, kase, { oldestUnpaidDueOn: '2022-06-05', limitationLastInterruption, ...undated })
      expect(await seen(kase)).toEqual([`LIMITATION ${limitationLastInterruption === null ? '2025-06-05' : '2026-11-20'}`])
      await aVersion(office, debt, { limitationAnswer: 'NOT_NEAR', number: 1 })
      expect(await seen(kase)).toHaveLength(1)
      await aVersion(office, debt, { limitationAnswer: 'MAYBE_BARRED', number: 2 })
      expect(await seen(kase)).toEqual([])
    }
  })
  test('the end of a limitation period is told from ninety days before, however near one looks', async () => {
    const kase = await aCase(office, { stage: 'DRAFTING', ...quiet })
    const debt = { nextDueOn: null, endsOn: null }
    await aDebt(office, kase, { ...debt, limitationLastInterruption: '2024-02-19' })
    expect(await seen(kase, 7)).toEqual(['LIMITATION 2027-02-19'])
    const later = await aCase(office, { stage: 'DRAFTING', ...quiet })
    await aDebt(office, later, { ...debt, limitationLastInterruption: '2024-02-20' })
    expect(await seen(later, 7)).toEqual([])
  })
  test('documents asked for by a day are told by the request, not again by the task it made', async () => {
    const kase = await aCase(office, { stage: 'INFO_REQUESTED', nextAction: 'SEND_DOCUMENTS', dueOn: '2026-11-25' })
    const on = { deadline: '2026-11-25', createdAt: clock }
    await office.within(async (tx) => {
      await tx.insert(evidenceRequests).values({ ...of(kase), code: 'PAYSLIP', from: 'CREDITOR', ...on })
      const task = { title: '', assigneeId: office.counsellor.id, createdAt: clock, dueOn: '2026-11-25' }
      await tx.insert(tasks).values({ ...of(kase), ...task, origin: 'document:PAYSLIP' })
      await tx.insert(tasks).values({ ...of(kase), ...task, title: '回电', dueOn: '2026-11-26' })
    })
    expect(await seen(kase)).toEqual(['EVIDENCE_REQUEST 2026-11-25', 'TASK 2026-11-26'])
  })
  test('of a running plan the oldest unpaid instalment is told, past ones first of all', async () => {
    const kase = await aCase(office, { stage: 'MONITORING', ...quiet })
    const version = await aVersion(office, await aDebt(office, kase), { sent: true, outcome: 'ACCEPTED' })
    const agreement = await anAgreement(office, await aDecision(office, version), { status: 'ACTIVE' })
    const row = (n: number, dueOn: string, paid: string) => ({
      ...{ ...of(kase), agreementId: agreement.id, n, dueOn, amount: money('100'), paid: money(paid) },
      ...{ principal: money('90'), interest: money('10'), fees: money('0') },
    })
    await office.within((tx) =>
      tx.insert(instalments).values([row(1, '2026-11-05', '100'), row(2, '2026-11-19', '40'), row(3, '2026-12-05', '0')]),
    )
    const { items } = await radar(office.counsellor, { days: 13 }, clock)
    const mine = items.filter(({ caseId }) => caseId === kase.id)
    expect(mine).toMatchObject([{ kind: 'INSTALMENT', on: '2026-11-19', about: '2', band: 'OVERDUE', days: -2 }])
    // Fifteen days, and one, after the instalment that is behind; not while what was told and waits to be checked covers it whole.
    const [shown, on] = [['INSTALMENT 2026-11-19', 'BREACH 2026-12-05'], '2026-12-05']
    expect(await seen(kase, 15)).toEqual(shown)
    const told = { agreementId: agreement.id, paidOn: on, reportedBy: office.counsellor.id, createdAt: clock }
    const tell = (amount: string) =>
      office.within((tx) => tx.insert(payments).values({ ...of(kase), ...told, amount: money(amount) }))
    await tell('59.99')
    expect(await seen(kase, 15)).toEqual(shown)
    await tell('0.01')
    expect(await seen(kase, 15)).toEqual(['INSTALMENT 2026-11-19'])
    // What was told covers the oldest first: of two that are behind, 120 leaves a part of the second open.
    await tell('60')
    expect(await seen(kase, 15, new Date('2026-12-10T02:00:00Z'))).toEqual(['INSTALMENT 2026-11-19', 'BREACH 2026-12-21'])
  })
  test('a promise counts until somebody has been in touch since', async () => {
    const kase = await aCase(office, { stage: 'SUBMITTED', ...quiet })
    const contact = { channel: 'PHONE', counterpart: 'CREDITOR', summary: '三个工作日内答复', by: office.counsellor.id } as const
    const said = {
      ...of(kase),
      ...contact,
      direction: 'OUT',
      purpose: 'PROPOSAL',
      at: clock,
      promisedReplyBy: '2026-11-25',
    } as const
    await office.within((tx) => tx.insert(contacts).values(said))
    expect(await seen(kase)).toEqual(['PROMISE 2026-11-25'])
    const later = new Date(clock.getTime() + 3_600_000)
    await office.within((tx) =>
      tx.insert(contacts).values({ ...of(kase), ...contact, direction: 'IN', purpose: 'FOLLOW_UP', at: later }),
    )
    expect(await seen(kase)).toEqual([])
  })
  test('a client’s word crossing the creditor’s leaves both promises standing, each until its own side has been in touch', async () => {
    const kase = await aCase(office, { stage: 'SUBMITTED', ...quiet })
    const said = (hours: number, over: Partial<typeof contacts.$inferInsert>) => ({
      ...({ ...of(kase), channel: 'PHONE', direction: 'OUT', purpose: 'FOLLOW_UP', by: office.counsellor.id } as const),
      ...({
        counterpart: 'CREDITOR',
        summary: '周五前答复',
        at: new Date(clock.getTime() + hours * 3_600_000),
        ...over,
      } as const),
    })
    const client = { counterpart: 'CLIENT', direction: 'IN' } as const
    await office.within((tx) =>
      tx
        .insert(contacts)
        .values([said(0, { promisedReplyBy: '2026-11-27' }), said(1, { ...client, promisedReplyBy: '2026-11-25' })]),
    )
    expect(await seen(kase)).toEqual(['PROMISE 2026-11-25', 'PROMISE 2026-11-27'])
    await office.within((tx) => tx.insert(contacts).values(said(2, { counterpart: 'COLLECTOR', direction: 'IN' })))
    expect(await seen(kase)).toEqual(['PROMISE 2026-11-25'])
    await office.within((tx) => tx.insert(contacts).values(said(3, client)))
    expect(await seen(kase)).toEqual([])
  })
  test('what belongs to a client with two cases is told by one of them', async () => {
    const client = await aClient(office)
    await aFullFile(office, client)
    await office.within((tx) => tx.execute(`update authorisations set valid_to = '2026-11-30' where client_id = '${client.id}'`))
    const [first, second] = [await aCase(office, { client, ...quiet }), await aCase(office, { client, ...quiet })]
    expect([await seen(first), await seen(second)]).toEqual([['AUTHORITY_EXPIRES 2026-11-30'], []])
  })
  test('a case on hold keeps its own deadlines and loses the next action until it wakes', async () => {
    const kase = await aCase(office, { stage: 'DRAFTING', dueOn: '2026-11-23', holdUntil: '2026-11-27' })
    expect(await seen(kase)).toEqual(['HOLD_ENDS 2026-11-27'])
  })
  test('what is open stays, however long ago it was due; a paper that ran out long ago is told no more', async () => {
    const kase = await aCase(office, { stage: 'EVIDENCE', dueOn: '2025-03-01' })
    const paper = { code: 'PAYSLIP', fileName: 'a.pdf', status: 'VERIFIED', createdAt: clock } as const
    const type = { orgId: kase.orgId, code: 'PAYSLIP', nameZh: '工资单', nameEn: 'Payslip' }
    await office.within((tx) => tx.insert(evidenceTypes).values(type))
    const ranOut = (expiresOn: string) =>
      office.within((tx) =>
        tx.insert(evidence).values({ ...of(kase), ...paper, expiresOn, issuer: 'CLIENT', uploadedBy: office.counsellor.id }),
      )
    await ranOut('2026-08-01')
    expect(await seen(kase)).toEqual(['NEXT_ACTION 2025-03-01'])
    await ranOut('2026-09-01')
    expect(await seen(kase)).toEqual(['EVIDENCE_EXPIRES 2026-09-01', 'NEXT_ACTION 2025-03-01'])
  })
  test('what is longest past gives way where the list is too long', async () => {
    const crowded = await openOffice({ name: '件多' })
    const kase = await aCase(crowded, { stage: 'EVIDENCE', dueOn: '2025-03-01' })
    const task = { title: '回电', assigneeId: crowded.counsellor.id, createdAt: clock, dueOn: '2026-11-26' }
    await crowded.within((tx) =>
      tx.insert(tasks).values(Array.from({ length: 500 }, () => ({ ...of(kase), ...task, origin: '' }))),
    )
    const { items, isCut } = await radar(crowded.counsellor, {}, clock)
    expect([items.length, new Set(items.map(({ kind }) => kind)), isCut]).toEqual([500, new Set(['TASK']), true])
  })
  test('closed cases, other people’s cases and other offices are not on it', async () => {
    const closed = await aCase(office, { stage: 'CLOSED', dueOn: '2026-11-22' })
    const theirs = await aCase(office, { ownerId: office.colleague.id, dueOn: '2026-11-22' })
    expect([await seen(closed), await seen(theirs)]).toEqual([[], []])
    const { items } = await radar(office.supervisor, {}, clock)
    expect(items.map(({ caseId }) => caseId)).toContain(theirs.id)
    expect((await radar(other.supervisor, {}, clock)).items).toEqual([])
  })
  test('it can be asked for one kind only', async () => {
    const { items } = await radar(office.supervisor, { kinds: ['MATURITY'], days: 30 }, clock)
    expect(new Set(items.map(({ kind }) => kind))).toEqual(new Set(['MATURITY']))
  })
})
