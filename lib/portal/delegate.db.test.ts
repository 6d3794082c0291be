import { beforeAll, expect, test } from 'vitest'
import { aCase, aClient, clientActor, clock, type Office, openOffice } from '@/db/testing/factories'
import { auditOf, refusalOf } from '@/db/testing/traces'
import { toldSigningCode, toldWayIn } from '@/db/testing/ways-in'
import { actorOfSession } from '@/lib/core/accounts.queries'
import { execute } from '@/lib/core/command'
import { hashSid } from '@/lib/core/session-sign-in'
import { inviteClient, issueSigningCode } from '@/lib/invitations/commands'
import { enterWithCode, enterWithDevice } from '@/lib/invitations/door.commands'
import { writeMyMessage } from '@/lib/messages/commands'
import { giveMyConsent } from './consent.commands'
import { addDelegate, revokeDelegate } from './delegate.commands'
import { listDelegates, myDelegates } from './delegates.queries'
import { home } from './queries'

const now = clock
let office: Office
beforeAll(async () => {
  office = await openOffice()
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

test('taken back, her session and her device end at once', async () => {
  const { client, portal, delegationId } = await withSister()
  const { sid, deviceToken } = await enter(client.id, delegationId)
  await execute(revokeDelegate, portal, { delegationId }, { now })
  expect(await actorOfSession(hashSid(sid), now)).toBeUndefined()
  expect((await refusalOf(enterWithDevice(deviceToken, visitor))).code).toBe('wrong_credentials')
  expect((await refusalOf(execute(inviteClient, office.counsellor, { clientId: client.id, delegationId }, { now }))).code).toBe(
    'rule',
  )
})

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
