import { beforeAll, describe, expect, test } from 'vitest'
import type { ReliefLine } from '@/db/schema/proposals'
import { aCase, aClient, aCreditorContact, aFullFile, clientActor, clock, type Office, openOffice } from '@/db/testing/factories'
import { aNegotiation, anApproved, aSentProposal, type Negotiation, sending } from '@/db/testing/negotiation'
import { auditOf, refusalOf } from '@/db/testing/traces'
import { aSigningCode, toldSigningCode } from '@/db/testing/ways-in'
import { moveCase } from '@/lib/cases/commands'
import { caseGet } from '@/lib/cases/queries'
import { giveConsent } from '@/lib/clients/consent.commands'
import { getClient } from '@/lib/clients/queries'
import { execute } from '@/lib/core/command'
import { recordDecision } from '@/lib/decisions/record.commands'
import { issueSigningCode } from '@/lib/invitations/commands'
import { sha256 } from '@/lib/platform/hash'
import { sendProposal, withdrawProposal } from '@/lib/proposals/send.commands'
import { giveMyConsent, revokeMyAuthority, signMyAuthority, withdrawMyConsent } from './consent.commands'
import { myAuthority, myConsents } from './consents.queries'

const now = clock
const agree = 'on'
const reliefs: ReliefLine[] = [{ type: 'TERM_EXTENSION', toPeriods: 6 }]
let office: Office

beforeAll(async () => {
  office = await openOffice()
})

/** A client with one case and nothing agreed to but being registered. */
async function unasked() {
  const client = await aClient(office, { name: '李小明', consent: 'PROCESSING' })
  await aCase(office, { client })
  return { client, portal: clientActor(office, client) }
}

async function toldCode(clientId: string) {
  await execute(issueSigningCode, office.counsellor, { clientId }, { now })
  return toldSigningCode(office, clientId, now)
}

describe('consent, one purpose at a time', () => {
  test('nothing is agreed to before the client says so, and handing over names the lender', async () => {
    const { portal } = await unasked()
    const { asked } = await myConsents(portal, {}, now)
    expect(asked.map(({ purpose, creditor, since }) => [purpose, creditor, since])).toEqual([
      ['PROCESSING', null, now.toISOString()],
      ['SENSITIVE', null, null],
      ['CONTACT_CREDITOR', null, null],
      ['SHARE_WITH_CREDITOR', '重庆蚂蚁消费金融有限公司', null],
      ['STATISTICS', null, null],
    ])
  })

  test('what was agreed to on paper at the start is told, withdrawn as easily, and can be given here again', async () => {
    const { client, portal } = await unasked()
    const basic = async () => (await myConsents(portal, {}, now)).asked[0]
    expect(await basic()).toMatchObject({ purpose: 'PROCESSING', channel: 'PAPER', textVersion: '2026-11', withdrawnAt: null })
    await execute(withdrawMyConsent, portal, { purpose: 'PROCESSING' }, { now })
    expect(await basic()).toMatchObject({ since: null, withdrawnAt: now.toISOString() })
    expect((await getClient(office.counsellor, { clientId: client.id })).consents).toHaveLength(1)
    await execute(giveMyConsent, portal, { purpose: 'PROCESSING', agree }, { now })
    expect(await basic()).toMatchObject({ since: now.toISOString(), channel: 'PORTAL', newer: null })
  })

  test('the office and the lender are named with the way to reach them, as far as that is on record', async () => {
    const { portal } = await unasked()
    const told = async () => {
      const { office: by, asked } = await myConsents(portal, {}, now)
      return [by.name, asked[3]?.reachedBy]
    }
    expect(await told()).toEqual([portal.organisationName, []])
    await aCreditorContact(office)
    const reachedBy = [{ channel: 'EMAIL', value: 'help@lender.example' }]
    expect(await told()).toEqual([portal.organisationName, reachedBy])
    const contacting = (await myConsents(portal, {}, now)).asked[2]
    expect(contacting?.lenders).toEqual([{ name: '重庆蚂蚁消费金融有限公司', reachedBy }])
  })

  test('a tick is needed: without it nothing is agreed to', async () => {
    const { portal } = await unasked()
    const refused = await refusalOf(execute(giveMyConsent, portal, { purpose: 'STATISTICS' }, { now }))
    expect(refused.details).toMatchObject({ fields: { agree: ['tick'] } })
    const blanket = execute(giveMyConsent, portal, { purpose: 'SHARE_WITH_CREDITOR', agree }, { now })
    expect((await refusalOf(blanket)).details).toEqual({ fields: { creditorId: ['required'] } })
  })

  test('giving and withdrawing are both written down with purpose and wording', async () => {
    const { client, portal } = await unasked()
    await execute(giveMyConsent, portal, { purpose: 'SENSITIVE', agree }, { now })
    expect((await myConsents(portal, {}, now)).asked[1]).toMatchObject({ channel: 'PORTAL', textVersion: 'v1' })
    await execute(withdrawMyConsent, portal, { purpose: 'SENSITIVE' }, { now })
    expect((await myConsents(portal, {}, now)).asked[1]).toMatchObject({ since: null, withdrawnAt: now.toISOString() })
    expect((await myConsents(portal, {}, now)).asked[2]?.withdrawnAt).toBeNull()
    expect(await auditOf(office)).toEqual(
      expect.arrayContaining([
        { type: 'consent.given', clientId: client.id, purpose: 'SENSITIVE', textVersion: 'v1' },
        { type: 'consent.withdrawn', clientId: client.id, purpose: 'SENSITIVE' },
      ]),
    )
  })

  test('what was agreed to for a case that is over can still be withdrawn, and is not asked for again', async () => {
    const client = await aClient(office, { name: '李小明', consent: 'PROCESSING' })
    const { creditorId } = await aCase(office, { client, stage: 'CLOSED' })
    const portal = clientActor(office, client)
    const share = async () => (await myConsents(portal, {}, now)).asked.filter(({ purpose }) => purpose === 'SHARE_WITH_CREDITOR')
    expect(await share()).toEqual([])
    await execute(giveMyConsent, portal, { purpose: 'SHARE_WITH_CREDITOR', agree, creditorId }, { now })
    expect(await share()).toMatchObject([{ creditorId, since: now.toISOString(), withdrawId: creditorId }])
    await execute(withdrawMyConsent, portal, { purpose: 'SHARE_WITH_CREDITOR', creditorId }, { now })
    expect(await share()).toEqual([])
  })

  test('consent to one lender is none to another, and a lender the client owes nothing is not there', async () => {
    const { portal } = await unasked()
    const { creditorId: elsewhere } = await openOffice()
    const given = { purpose: 'SHARE_WITH_CREDITOR', agree, creditorId: elsewhere }
    expect((await refusalOf(execute(giveMyConsent, portal, given, { now }))).code).toBe('not_found')
    await execute(giveMyConsent, portal, { ...given, creditorId: office.creditorId }, { now })
    expect((await myConsents(portal, {}, now)).asked[3]?.withdrawId).toBe(office.creditorId)
  })

  test('what was agreed to in an older wording holds and is asked again; withdrawing ends both', async () => {
    const { client, portal } = await unasked()
    const [before, today] = [new Date('2025-03-09T02:00:00Z'), new Date('2026-11-23T02:00:00Z')]
    const given = { clientId: client.id, purpose: 'SHARE_WITH_CREDITOR', channel: 'PAPER' }
    await execute(giveConsent, office.counsellor, given, { now: before })
    const standing = async () => (await myConsents(portal, {}, today)).asked[3]
    expect(await standing()).toMatchObject({ since: before.toISOString(), textVersion: 'v1', newer: '2026-11-23' })
    const again = { purpose: 'SHARE_WITH_CREDITOR', creditorId: office.creditorId, agree }
    await execute(giveMyConsent, portal, again, { now: today })
    expect(await standing()).toMatchObject({ since: today.toISOString(), newer: null, withdrawId: null })
    await execute(withdrawMyConsent, portal, { purpose: 'SHARE_WITH_CREDITOR' }, { now: today })
    expect(await standing()).toMatchObject({ since: null, withdrawnAt: today.toISOString() })
  })

  test('staff and strangers agree to nothing in a client’s name here', async () => {
    const values = { purpose: 'STATISTICS', agree }
    expect((await refusalOf(execute(giveMyConsent, office.counsellor, values, { now }))).code).toBe('forbidden')
    expect((await refusalOf(myConsents(office.counsellor, {}, now))).code).toBe('forbidden')
  })
})

describe('the authority letter', () => {
  test('is signed with name and code, and its record carries the hash of the very text', async () => {
    const { client, portal } = await unasked()
    const { textToSign } = await myConsents(portal, {}, now)
    const values = { name: '李小明', code: await toldCode(client.id), agree }
    const { id } = await execute(signMyAuthority, portal, values, { now })
    const paper = await myAuthority(portal, { authorisationId: id }, now)
    expect(paper.text).toBe(textToSign)
    expect([paper.hash, paper.signedName, paper.from, paper.to]).toEqual([
      sha256(textToSign),
      '李小明',
      '2026-11-21',
      '2027-11-20',
    ])
    expect(await auditOf(office)).toContainEqual({
      ...{ type: 'authorisation.recorded', clientId: client.id, authorisationId: id },
    })
  })

  test('a wrong name, a wrong code and a code used before are refused', async () => {
    const { client, portal } = await unasked()
    const code = await toldCode(client.id)
    const wrong = code === '111111' ? '222222' : '111111'
    const sign = (values: object) => execute(signMyAuthority, portal, { name: '李小明', code, agree, ...values }, { now })
    expect((await refusalOf(sign({ name: '王五' }))).details).toEqual({ fields: { name: ['name_mismatch'] } })
    expect((await refusalOf(sign({ code: wrong }))).details).toEqual({ fields: { code: ['code_wrong'] } })
    await sign({})
    expect((await refusalOf(sign({}))).details).toEqual({ why: 'code_over' })
  })

  test('a code is over after half an hour, and six wrong ones mean a pause', async () => {
    const { client, portal } = await unasked()
    const code = await toldCode(client.id)
    const values = { name: '李小明', code, agree }
    const halfAnHour = new Date(clock.getTime() + 31 * 60_000)
    expect((await refusalOf(execute(signMyAuthority, portal, values, { now: halfAnHour }))).details).toEqual({ why: 'code_over' })
    const wrong = code === '111111' ? '222222' : '111111'
    const guess = () => refusalOf(execute(signMyAuthority, portal, { ...values, code: wrong }, { now }))
    for (let tries = 1; tries < 6; tries += 1) expect((await guess()).code).toBe('invalid')
    expect(await guess()).toEqual({ code: 'too_many', details: { seconds: 900 } })
    expect((await refusalOf(execute(signMyAuthority, portal, values, { now }))).code).toBe('too_many')
  })

  test('what is not six digits is told as that, and counts as no try however often it is sent', async () => {
    const { client, portal } = await unasked()
    const code = await toldCode(client.id)
    const sign = (typed: string) => execute(signMyAuthority, portal, { name: '李小明', code: typed, agree }, { now })
    for (let tries = 1; tries <= 7; tries += 1)
      expect((await refusalOf(sign(tries % 2 === 0 ? 'abcdef' : '12345'))).details).toEqual({ fields: { code: ['six_digits'] } })
    expect(await sign(`${code.slice(0, 3)} ${code.slice(3)}`)).toHaveProperty('id')
  })

  test('a newer code ends the one before it, also once it is used', async () => {
    const { client, portal } = await unasked()
    const soon = new Date(now.getTime() + 60_000)
    const [older, newer] = [await aSigningCode(office, client.id, now), await aSigningCode(office, client.id, soon)]
    const sign = (code: string) => execute(signMyAuthority, portal, { name: '李小明', code, agree }, { now: soon })
    if (older !== newer) expect((await refusalOf(sign(older))).details).toEqual({ fields: { code: ['code_wrong'] } })
    await sign(newer)
    expect((await refusalOf(sign(older))).details).toEqual({ why: 'code_over' })
  })

  test('the client takes it back, and nobody else’s', async () => {
    const { client, portal } = await unasked()
    const { id } = await execute(signMyAuthority, portal, { name: '李小明', code: await toldCode(client.id), agree }, { now })
    const stranger = (await unasked()).portal
    expect((await refusalOf(execute(revokeMyAuthority, stranger, { authorisationId: id }, { now }))).code).toBe('not_found')
    expect((await refusalOf(myAuthority(stranger, { authorisationId: id }, now))).code).toBe('not_found')
    await execute(revokeMyAuthority, portal, { authorisationId: id }, { now })
    expect((await myAuthority(portal, { authorisationId: id }, now)).revokedAt).not.toBeNull()
    const again = await refusalOf(execute(revokeMyAuthority, portal, { authorisationId: id }, { now }))
    expect(again).toEqual({ code: 'rule', details: { why: 'already_revoked' } })
  })
})

describe('nothing goes to a lender without consent and authority', () => {
  const ready = async () => {
    const negotiation = await aNegotiation(office)
    const { versionId, version } = await anApproved(office, negotiation, reliefs)
    return { negotiation, values: { versionId, version, ...sending } }
  }
  const send = (values: object) => execute(sendProposal, office.counsellor, values, { now })
  const authorityOf = async ({ portal }: Negotiation) => (await myConsents(portal, {}, now)).authorities[0]?.id

  test.each(['CONTACT_CREDITOR', 'SHARE_WITH_CREDITOR'] as const)(
    'after withdrawing %s a version stays here',
    async (purpose) => {
      const { negotiation, values } = await ready()
      await execute(withdrawMyConsent, negotiation.portal, { purpose }, { now })
      const need = purpose === 'CONTACT_CREDITOR' ? 'contactConsent' : 'shareConsent'
      expect(await refusalOf(send(values))).toEqual({ code: 'rule', details: { why: 'consent_lacking', lacking: [need] } })
      const lender = purpose === 'CONTACT_CREDITOR' ? {} : { creditorId: office.creditorId }
      await execute(giveMyConsent, negotiation.portal, { purpose, agree, ...lender }, { now })
      expect((await send(values)).versionId).toBe(values.versionId)
    },
  )

  test('after withdrawing the basic consent nothing goes out and the case goes no further, but it can be closed', async () => {
    const { negotiation, values } = await ready()
    await execute(withdrawMyConsent, negotiation.portal, { purpose: 'PROCESSING' }, { now })
    expect(await refusalOf(send(values))).toEqual({ code: 'rule', details: { why: 'consent_withdrawn' } })
    const kase = await caseGet(office.counsellor, { caseId: negotiation.kase.id }, now)
    const back = { caseId: kase.id, version: kase.version, to: 'DRAFTING', reason: '再改一改' }
    const { version } = await execute(moveCase, office.supervisor, back, { now })
    const on = { ...back, version, to: 'EVIDENCE' }
    expect((await refusalOf(execute(moveCase, office.supervisor, on, { now }))).details).toMatchObject({ missing: ['consent'] })
    const closing = { outcome: 'CLIENT_WITHDREW', reason: '客户撤回同意', summary: '按您的意思停止办理。' }
    expect((await execute(moveCase, office.counsellor, { ...on, to: 'CLOSED', closing }, { now })).to).toBe('CLOSED')
  })

  test('after withdrawing the basic consent what lies with the creditor can be taken back, or its answer written down', async () => {
    for (const answered of [false, true]) {
      const negotiation = await aNegotiation(office)
      const { versionId, version } = await aSentProposal(office, negotiation, reliefs)
      await execute(withdrawMyConsent, clientActor(office, negotiation.client), { purpose: 'PROCESSING' }, { now })
      const yes = { versionId, result: 'ACCEPTED', decidedOn: '2026-11-21', channel: 'PHONE' }
      if (answered) await execute(recordDecision, office.counsellor, yes, { now })
      else await execute(withdrawProposal, office.counsellor, { versionId, version }, { now })
      const { stage } = await caseGet(office.counsellor, { caseId: negotiation.kase.id }, now)
      expect(stage).toBe(answered ? 'CONFIRMING' : 'DRAFTING')
    }
  })

  test('after the authority was revoked a version stays here', async () => {
    const { negotiation, values } = await ready()
    await execute(revokeMyAuthority, negotiation.portal, { authorisationId: await authorityOf(negotiation) }, { now })
    expect(await refusalOf(send(values))).toMatchObject({ code: 'guard_missing', details: { missing: ['authorisation'] } })
  })
})

test('an authority recorded on paper shows as such in the portal', async () => {
  const client = await aClient(office)
  await aFullFile(office, client)
  const portal = clientActor(office, client)
  const [paper] = (await myConsents(portal, {}, now)).authorities
  expect((await myAuthority(portal, { authorisationId: paper?.id ?? '' }, now)).text).toBeNull()
})
