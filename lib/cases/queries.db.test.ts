import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { accessLog, members, stageEvents } from '@/db/schema'
import {
  aCase,
  aClient,
  aCreditor,
  aReadyCase,
  aTeam,
  clientActor,
  clock,
  type Office,
  openOffice,
  staffMember,
} from '@/db/testing/factories'
import { refusalOf } from '@/db/testing/traces'
import { recordAuthorisation, revokeAuthorisation } from '@/lib/clients/authorisation.commands'
import { giveConsent, withdrawConsent } from '@/lib/clients/consent.commands'
import { listContacts } from '@/lib/contacts/queries'
import { execute } from '@/lib/core/command'
import { listDebts } from '@/lib/debts/queries'
import { moveCase } from './commands'
import { caseHistory } from './history.queries'
import { caseGet } from './queries'
import { search } from './search.queries'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})

/** What a consent is for; an authority letter has a name of its own. */
const purposeOf = (event: { type: string; purpose?: string }) => event.purpose

const viewsOf = async (caseId: string) =>
  (await office.within((tx) => tx.select().from(accessLog))).filter(({ kind, object }) => kind === 'view' && object === caseId)

describe('the head of a case', () => {
  test('says where it stands, with masked name and money as text', async () => {
    const kase = await aReadyCase(office, { stage: 'DRAFTING' })
    expect(await caseGet(office.counsellor, { caseId: kase.id }, clock)).toMatchObject({
      ...{ id: kase.id, number: kase.number, stage: 'DRAFTING', owed: '12000.00', stageSince: '2026-11-21T02:00:00.000Z' },
      ...{ client: { name: '张**' }, creditor: { name: '蚂蚁消金' }, product: { name: '借呗' }, owner: { name: '李文静' } },
    })
  })

  test('says for each stage it may go to what is still missing', async () => {
    const kase = await aCase(office)
    const { moves } = await caseGet(office.counsellor, { caseId: kase.id }, clock)
    expect(moves).toEqual([
      { to: 'EVIDENCE', missing: ['identity', 'debt', 'triage', 'hardship'] },
      { to: 'FALLBACK', missing: ['fallbackReason'] },
      { to: 'CLOSED', missing: ['closing'] },
    ])
  })

  test('offers to take a closed case up again to a supervisor, who alone may', async () => {
    const kase = await aCase(office, { stage: 'CLOSED' })
    const movesFor = async (actor: typeof office.counsellor) => (await caseGet(actor, { caseId: kase.id }, clock)).moves
    expect(await movesFor(office.supervisor)).toEqual([{ to: 'INTAKE', missing: ['reason'] }])
    for (const actor of [office.counsellor, office.auditor]) expect(await movesFor(actor)).toEqual([])
  })

  test('never carries the client’s full name, number or phone', async () => {
    const client = await aClient(office, { name: '张伟明', phone: '13812345678', idNumber: '110105194912310021' })
    const kase = await aCase(office, { client })
    const text = JSON.stringify(await caseGet(office.counsellor, { caseId: kase.id }, clock))
    for (const secret of ['张伟明', '13812345678', '110105194912310021']) expect(text).not.toContain(secret)
  })

  test('opens to the members of its team, and to nobody else who does not own it', async () => {
    const [teamId, otherTeam] = [await aTeam(office), await aTeam(office)]
    const kase = await aCase(office, { teamId })
    const member = (teams: string[]) => staffMember({ organisationId: office.organisationId, roles: ['COUNSELLOR'], teams })
    expect(await caseGet(await member([teamId]), { caseId: kase.id }, clock)).toMatchObject({ id: kase.id })
    for (const teams of [[], [otherTeam]])
      expect((await refusalOf(caseGet(await member(teams), { caseId: kase.id }, clock))).code).toBe('not_found')
  })

  test('looking at it leaves one line in the access log per sitting', async () => {
    const kase = await aCase(office)
    await caseGet(office.auditor, { caseId: kase.id }, clock)
    await caseGet(office.auditor, { caseId: kase.id }, new Date(clock.getTime() + 60_000))
    expect(await viewsOf(kase.id)).toMatchObject([{ actor: `staff:${office.auditor.id}`, clientId: kase.clientId }])
    await caseGet(office.auditor, { caseId: kase.id }, new Date(clock.getTime() + 3_600_000))
    expect(await viewsOf(kase.id)).toHaveLength(2)
  })

  test('asking for any part of it leaves that line too', async () => {
    const kase = await aCase(office)
    await listContacts(office.auditor, { caseId: kase.id }, clock)
    await listDebts(office.auditor, { caseId: kase.id }, clock)
    await caseHistory(office.auditor, { caseId: kase.id }, clock)
    expect(await viewsOf(kase.id)).toMatchObject([{ actor: `staff:${office.auditor.id}`, what: 'case' }])
    const elsewhere = await openOffice()
    await expect(listDebts(elsewhere.auditor, { caseId: kase.id }, clock)).rejects.toMatchObject({ code: 'not_found' })
    expect(await viewsOf(kase.id)).toHaveLength(1)
  })

  test('is not found outside the scope, in another office, or for roles without cases', async () => {
    const { id: caseId } = await aCase(office)
    await expect(caseGet(office.colleague, { caseId })).rejects.toMatchObject({ code: 'not_found' })
    await expect(caseGet((await openOffice()).supervisor, { caseId })).rejects.toMatchObject({ code: 'not_found' })
    await expect(caseGet(office.analyst, { caseId })).rejects.toMatchObject({ code: 'forbidden' })
    expect(await viewsOf(caseId)).toEqual([])
  })
})

describe('the history of a case', () => {
  test('tells who moved it where, when and why, newest first, and what can be taken back', async () => {
    const kase = await aReadyCase(office, { stage: 'EVIDENCE' })
    const values = { caseId: kase.id, version: kase.version }
    const first = await execute(moveCase, office.counsellor, { ...values, to: 'INTAKE', reason: '重新评估' }, { now: clock })
    await execute(moveCase, office.supervisor, { ...values, version: first.version, to: 'EVIDENCE' }, { now: clock })
    const { events, moves, next } = await caseHistory(office.counsellor, { caseId: kase.id })
    expect(events.map(({ event, by }) => [event.type, event['to'], by])).toEqual([
      ['case.moved', 'EVIDENCE', '王督导'],
      ['case.moved', 'INTAKE', '李文静'],
    ])
    expect(moves).toMatchObject([
      { from: 'INTAKE', to: 'EVIDENCE', by: '王督导', canUndo: true },
      { from: 'EVIDENCE', to: 'INTAKE', by: '李文静', reason: '重新评估', canUndo: false },
    ])
    expect(next).toBeNull()
  })

  test('tells of what the client did without the client’s name', async () => {
    const client = await aClient(office)
    const kase = await aCase(office, { client })
    const account = clientActor(office, client)
    const member = { orgId: office.organisationId, userId: account.id, name: client.name, roles: ['CLIENT' as const] }
    await office.within((tx) => tx.insert(members).values({ ...member, clientId: client.id }))
    const events = JSON.stringify([{ type: 'case.held', caseId: kase.id, until: null }])
    await office.within((tx) => tx.execute(`select append_audit(now(), 'client:${account.id}', 'case.hold', '', '${events}')`))
    const move = { orgId: office.organisationId, caseId: kase.id, caseVersion: 2, from: 'CONFIRMING', to: 'MONITORING' } as const
    await office.within((tx) =>
      tx.insert(stageEvents).values({ ...move, id: randomUUID(), clientId: client.id, by: account.id, at: clock }),
    )
    const told = await caseHistory(office.counsellor, { caseId: kase.id })
    expect(told.events[0]).toMatchObject({ kind: 'client', by: null })
    expect(told.moves[0]).toMatchObject({ by: null, byClient: true })
  })

  test('is read fifty at a time', async () => {
    const kase = await aCase(office)
    const events = JSON.stringify(Array.from({ length: 60 }, () => ({ type: 'case.held', caseId: kase.id, until: null })))
    await office.within((tx) => tx.execute(`select append_audit(now(), 'system:x', 'case.hold', '', '${events}')`))
    const first = await caseHistory(office.counsellor, { caseId: kase.id })
    const rest = await caseHistory(office.counsellor, { caseId: kase.id, before: first.next ?? 1 })
    expect([first.events.length, rest.events.length, rest.next]).toEqual([50, 10, null])
  })

  test('tells which authority letters the client signed and ended, and when', async () => {
    const client = await aClient(office)
    const kase = await aCase(office, { client })
    const paper = { clientId: client.id, agent: '陈律师', matters: '代为协商', validFrom: '2026-11-20', signedOn: '2026-11-20' }
    const { id: authorisationId } = await execute(recordAuthorisation, office.counsellor, paper, { now: clock })
    const ended = new Date('2026-11-24T02:00:00Z')
    await execute(revokeAuthorisation, office.counsellor, { authorisationId }, { now: ended })
    const { consents } = await caseHistory(office.counsellor, { caseId: kase.id })
    expect(consents.filter(({ event }) => event.type.startsWith('authorisation'))).toEqual([
      { at: ended.toISOString(), event: { type: 'authorisation.revoked', authorisationId }, channel: null },
      { at: '2026-11-19T16:00:00.000Z', event: { type: 'authorisation.recorded', authorisationId }, channel: 'PAPER' },
    ])
  })

  test('tells what the client agreed to and took back, each once over all its pages', async () => {
    const client = await aClient(office)
    const kase = await aCase(office, { client })
    const of = { clientId: client.id, purpose: 'PROCESSING' }
    await execute(withdrawConsent, office.counsellor, of, { now: new Date('2026-11-22T02:00:00Z') })
    const events = JSON.stringify(Array.from({ length: 60 }, () => ({ type: 'case.held', caseId: kase.id, until: null })))
    const held = `select append_audit('2026-11-23T02:00:00Z', 'system:x', 'case.hold', '', '${events}')`
    await office.within((tx) => tx.execute(held))
    await execute(giveConsent, office.counsellor, { ...of, channel: 'PHONE' }, { now: new Date('2026-11-24T02:00:00Z') })
    const first = await caseHistory(office.counsellor, { caseId: kase.id })
    const rest = await caseHistory(office.counsellor, { caseId: kase.id, before: first.next ?? 1 })
    expect(first.consents).toEqual([
      { at: '2026-11-24T02:00:00.000Z', event: { type: 'consent.given', purpose: 'PROCESSING' }, channel: 'PHONE' },
    ])
    const ofBasic = rest.consents.filter(({ event }) => purposeOf(event) === 'PROCESSING')
    expect(ofBasic.map(({ event }) => event.type)).toEqual(['consent.withdrawn', 'consent.given'])
  })

  test('leaves to the case with another lender what the client agreed to for that lender', async () => {
    const client = await aClient(office)
    const [kase, other] = [await aCase(office, { client }), await aCase(office, { client, ...(await aCreditor(office)) })]
    const of = { clientId: client.id, purpose: 'SHARE_WITH_CREDITOR', channel: 'PAPER', creditorId: other.creditorId }
    await execute(giveConsent, office.counsellor, of, { now: clock })
    const purposes = async (caseId: string) =>
      (await caseHistory(office.counsellor, { caseId })).consents.map(({ event }) => purposeOf(event))
    expect(await purposes(other.id)).toContain('SHARE_WITH_CREDITOR')
    expect(await purposes(kase.id)).not.toContain('SHARE_WITH_CREDITOR')
  })

  test('is not found outside the scope', async () => {
    const { id: caseId } = await aCase(office)
    await expect(caseHistory(office.colleague, { caseId })).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('searching', () => {
  test('finds by characters, pinyin, initials, number, product and last digits, masked, open cases first', async () => {
    const there = await openOffice()
    const client = await aClient(there, { name: '古丽米热·艾比布力', phoneTail: '5678' })
    const closed = await aCase(there, { client, stage: 'CLOSED' })
    const open = await aCase(there, { client, dueOn: '2027-01-01' })
    for (const actor of [there.counsellor, there.supervisor])
      for (const q of ['古丽米热', 'guli', 'glm', '艾比', '5678', '借呗', 'XS-000']) {
        const { cases } = await search(actor, { q })
        expect([q, ...cases.map(({ id }) => id)]).toEqual([q, open.id, closed.id])
        expect(cases[0]?.name).toBe('古丽**·艾**')
      }
  })

  test('finds nothing of a colleague, of another office, or in wildcards', async () => {
    const there = await openOffice()
    await aCase(there)
    expect(await search(there.colleague, { q: '张' })).toEqual({ cases: [] })
    expect(await search((await openOffice()).supervisor, { q: '张' })).toEqual({ cases: [] })
    for (const q of ['%', '_', '\\', '"', '{}', "'"]) expect(await search(there.supervisor, { q })).toEqual({ cases: [] })
    await expect(search(there.supervisor, { q: ' ' })).rejects.toMatchObject({ code: 'invalid' })
  })
})
