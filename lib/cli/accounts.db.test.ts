import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { inTransaction, outsideContext } from '@/db/client'
import { members } from '@/db/schema'
import { type Office, openOffice, staffMember } from '@/db/testing/factories'
import { auditOf } from '@/db/testing/traces'
import { actorOfApiKey, actorOfSession, sessionHolds } from '@/lib/core/accounts.queries'
import { hashPassword } from '@/lib/core/passwords'
import { hashSid, signIn } from '@/lib/core/session-sign-in'
import { now as clock } from '@/lib/platform/clock'
import { closeAccount, revokeKeys } from './accounts'

const password = '一个很长的口令'
let office: Office
let other: Office
beforeAll(async () => {
  ;[office, other] = [await openOffice(), await openOffice({ name: '另一家' })]
})

/** A colleague who is signed in and has a key for a program. */
async function colleague() {
  const { organisationId } = office
  const { id } = await staffMember({ organisationId, roles: ['COUNSELLOR'] })
  const [email, keyHash, at] = [`${id}@example.test`, hashSid(randomUUID()), clock().toISOString()]
  await outsideContext(
    sql`select auth_create_user(${id}, ${email}, '李', ${await hashPassword(password)}, 'zh-CN', false, ${at})`,
  )
  await inTransaction({ organisationId }, (tx) =>
    tx.execute(sql`select auth_create_api_key(${randomUUID()}, ${keyHash}, ${id}, ${organisationId}, 'write', ${at})`),
  )
  const enter = () => signIn({ email, password, address: `2001:db8:${id.slice(0, 4)}:${id.slice(9, 13)}::1`, userAgent: '' })
  const { sid } = await enter()
  const isIn = async () => [
    (await actorOfSession(hashSid(sid), clock())) !== undefined,
    await sessionHolds(hashSid(sid), clock()),
    (await actorOfApiKey(keyHash, clock())) !== undefined,
  ]
  return { id, enter, isIn, shut: { email, organisation: organisationId, now: clock() } }
}

test('who left is shut out at once: of the session, the key and the way in, and nobody else is', async () => {
  const [leaving, staying] = [await colleague(), await colleague()]
  expect(await leaving.isIn()).toEqual([true, true, true])
  await closeAccount(leaving.shut)
  expect(await leaving.isIn()).toEqual([false, false, false])
  await expect(leaving.enter()).rejects.toMatchObject({ code: 'wrong_credentials' })
  expect(await staying.isIn()).toEqual([true, true, true])
  expect((await auditOf(office)).at(-1)).toEqual({ type: 'user.closed', userId: leaving.id })
  await expect(closeAccount(leaving.shut)).rejects.toThrow('no open account')
  // Nor does anything of it come back with a place given anew.
  await office.within((tx) => tx.update(members).set({ disabledAt: null }).where(eq(members.userId, leaving.id)))
  expect(await leaving.isIn()).toEqual([false, false, false])
})

test('keys end without the account', async () => {
  const { id, isIn, shut } = await colleague()
  expect(await revokeKeys(shut)).toBe(1)
  expect(await isIn()).toEqual([true, true, false])
  expect((await auditOf(office)).at(-1)).toEqual({ type: 'apiKey.revoked', userId: id, keys: 1 })
  await expect(revokeKeys(shut)).rejects.toThrow('no key')
})

test('an account of another office, or of none, is not reached', async () => {
  const { isIn, shut } = await colleague()
  const elsewhere = { ...shut, organisation: other.organisationId }
  await expect(closeAccount(elsewhere)).rejects.toThrow('no open account')
  await expect(revokeKeys(elsewhere)).rejects.toThrow('no key')
  await expect(closeAccount({ ...shut, email: 'nobody@example.test' })).rejects.toThrow('There is no account')
  expect(await isIn()).toEqual([true, true, true])
})
