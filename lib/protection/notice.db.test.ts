import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { type clients, incidentNotices, outbox } from '@/db/schema'
import { aCase, aClient, clientActor, clock, type Office, openOffice, type TestClient } from '@/db/testing/factories'
import { auditOf, refusalOf } from '@/db/testing/traces'
import { execute } from '@/lib/core/command'
import { prove } from '@/lib/core/prove'
import { queueMail } from '@/lib/mail/outbox.commands'
import { myNotice, myNotices } from '@/lib/portal/notices.queries'
import { saveIncident } from './commands'
import { tellClients } from './notice.commands'
import { toldOf } from './notice.queries'
import { mailIncidentNotices } from './notice-mails.job'
import { listProtection } from './queries'

/** Ten in the morning of a Monday in Shanghai. */
const now = new Date('2026-11-23T02:00:00Z')
let office: Office
beforeAll(async () => {
  office = await openOffice()
})

const happened = { title: '错发邮件', what: '李某把表格发错了邮箱', harm: '可能被骚扰', measures: '请对方删除' }
const incident = { ...happened, foundAt: '2026-11-20T09:00', dataKinds: ['CONTACT', 'FINANCE'], people: 2 }
const zh = { what: '一份表格发到了别人的邮箱。', harm: '可能有陌生来电。', done: '对方已删除。', advice: '留意陌生来电。' }
const en = {
  what: 'A list went to a wrong mailbox.',
  harm: 'Strangers may call.',
  done: 'It was deleted.',
  advice: 'Be careful.',
}

async function reported() {
  const { id } = await execute(saveIncident, office.supervisor, incident, { now })
  return id
}
const tell = (recordId: string, over: object = {}, actor = office.supervisor) =>
  execute(tellClients, actor, { recordId, version: 1, zh, en, isSure: true, ...over }, { now })

/** Somebody with a case, as a number the office knows them by. */
async function someone(over: Partial<typeof clients.$inferInsert> = {}) {
  const client = await aClient(office, { email: 'someone@client.test', safePhrase: '青石小巷', ...over })
  const kase = await aCase(office, { client })
  return { client, number: kase.number, caseId: kase.id, portal: clientActor(office, client) }
}
const mailsTo = (client: TestClient) => office.within((tx) => tx.select().from(outbox).where(eq(outbox.clientId, client.id)))

describe('a notice of an incident', () => {
  test('stands on the page of the clients concerned in both languages, and on nobody else’s', async () => {
    const [recordId, concerned, other] = [await reported(), await someone(), await someone()]
    await tell(recordId, { caseNumbers: [concerned.number] })
    const [first] = (await myNotices(concerned.portal, {}, now)).notices
    expect(first).toEqual({ incidentId: recordId, sentAt: now.toISOString(), isRead: false })
    const read = await myNotice(concerned.portal, { incidentId: recordId }, now)
    expect(read).toMatchObject({ zh, en, dataKinds: ['CONTACT', 'FINANCE'], office: { name: '阳光债务咨询' } })
    expect((await myNotices(concerned.portal, {}, now)).notices[0]?.isRead).toBe(true)
    // Opened again a day later: the day it was first read stays.
    await myNotice(concerned.portal, { incidentId: recordId }, new Date('2026-11-24T02:00:00Z'))
    const kept = await office.within((tx) => tx.select().from(incidentNotices).where(eq(incidentNotices.incidentId, recordId)))
    expect(kept.map(({ readAt }) => readAt)).toEqual([now])
    expect((await myNotices(other.portal, {}, now)).notices).toEqual([])
    expect((await refusalOf(myNotice(other.portal, { incidentId: recordId }, now))).code).toBe('not_found')
  })

  test('comes once to each client, however often and with however many cases they are named', async () => {
    const [recordId, first, second] = [await reported(), await someone(), await someone()]
    const again = await aCase(office, { client: first.client })
    expect((await tell(recordId, { caseNumbers: [first.number, again.number] })).clients).toBe(1)
    expect((await tell(recordId, { version: 2, caseNumbers: [first.number, second.number] })).clients).toBe(1)
    const repeated = await refusalOf(tell(recordId, { version: 2, caseNumbers: [first.number] }))
    expect(repeated).toMatchObject({ code: 'rule', details: { why: 'all_told' } })
    expect((await myNotices(first.portal, {}, now)).notices).toHaveLength(1)
  })

  test('goes to everybody of the office and nobody of another', async () => {
    const own = await openOffice()
    const [mine, stranger] = [await aClient(own), await someone()]
    const { id: recordId } = await execute(saveIncident, own.admin, incident, { now })
    const values = { recordId, version: 1, zh, en, everyone: true, isSure: true }
    expect((await execute(tellClients, own.admin, values, { now })).clients).toBe(1)
    expect((await myNotices(clientActor(own, mine), {}, now)).notices).toHaveLength(1)
    expect((await myNotices(stranger.portal, {}, now)).notices).toEqual([])
    expect((await refusalOf(tell(recordId, { everyone: true }))).code).toBe('not_found')
  })

  test('is noted in the audit without its words, and the record notes the day as a further version', async () => {
    const [recordId, { number }] = [await reported(), await someone()]
    await tell(recordId, { caseNumbers: [number] })
    expect(await auditOf(office)).toContainEqual({ type: 'protection.told', recordId, version: 1, clients: 1 })
    expect(JSON.stringify(await auditOf(office))).not.toContain('陌生来电')
    const { incidents } = await listProtection(office.auditor, {}, now)
    const versions = incidents.filter(({ id }) => id === recordId)
    expect(versions.map(({ peopleOn }) => peopleOn)).toEqual([null, '2026-11-23'])
    expect(versions.at(-1)).toMatchObject({ what: incident.what, version: 2, by: '王督导' })
  })

  test('is not sent to numbers that are no case’s, unchecked, in words that are not said to clients, or after a change nobody read', async () => {
    const [recordId, { number, portal }] = [await reported(), await someone()]
    const fields = async (over: object) => (await refusalOf(tell(recordId, over))).details['fields']
    expect(await fields({ caseNumbers: [number, 'XS-9999'] })).toEqual({ caseNumbers: ['unknown_case'] })
    expect(await fields({})).toEqual({ caseNumbers: ['required'] })
    expect(await fields({ everyone: true, caseNumbers: [number] })).toEqual({ caseNumbers: ['all_or_some'] })
    expect(await fields({ caseNumbers: [number], isSure: false })).toEqual({ isSure: ['sure'] })
    expect(await fields({ caseNumbers: [number], zh: { ...zh, done: '我们保证没有影响' } })).toEqual({ 'zh.done': ['wording'] })
    expect((await refusalOf(tell(recordId, { version: 2, caseNumbers: [number] }))).code).toBe('conflict')
    expect((await myNotices(portal, {}, now)).notices).toEqual([])
  })

  test('is sent by supervisors and administrators only, and not read by delegates', async () => {
    const [recordId, { number, portal }] = [await reported(), await someone()]
    for (const actor of [office.counsellor, office.analyst, office.auditor, portal])
      expect((await refusalOf(tell(recordId, { caseNumbers: [number] }, actor))).code).toBe('forbidden')
    await tell(recordId, { caseNumbers: [number] }, office.admin)
    const delegate = prove({ ...portal, roles: ['DELEGATE'] })
    expect((await refusalOf(myNotice(delegate, { incidentId: recordId }, now))).code).toBe('forbidden')
  })

  test('stays as it was sent: the product can note that it was read, and change no word', async () => {
    const [recordId, { number }] = [await reported(), await someone()]
    await tell(recordId, { caseNumbers: [number] })
    await expect(office.within((tx) => tx.update(incidentNotices).set({ zh: en }))).rejects.toThrow()
  })
})

describe('the mail about it', () => {
  test('says that there is a notice, once, and nothing of what it is', async () => {
    const [recordId, { client, number }] = [await reported(), await someone()]
    await tell(recordId, { caseNumbers: [number] })
    for (const _ of [1, 2]) await mailIncidentNotices(now)
    const mails = await mailsTo(client)
    expect(mails.map(({ kind }) => kind)).toEqual(['INCIDENT'])
    expect(mails[0]?.body).toContain(`/portal/notices/${recordId}`)
    expect(`${mails[0]?.subject}${mails[0]?.body}`).not.toMatch(new RegExp(`${client.name}|${number}|邮箱|陌生来电`))
  })

  test('reaches who needs care too, and keeps its name where another mail waited', async () => {
    const [recordId, { client, number }] = [await reported(), await someone({ needsCare: true })]
    await office.within((tx) => queueMail({ tx, now, actor: office.counsellor }, { clientId: client.id, kind: 'NEWS' }))
    await tell(recordId, { caseNumbers: [number] })
    await mailIncidentNotices(now)
    const mails = await mailsTo(client)
    expect(mails.map(({ kind, covers }) => ({ kind, covers }))).toEqual([{ kind: 'INCIDENT', covers: ['NEWS', 'INCIDENT'] }])
    expect(mails[0]?.subject).toBe('一则关于您个人信息的通知')
  })

  test('all of many are thought of, however many there are', async () => {
    const own = await openOffice()
    for (let n = 0; n < 51; n += 1) await aClient(own, { email: `${n}@client.test` })
    const { id: recordId } = await execute(saveIncident, own.supervisor, incident, { now })
    await execute(tellClients, own.supervisor, { recordId, version: 1, zh, en, everyone: true, isSure: true }, { now })
    await mailIncidentNotices(now)
    expect(await own.within((tx) => tx.select().from(outbox))).toHaveLength(51)
  })

  test('who has no address that takes mail is to be called, until they open it', async () => {
    const [recordId, reachable, silent] = [await reported(), await someone(), await someone({ email: null })]
    const bounced = await someone({ emailBouncedAt: clock })
    const newer = await aCase(office, { client: silent.client, openedAt: now })
    await tell(recordId, { caseNumbers: [reachable.number, silent.number, bounced.number] })
    const before = await toldOf(office.supervisor, { recordId }, now)
    expect(before).toMatchObject({ told: 3, seen: 0, silent: 2 })
    // An administrator sees no case: only how many there are.
    expect(await toldOf(office.admin, { recordId }, now)).toEqual({ told: 3, seen: 0, silent: 2, toCall: [] })
    expect(before.toCall.map(({ number }) => number).toSorted()).toEqual([newer.number, bounced.number].toSorted())
    await myNotice(silent.portal, { incidentId: recordId }, now)
    expect(await toldOf(office.auditor, { recordId }, now)).toMatchObject({
      told: 3,
      seen: 1,
      silent: 1,
      toCall: [{ caseId: bounced.caseId }],
    })
  })
})
