import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { and, eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { clients, consents, delegations, evidenceRequests } from '@/db/schema'
import { aChain, type Chain } from '@/db/testing/chain'
import { aCase, aClient, clientActor, clock, type Office, openOffice } from '@/db/testing/factories'
import { auditOf, refusalOf } from '@/db/testing/traces'
import { toldSigningCode, toldWayIn } from '@/db/testing/ways-in'
import { balanceBuckets } from '@/db/vocabulary'
import { type DelegateVerb, delegateVerbs } from '@/db/vocabulary-portal'
import { saveStatement } from '@/lib/clients/statement.commands'
import { actorOfSession, sessionHolds } from '@/lib/core/accounts.queries'
import { actorOfFeed } from '@/lib/core/accounts-of-clients.queries'
import { execute } from '@/lib/core/command'
import { prove } from '@/lib/core/prove'
import { hashSid } from '@/lib/core/session-sign-in'
import { makeExpenseDetail } from '@/lib/evidence/expense.commands'
import { inviteClient, issueSigningCode } from '@/lib/invitations/commands'
import { enterWithCode, enterWithDevice } from '@/lib/invitations/door.commands'
import { writeMessage, writeMyMessage } from '@/lib/messages/commands'
import { listMessages, myThread } from '@/lib/messages/queries'
import { seedOffice } from '@/lib/organisation/start.commands'
import { sha256 } from '@/lib/platform/hash'
import { reportMyBill } from './bill.commands'
import { openCalendar } from './calendar.commands'
import { dueDays, myCalendar } from './calendar.queries'
import { openMyReceipt, uploadMine } from './commands'
import { giveMyConsent } from './consent.commands'
import { addDelegate, revokeDelegate } from './delegate.commands'
import { listDelegates, myDelegates } from './delegates.queries'
import { frame } from './frame.queries'
import { home } from './queries'

const now = clock
let office: Office
beforeAll(async () => {
  process.env['DATA_DIR'] = await mkdtemp(join(tmpdir(), 'parley-delegate-'))
  office = await openOffice()
  await office.within((tx) => seedOffice(tx, office.organisationId))
})

const visitor = { address: '10.9.0.1', userAgent: '', now }

async function withSister() {
  const client = await aClient(office, { name: '李小明' })
  const kase = await aCase(office, { client })
  const portal = clientActor(office, client)
  await execute(issueSigningCode, office.counsellor, { clientId: client.id }, { now })
  const signed = { name: '李小明', code: await toldSigningCode(office, client.id, now), agree: 'on' }
  const values = { delegate: '李姐', relation: '姐姐', MESSAGE: 'on', ...signed }
  const { id: delegationId } = await execute(addDelegate, portal, values, { now })
  return { client, kase, portal, delegationId }
}

/** The sister's own way in, from the office's invitation to a session. */
async function enter(clientId: string, delegationId: string) {
  await execute(inviteClient, office.counsellor, { clientId, delegationId }, { now })
  return enterWithCode(await toldWayIn(office, { clientId, delegationId, now }), visitor)
}

test('a sister enters by a way of her own, reads and writes, and neither consents nor signs', async () => {
  const { client, kase, delegationId } = await withSister()
  const { sid } = await enter(client.id, delegationId)
  const sister = await actorOfSession(hashSid(sid), now)
  if (sister === undefined) throw new Error('nobody entered')
  expect([sister.name, sister.roles, sister.clientId]).toEqual(['李姐', ['DELEGATE'], client.id])
  expect((await home(sister, {}, now)).cases).toHaveLength(1)
  await execute(writeMyMessage, sister, { caseId: kase.id, body: '我替弟弟问一下' }, { now })
  const consent = execute(giveMyConsent, sister, { purpose: 'STATISTICS', agree: 'on' }, { now })
  expect((await refusalOf(consent)).code).toBe('forbidden')
})

test('what a sister writes stands under her own name, and never as the client’s word', async () => {
  const { client, kase, portal, delegationId } = await withSister()
  const sister = await actorOfSession(hashSid((await enter(client.id, delegationId)).sid), now)
  if (sister === undefined) throw new Error('nobody entered')
  await execute(writeMyMessage, sister, { caseId: kase.id, body: '我弟弟还不上了' }, { now })
  await execute(writeMyMessage, portal, { caseId: kase.id, body: '我还得上' }, { now: new Date(now.getTime() + 1000) })
  const of = { caseId: kase.id }
  const read = await listMessages(office.counsellor, of, now)
  expect(read.messages.map(({ author }) => author)).toEqual(['李姐', null])
  const hers = await myThread(sister, of, now)
  expect(hers.messages.map(({ author, isOwn }) => ({ author, isOwn }))).toEqual([
    { author: '李姐', isOwn: true },
    { author: null, isOwn: false },
  ])
  expect((await myThread(portal, of, now)).messages.map(({ isOwn }) => isOwn)).toEqual([false, true])
})

test('what she opens stays new to the client, and the office is not told that they have read it', async () => {
  const { client, kase, portal, delegationId } = await withSister()
  const sister = await actorOfSession(hashSid((await enter(client.id, delegationId)).sid), now)
  if (sister === undefined) throw new Error('nobody entered')
  const of = { caseId: kase.id }
  await execute(writeMessage, office.counsellor, { ...of, body: '您好' }, { now })
  expect((await myThread(sister, of, now)).messages).toMatchObject([{ body: '您好' }])
  expect((await frame(portal, {}, now)).unread).toBe(1)
  expect((await listMessages(office.counsellor, of, now)).messages).toMatchObject([{ isRead: false }])
})

test('who helps sees neither the safe phrase, nor that somebody needs care, nor which papers there are unless they hand some in', async () => {
  const { client, portal, delegationId } = await withSister()
  const sister = await actorOfSession(hashSid((await enter(client.id, delegationId)).sid), now)
  if (sister === undefined) throw new Error('nobody entered')
  await office.within((tx) =>
    tx.update(clients).set({ safePhrase: '桂花树下', needsCare: true }).where(eq(clients.id, client.id)),
  )
  expect(await frame(portal, {}, now)).toMatchObject({ safePhrase: '桂花树下', needsCare: true })
  expect(await frame(sister, {}, now)).toMatchObject({ safePhrase: '', needsCare: false })
  expect(JSON.stringify(await home(sister, {}, now))).not.toContain('桂花树下')
  expect((await home(portal, {}, now)).documents).toEqual([])
  expect(await home(sister, {}, now)).toMatchObject({ documents: null, may: ['READ', 'MESSAGE'], client: { needsCare: false } })
  await office.within((tx) =>
    tx
      .update(delegations)
      .set({ verbs: ['READ', 'UPLOAD'] })
      .where(eq(delegations.id, delegationId)),
  )
  expect((await home(sister, {}, now)).documents).toEqual([])
})

test('every page of hers knows what she was let do, and of the client that everything is theirs; once it is over, nothing', async () => {
  const { client, portal, delegationId } = await withSister()
  const { sid } = await enter(client.id, delegationId)
  const sister = await actorOfSession(hashSid(sid), now)
  if (sister === undefined) throw new Error('nobody entered')
  expect(await frame(sister, {}, now)).toMatchObject({ isDelegate: true, may: ['READ', 'MESSAGE'] })
  expect((await frame(portal, {}, now)).may).toEqual([...delegateVerbs])
  expect((await frame(sister, {}, new Date('2030-01-01T00:00:00Z'))).may).toEqual([])
})

test('what was written down of the client’s words waits for the client’s own word, not for hers', async () => {
  const { client, portal, delegationId } = await withSister()
  const { sid } = await enter(client.id, delegationId)
  const sister = await actorOfSession(hashSid(sid), now)
  if (sister === undefined) throw new Error('nobody entered')
  const lines = [{ kind: 'income', category: 'EARNINGS', amount: '5200' }]
  const statement = { clientId: client.id, asOf: '2026-11-20', reserve: '200', lines }
  await execute(saveStatement, office.counsellor, statement, { now })
  const { id } = await execute(makeExpenseDetail, office.counsellor, { clientId: client.id }, { now })
  expect((await home(portal, {}, now)).next).toEqual({ kind: 'confirm', evidenceId: id })
  expect((await home(sister, {}, now)).next).toEqual({ kind: 'nothing' })
})

test('taken back, her session, her device and the address of her calendar end at once', async () => {
  const { client, portal, delegationId } = await withSister()
  const { sid, deviceToken } = await enter(client.id, delegationId)
  const feed = await calendarOf(sid)
  expect((await actorOfFeed(feed))?.clientId).toBe(client.id)
  await execute(revokeDelegate, portal, { delegationId }, { now })
  expect(await actorOfFeed(feed)).toBeUndefined()
  expect(await actorOfSession(hashSid(sid), now)).toBeUndefined()
  expect((await refusalOf(enterWithDevice(deviceToken, visitor))).code).toBe('wrong_credentials')
  expect((await refusalOf(execute(inviteClient, office.counsellor, { clientId: client.id, delegationId }, { now }))).code).toBe(
    'rule',
  )
})

test('once it is over there is no way in any more, and her calendar stays empty', async () => {
  const { client, delegationId } = await withSister()
  const { sid, deviceToken } = await enter(client.id, delegationId)
  const feed = await calendarOf(sid)
  const [minute, later] = [60_000, new Date(now.getTime() + 10 * 60_000)]
  await office.within((tx) => tx.update(delegations).set({ expiresAt: later }).where(eq(delegations.id, delegationId)))
  const before = new Date(later.getTime() - minute)
  expect((await actorOfSession(hashSid(sid), before))?.name).toBe('李姐')
  expect(await sessionHolds(hashSid(sid), before)).toBe(true)
  expect(await actorOfSession(hashSid(sid), later)).toBeUndefined()
  expect(await sessionHolds(hashSid(sid), later)).toBe(false)
  expect((await refusalOf(enterWithDevice(deviceToken, { ...visitor, now: later }))).code).toBe('wrong_credentials')
  const reader = await actorOfFeed(feed)
  if (reader === undefined) throw new Error('the address is gone')
  expect((await dueDays(reader, {}, before)).days).toEqual([])
  const refused = await Promise.all([
    refusalOf(dueDays(reader, {}, later)),
    refusalOf(myCalendar(reader, {}, later)),
    refusalOf(execute(openCalendar, reader, {}, { now: later })),
  ])
  expect(refused.map(({ code }) => code)).toEqual(['forbidden', 'forbidden', 'forbidden'])
})

test('she hands in a paper, but the separate consent it needs is not hers to give, nor is opening the plan to be signed', async () => {
  const chain = await aChain(office, office.counsellor, '李小明')
  const { clientId, agreementId, debtId } = chain.ids
  const sister = prove({ ...clientActor(office, { id: clientId, name: '李姐' }), roles: ['DELEGATE'] })
  await office.within(async (tx) => {
    const verbs: DelegateVerb[] = ['READ', 'UPLOAD']
    const term = { createdAt: now, expiresAt: new Date('2027-01-01T00:00:00Z') }
    const of = { orgId: office.organisationId, id: crypto.randomUUID(), clientId, userId: sister.id }
    await tx.insert(delegations).values({ ...of, ...term, name: '李姐', verbs })
    await tx.update(consents).set({ withdrawnAt: now }).where(sensitiveOf(clientId))
  })
  const requestId = await askedFor(chain)
  const page = { fileName: 'a.txt', content: Buffer.from('流水').toString('base64'), consent: 'on' }
  const bill = { debtId, ...Object.fromEntries(balanceBuckets.map((bucket) => [bucket, '0'])), principal: '1000', consent: 'on' }
  const refused = await Promise.all([
    refusalOf(execute(uploadMine, sister, { requestId, ...page }, { now })),
    refusalOf(execute(reportMyBill, sister, bill, { now })),
    refusalOf(execute(openMyReceipt, sister, { agreementId }, { now })),
  ])
  expect(refused.map(({ code }) => code)).toEqual(['forbidden', 'forbidden', 'forbidden'])
  const kept = await office.within((tx) => tx.select().from(consents).where(sensitiveOf(clientId)))
  expect(kept.filter(({ withdrawnAt }) => withdrawnAt === null)).toEqual([])
})

const sensitiveOf = (clientId: string) => and(eq(consents.clientId, clientId), eq(consents.purpose, 'SENSITIVE'))

/** A sensitive document that is waited for. */
async function askedFor({ ids: { caseId, clientId } }: Chain) {
  const id = crypto.randomUUID()
  const of = { orgId: office.organisationId, id, caseId, clientId }
  await office.within((tx) =>
    tx.insert(evidenceRequests).values({ ...of, code: 'BANK_STATEMENT', from: 'CREDITOR', createdAt: now }),
  )
  return id
}

/** Opens a calendar for whoever this session belongs to. @returns what the database knows its address by */
async function calendarOf(sid: string) {
  const actor = await actorOfSession(hashSid(sid), now)
  if (actor === undefined) throw new Error('nobody entered')
  await execute(openCalendar, actor, {}, { now })
  return sha256((await myCalendar(actor, {}, now)).path?.split('/').at(-1) ?? '')
}

test('it is signed by the client, written down without names, and nobody else takes it back', async () => {
  const { client, delegationId } = await withSister()
  expect(await auditOf(office)).toContainEqual({
    ...{ type: 'delegation.given', clientId: client.id, delegationId, verbs: ['READ', 'MESSAGE'] },
  })
  const stranger = (await withSister()).portal
  expect((await refusalOf(execute(revokeDelegate, stranger, { delegationId }, { now }))).code).toBe('not_found')
  expect((await myDelegates(stranger, {}, now)).delegates.map(({ id }) => id)).not.toContain(delegationId)
  expect((await listDelegates(office.counsellor, { clientId: client.id }, now)).delegates[0]?.isInForce).toBe(true)
  const unsigned = { delegate: '路人', name: '王五', code: '000000', agree: 'on' }
  expect((await refusalOf(execute(addDelegate, stranger, unsigned, { now }))).details).toEqual({
    fields: { name: ['name_mismatch'] },
  })
})
