import { beforeAll, describe, expect, test } from 'vitest'
import { aClient, clientActor, clock, type Office, openOffice, type TestClient } from '@/db/testing/factories'
import { accessOf, auditOf, refusalOf } from '@/db/testing/traces'
import { toldWayIn } from '@/db/testing/ways-in'
import { actorOfSession } from '@/lib/core/accounts.queries'
import { execute } from '@/lib/core/command'
import { type Actor, prove } from '@/lib/core/prove'
import { hashSid } from '@/lib/core/session-sign-in'
import { sha256 } from '@/lib/platform/hash'
import { frame } from '@/lib/portal/frame.queries'
import { setSafePhrase } from '@/lib/portal/profile.commands'
import { inviteClient, revokeInvitation } from './commands'
import { askForNewLink, enterWithCode, enterWithDevice, forgetDevice } from './door.commands'
import { forgetPortalDevice } from './forget.commands'
import { lookAtLink } from './link.queries'
import { listInvitations } from './queries'
import { showInvitation } from './show.commands'

const now = clock
const later = (minutes: number) => new Date(clock.getTime() + minutes * 60_000)
let office: Office
let network = 0
/** Each visit from a network of its own, so that one test's wrong codes are not another's. */
const visitor = (at = now) => ({ address: `10.${network}.0.1`, userAgent: 'WeChat', now: at })

beforeAll(async () => {
  office = await openOffice()
})

async function invited() {
  network += 1
  const client = await aClient(office)
  const { id } = await execute(inviteClient, office.counsellor, { clientId: client.id }, { now })
  return { client, id, ...(await toldWayIn(office, { clientId: client.id, now })) }
}

const another = (code: string) => (code === '000000' ? '000001' : '000000')

describe('the way into the portal', () => {
  test('a link and its code open the client’s own page, and nobody else’s', async () => {
    const { client, token, code } = await invited()
    expect(code).toMatch(/^\d{6}$/)
    const { sid } = await enterWithCode({ token, code: `${code.slice(0, 3)} ${code.slice(3)}` }, visitor())
    const actor = await actorOfSession(hashSid(sid), now)
    expect([actor?.kind, actor?.clientId, actor?.roles]).toEqual(['client', client.id, ['CLIENT']])
    expect(await auditOf(office)).toContainEqual(expect.objectContaining({ type: 'invitation.used', clientId: client.id }))
  })

  test('the list holds no secret; each is shown by itself, leaves its line, and never to a key that only reads', async () => {
    const { client, id, token, code } = await invited()
    const listed = JSON.stringify(await listInvitations(office.counsellor, { clientId: client.id }, now))
    for (const secret of [token, code]) expect(listed).not.toContain(secret)
    const show = (actor: Actor, part: string) => execute(showInvitation, actor, { clientId: client.id, id, part }, { now })
    const reveals = (await accessOf(office)).filter((line) => line.object === id && line.kind === 'reveal')
    expect(reveals.map(({ what }) => what).toSorted()).toEqual(['client.code', 'client.link'])
    expect(await auditOf(office)).toContainEqual({
      type: 'invitation.shown',
      clientId: client.id,
      invitationId: id,
      field: 'link',
    })
    const readKey = prove({ ...office.counsellor, mayWrite: false })
    for (const by of [readKey, office.auditor]) expect((await refusalOf(show(by, 'code'))).code).toBe('forbidden')
    for (const by of [office.colleague, (await openOffice()).supervisor])
      expect((await refusalOf(show(by, 'link'))).code).toBe('not_found')
    await enterWithCode({ token, code }, visitor())
    expect((await refusalOf(show(office.counsellor, 'code'))).code).toBe('not_found')
  })

  test('a robot that looks at the link uses nothing up', async () => {
    const { token, code } = await invited()
    for (const _ of [1, 2, 3]) expect((await lookAtLink(token, now))?.state).toBe('open')
    await enterWithCode({ token, code }, visitor())
    expect((await lookAtLink(token, now))?.state).toBe('used')
    expect((await refusalOf(enterWithCode({ token, code }, visitor()))).details).toEqual({ why: 'link_over' })
  })

  test('a link older than a week offers a new one, and the office hears of the wish', async () => {
    const { client, token, code } = await invited()
    const afterAWeek = later(7 * 24 * 60 + 1)
    expect(await lookAtLink(token, afterAWeek)).toMatchObject({ state: 'expired', askedAt: null })
    expect((await refusalOf(enterWithCode({ token, code }, visitor(afterAWeek)))).code).toBe('rule')
    await askForNewLink(token, afterAWeek)
    await askForNewLink(token, later(7 * 24 * 60 + 2))
    expect(await lookAtLink(token, later(8 * 24 * 60))).toMatchObject({ askedAt: afterAWeek.toISOString(), mayAsk: false })
    const { invitations } = await listInvitations(office.counsellor, { clientId: client.id }, afterAWeek)
    expect(invitations[0]?.renewalAskedAt).toBe(afterAWeek.toISOString())
    // Once a day: whoever holds an old link writes nothing more by pressing again.
    const wishes = (await auditOf(office)).filter(({ type }) => type === 'invitation.askedAgain')
    expect(wishes).toMatchObject([{ clientId: client.id }])
    const aDayOn = later(8 * 24 * 60 + 1)
    expect((await lookAtLink(token, aDayOn))?.mayAsk).toBe(true)
    await askForNewLink(token, aDayOn)
    expect(await lookAtLink(token, aDayOn)).toMatchObject({ askedAt: aDayOn.toISOString(), mayAsk: false })
  })

  test('of many wrong codes at once no more are looked at than one after the other', async () => {
    const { token, code } = await invited()
    const tries = Array.from({ length: 24 }, () => refusalOf(enterWithCode({ token, code: another(code) }, visitor())))
    const codes = (await Promise.all(tries)).map((refusal) => refusal.code)
    expect(codes.filter((one) => one === 'wrong_credentials')).toHaveLength(5)
    expect(codes.filter((one) => one === 'too_many')).toHaveLength(19)
  })

  test('six wrong codes mean a pause of a quarter of an hour, also for the right one, and not for ever', async () => {
    const { token, code } = await invited()
    const guess = () => refusalOf(enterWithCode({ token, code: another(code) }, visitor()))
    for (let wrong = 1; wrong < 6; wrong += 1) expect((await guess()).code).toBe('wrong_credentials')
    const pause = { code: 'too_many', details: { seconds: 900 } }
    // The sixth says so itself: nobody is sent to try again in vain.
    expect(await guess()).toEqual(pause)
    expect(await refusalOf(enterWithCode({ token, code }, visitor()))).toEqual(pause)
    expect((await enterWithCode({ token, code }, visitor(later(16)))).sid).not.toBe('')
  })

  test('a link nobody gave out leads nowhere', async () => {
    expect(await lookAtLink('made-up', now)).toBeUndefined()
    expect((await refusalOf(enterWithCode({ token: 'made-up', code: '123456' }, visitor()))).code).toBe('not_found')
  })

  test('a remembered device needs no code for thirty days, and none once the office took the way in back', async () => {
    const { id, token, code } = await invited()
    const { deviceToken } = await enterWithCode({ token, code }, visitor())
    expect((await enterWithDevice(deviceToken, visitor(later(29 * 1440)))).sid).not.toBe('')
    expect((await refusalOf(enterWithDevice(deviceToken, visitor(later(31 * 1440))))).code).toBe('wrong_credentials')
    await execute(revokeInvitation, office.counsellor, { invitationId: id }, { now })
    expect((await refusalOf(enterWithDevice(deviceToken, visitor()))).code).toBe('wrong_credentials')
  })

  test('a device that is forgotten opens nothing any more, wherever its token was kept, and the audit says so', async () => {
    const { client, token, code } = await invited()
    const { deviceToken } = await enterWithCode({ token, code }, visitor())
    await forgetDevice(deviceToken, now)
    await forgetDevice(deviceToken, now)
    expect((await refusalOf(enterWithDevice(deviceToken, visitor()))).code).toBe('wrong_credentials')
    const forgotten = (await auditOf(office)).filter(({ type }) => type === 'device.forgotten')
    expect(forgotten).toEqual([expect.objectContaining({ clientId: client.id })])
  })

  test('a device that nobody knows is forgotten without a word, and no person may forget those of others', async () => {
    await forgetDevice('made-up', now)
    const { token, code } = await invited()
    const { deviceToken } = await enterWithCode({ token, code }, visitor())
    const input = { tokenHash: sha256(deviceToken) }
    expect((await refusalOf(execute(forgetPortalDevice, office.supervisor, input, { now }))).code).toBe('forbidden')
    expect((await enterWithDevice(deviceToken, visitor())).sid).not.toBe('')
  })

  test('who is in when the office takes the way in back is out at once', async () => {
    const { id, token, code } = await invited()
    const sid = hashSid((await enterWithCode({ token, code }, visitor())).sid)
    expect(await actorOfSession(sid, now)).toBeDefined()
    await execute(revokeInvitation, office.counsellor, { invitationId: id }, { now })
    expect(await actorOfSession(sid, now)).toBeUndefined()
  })

  test('inviting again opens the same account, and ends the link that was not used', async () => {
    const first = await invited()
    const { sid } = await enterWithCode(first, visitor())
    const before = await actorOfSession(hashSid(sid), now)
    const stale = await inviteAgain(first.client)
    const fresh = await inviteAgain(first.client)
    expect((await lookAtLink(stale.token, now))?.state).toBe('expired')
    const after = await actorOfSession(hashSid((await enterWithCode(fresh, visitor())).sid), now)
    expect(after?.id).toBe(before?.id)
  })

  test('inviting is written down, refused to those who do no intake, and a stranger cannot', async () => {
    const { client, id } = await invited()
    const stranger = await openOffice()
    const values = { clientId: client.id }
    expect(await auditOf(office)).toContainEqual({ type: 'invitation.created', clientId: client.id, invitationId: id })
    expect((await refusalOf(execute(inviteClient, office.auditor, values, { now }))).code).toBe('forbidden')
    expect((await refusalOf(execute(inviteClient, office.colleague, values, { now }))).code).toBe('not_found')
    expect((await refusalOf(execute(inviteClient, stranger.supervisor, values, { now }))).code).toBe('not_found')
    expect((await refusalOf(listInvitations(office.auditor, values, now))).code).toBe('forbidden')
    expect((await refusalOf(execute(revokeInvitation, stranger.supervisor, { invitationId: id }, { now }))).code).toBe(
      'not_found',
    )
  })
})

async function inviteAgain(client: TestClient) {
  await execute(inviteClient, office.counsellor, { clientId: client.id }, { now: later(1) })
  return toldWayIn(office, { clientId: client.id, now: later(1) })
}

describe('the safe phrase', () => {
  test('the client chooses it, every page carries it, and it is written down without the words', async () => {
    const client = await aClient(office)
    const portal = clientActor(office, client)
    await execute(setSafePhrase, portal, { phrase: '青石小巷' }, { now })
    expect((await frame(portal, {}, now)).safePhrase).toBe('青石小巷')
    const told = (await auditOf(office)).filter((event) => 'clientId' in event && event.clientId === client.id)
    expect(told).toContainEqual({ type: 'client.updated', clientId: client.id, fields: ['safePhrase'] })
    expect(JSON.stringify(told)).not.toContain('青石')
    expect((await refusalOf(execute(setSafePhrase, portal, { phrase: '' }, { now }))).code).toBe('invalid')
    const telling = await refusalOf(execute(setSafePhrase, portal, { phrase: `我是${client.name}` }, { now }))
    expect(telling.details).toEqual({ fields: { phrase: ['phrase_tells'] } })
    expect((await refusalOf(execute(setSafePhrase, office.counsellor, { phrase: '别的' }, { now }))).code).toBe('forbidden')
  })
})
