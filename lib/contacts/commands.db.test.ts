import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { authorisations, cases } from '@/db/schema'
import { aCase, aClient, aFullFile, clock, type Office, openOffice } from '@/db/testing/factories'
import { openSeededOffice } from '@/db/testing/seeded-office'
import { auditOf, refusalOf } from '@/db/testing/traces'
import { execute } from '@/lib/core/command'
import { listEvidence } from '@/lib/evidence/queries'
import { logContact } from './commands'
import { listContacts } from './queries'
import { addTask, completeTask } from './task.commands'

let office: Office
let elsewhere: Office

beforeAll(async () => {
  office = await openSeededOffice()
  elsewhere = await openOffice({ name: '别处' })
})

const at = { now: clock }
const call = {
  channel: 'PHONE',
  purpose: 'FOLLOW_UP',
  numberDialled: '95188',
  agentNumber: '3271',
  summary: '三个工作日内答复',
} as const
const caseOf = async (id: string) => {
  const [kase] = await office.within((tx) => tx.select().from(cases).where(eq(cases.id, id)))
  return kase ?? expect.fail()
}

describe('the contact log', () => {
  test('a call logged late leaves what was promised since, and still counts where nothing was', async () => {
    const { id: caseId } = await aCase(office, { stage: 'SUBMITTED', whoseMove: 'us' })
    const said = (day: string, promisedReplyBy: string) =>
      execute(logContact, office.counsellor, { caseId, ...call, at: `${day}T16:00`, promisedReplyBy }, at)
    await said('2026-11-20', '2026-11-27')
    await said('2026-11-18', '2026-11-23')
    expect(await caseOf(caseId)).toMatchObject({ nextAction: 'AWAIT_REPLY', dueOn: '2026-11-27' })
    expect((await listContacts(office.counsellor, { caseId })).contacts).toHaveLength(2)
    await said('2026-11-20', '2026-11-24')
    expect(await caseOf(caseId)).toMatchObject({ dueOn: '2026-11-24' })
  })

  test('SP-09 a call is kept with number and agent, and the audit has no word of it', async () => {
    const { id: caseId } = await aCase(office)
    const { id } = await execute(logContact, office.counsellor, { caseId, ...call }, at)
    const { contacts } = await listContacts(office.counsellor, { caseId })
    expect(contacts).toMatchObject([
      { id, channel: 'PHONE', numberDialled: '95188', agentNumber: '3271', at: clock.toISOString() },
    ])
    expect((await auditOf(office)).at(-1)).toEqual({ type: 'contact.logged', caseId, contactId: id, promisedReplyBy: null })
  })
  test('SP-08 a chat in the app is a channel of its own', async () => {
    const { id: caseId } = await aCase(office)
    await execute(logContact, office.counsellor, { caseId, ...call, channel: 'APP_CHAT', at: '2026-11-20T16:02' }, at)
    expect((await listContacts(office.counsellor, { caseId })).contacts).toMatchObject([
      { channel: 'APP_CHAT', at: '2026-11-20T08:02:00.000Z' },
    ])
  })
  test('a promise of three working days becomes the next action on that day, and the creditor has the move', async () => {
    const { id: caseId } = await aCase(office, { stage: 'SUBMITTED', whoseMove: 'us', nextActionText: '打电话' })
    // Friday 20 November; Monday, Tuesday and Wednesday follow.
    const values = { caseId, ...call, at: '2026-11-20T16:02', promisedWorkingDays: 3 }
    expect(await execute(logContact, office.counsellor, values, at)).toMatchObject({
      promisedReplyBy: '2026-11-25',
      caseVersion: 2,
    })
    expect(await caseOf(caseId)).toMatchObject({
      nextAction: 'AWAIT_REPLY',
      nextActionText: '',
      dueOn: '2026-11-25',
      whoseMove: 'creditor',
    })
  })
  test('without a promise the next action stays as it was', async () => {
    const { id: caseId } = await aCase(office)
    await execute(logContact, office.counsellor, { caseId, ...call }, at)
    expect(await caseOf(caseId)).toMatchObject({ nextAction: 'TRIAGE', dueOn: '2026-11-24', whoseMove: 'us' })
  })
  test('SP-11 the first hardship notice to the creditor is stamped once', async () => {
    const { id: caseId } = await aCase(office)
    const notice = { caseId, ...call, purpose: 'HARDSHIP_NOTICE' } as const
    await execute(logContact, office.counsellor, { ...notice, at: '2026-11-19T10:00' }, at)
    await execute(logContact, office.counsellor, { ...notice, at: '2026-11-20T10:00' }, at)
    expect((await caseOf(caseId)).firstHardshipContactAt).toEqual(new Date('2026-11-19T02:00:00Z'))
  })
  test('SP-13 documents the creditor asks for become requests to the client and tasks of ours, in one step', async () => {
    const kase = await aCase(office)
    const asked = { requiredDocuments: ['PAYSLIP', 'BANK_STATEMENT', 'PAYSLIP'], documentsDeadline: '2026-11-28' }
    await execute(logContact, office.counsellor, { caseId: kase.id, ...call, purpose: 'INFO', ...asked }, at)
    const { requests } = await listEvidence(office.counsellor, { clientId: kase.clientId })
    expect(requests.map(({ code, from, deadline }) => [code, from, deadline])).toEqual([
      ['PAYSLIP', 'CREDITOR', '2026-11-28'],
      ['BANK_STATEMENT', 'CREDITOR', '2026-11-28'],
    ])
    const { tasks } = await listContacts(office.counsellor, { caseId: kase.id })
    expect(tasks.map(({ origin, dueOn }) => [origin, dueOn])).toEqual([
      ['document:PAYSLIP', '2026-11-28'],
      ['document:BANK_STATEMENT', '2026-11-28'],
    ])
  })
  test('speaking in a client’s name without a signed authority is pointed out', async () => {
    const client = await aClient(office)
    const { id: caseId } = await aCase(office, { client })
    expect((await execute(logContact, office.counsellor, { caseId, ...call }, at)).warnings).toEqual(['AUTHORITY_MISSING'])
    await aFullFile(office, client)
    expect((await execute(logContact, office.counsellor, { caseId, ...call }, at)).warnings).toEqual([])
  })
  test('so is speaking with one that has run out or does not hold yet, as of the day of the call', async () => {
    const client = await aClient(office)
    const { id: caseId } = await aCase(office, { client })
    await aFullFile(office, client)
    const term = { validFrom: '2026-11-10', validTo: '2026-11-20' }
    await office.within((tx) => tx.update(authorisations).set(term).where(eq(authorisations.clientId, client.id)))
    const warned = async (moment: string) =>
      (await execute(logContact, office.counsellor, { caseId, ...call, at: moment }, at)).warnings
    expect(await warned('2026-11-21T09:00')).toEqual(['AUTHORITY_MISSING'])
    expect(await warned('2026-11-20T09:00')).toEqual([])
    expect(await warned('2026-11-09T09:00')).toEqual(['AUTHORITY_MISSING'])
  })
  test('a slip in the year or an answer promised before the call is told, with the field to mend', async () => {
    const { id: caseId } = await aCase(office)
    const refused = async (values: object) =>
      (await refusalOf(execute(logContact, office.counsellor, { caseId, ...call, ...values }, at))).details['fields']
    expect(await refused({ at: '2026-02-30T10:00' })).toEqual({ at: ['date'] })
    expect(await refused({ at: '1900-11-21T10:00' })).toEqual({ at: ['long_ago'] })
    expect(await refused({ promisedReplyBy: '1900-01-01' })).toEqual({ promisedReplyBy: ['before_contact'] })
    expect(await refused({ promisedReplyBy: '2062-11-25' })).toEqual({ promisedReplyBy: ['far_ahead'] })
    expect(await refused({ at: '2026-11-20T10:00', promisedReplyBy: '2026-11-19' })).toEqual({
      promisedReplyBy: ['before_contact'],
    })
  })
  test('a call from tomorrow and one without words are refused, and leave the case as it was', async () => {
    const { id: caseId } = await aCase(office)
    const tomorrow = { caseId, ...call, at: '2026-11-22T10:00', promisedReplyBy: '2026-11-25' }
    expect((await refusalOf(execute(logContact, office.counsellor, tomorrow, at))).details).toEqual({
      fields: { at: ['in_future'] },
    })
    expect((await refusalOf(execute(logContact, office.counsellor, { caseId, ...call, summary: ' ' }, at))).code).toBe('invalid')
    const unknown = { caseId, ...call, requiredDocuments: ['PAYSLIP', 'SELFIE'] }
    expect((await refusalOf(execute(logContact, office.counsellor, unknown, at))).details).toEqual({
      fields: { requiredDocuments: ['choice'] },
    })
    expect(await caseOf(caseId)).toMatchObject({ version: 1, dueOn: '2026-11-24' })
    expect(await listContacts(office.counsellor, { caseId })).toEqual({ contacts: [], tasks: [] })
  })
  test('a colleague, a stranger and an auditor log nothing', async () => {
    const { id: caseId } = await aCase(office)
    const codes = [office.colleague, elsewhere.supervisor, office.auditor].map(
      async (actor) => (await refusalOf(execute(logContact, actor, { caseId, ...call }, at))).code,
    )
    expect(await Promise.all(codes)).toEqual(['not_found', 'not_found', 'forbidden'])
  })
})

describe('tasks', () => {
  test('one is added for a colleague and done once', async () => {
    const { id: caseId } = await aCase(office)
    const values = { caseId, title: '准备信函', dueOn: '2026-11-25', assigneeId: office.supervisor.id }
    const { id } = await execute(addTask, office.counsellor, values, at)
    await execute(completeTask, office.supervisor, { taskId: id }, at)
    expect((await listContacts(office.counsellor, { caseId })).tasks).toMatchObject([
      { id, assignee: '王督导', doneAt: clock.toISOString() },
    ])
    expect((await auditOf(office)).slice(-2).map((event) => event.type)).toEqual(['task.added', 'task.completed'])
    expect((await refusalOf(execute(completeTask, office.counsellor, { taskId: id }, at))).details).toEqual({
      why: 'already_done',
    })
  })
  test('a stranger neither adds nor completes one, and nobody outside can be given one', async () => {
    const { id: caseId } = await aCase(office)
    const { id } = await execute(addTask, office.counsellor, { caseId, title: '准备信函' })
    expect((await refusalOf(execute(addTask, elsewhere.counsellor, { caseId, title: '准备信函' }))).code).toBe('not_found')
    expect((await refusalOf(execute(completeTask, office.colleague, { taskId: id }))).code).toBe('not_found')
    const foreign = { caseId, title: '准备信函', assigneeId: elsewhere.counsellor.id }
    expect((await refusalOf(execute(addTask, office.counsellor, foreign))).code).toBe('not_found')
  })
})
