import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { expect, test, vi } from 'vitest'
import { outsideContext } from '@/db/client'
import { openOffice, staffMember } from '@/db/testing/factories'
import { now as clock } from '@/lib/platform/clock'
import { actorOfSession, closeSession, sessionHolds } from './accounts.queries'
import { isDeviceOf } from './device-mark'
import { hashPassword } from './passwords'
import { Refusal } from './refusal'
import { sessionLimits } from './session-rules'
import { hashSid, signIn } from './session-sign-in'

const password = '一个很长的口令'

/** Somebody with a password, and tries to sign in as them; what is refused is told by its code. */
async function somebody() {
  const { organisationId } = await openOffice()
  const { id } = await staffMember({ organisationId, roles: ['COUNSELLOR'] })
  const email = `${id}@example.test`
  const hash = await hashPassword(password)
  await outsideContext(sql`select auth_create_user(${id}, ${email}, '李', ${hash}, 'zh-CN', false, ${clock().toISOString()})`)
  const address = `2001:db8:${id.slice(0, 4)}:${id.slice(9, 13)}::1`
  const attempt = (given: string, device?: string, as = email) =>
    signIn({ email: as, password: given, address, userAgent: '', device }).catch((error: unknown) => {
      if (error instanceof Refusal) return error.code
      throw error
    })
  return { email, attempt }
}

const opened = (answer: Awaited<ReturnType<typeof signIn>> | string) =>
  typeof answer === 'string' ? Promise.reject(answer) : answer

test('of many wrong passwords at once no more are looked at than one after the other', async () => {
  const { attempt } = await somebody()
  const answers = await Promise.all(Array.from({ length: 12 }, () => attempt('falsch')))
  expect(answers.filter((answer) => answer === 'wrong_credentials')).toHaveLength(5)
  expect(await attempt(password)).toBe('too_many')
})

test('who signed in on this device before gets in while strangers use up the tries', async () => {
  const { email, attempt } = await somebody()
  const { device } = await opened(await attempt(password))
  expect(isDeviceOf(email, device)).toBe(true)
  for (let n = 0; n < 7; n++) await attempt('falsch')
  expect(await attempt(password)).toBe('too_many')
  expect(await attempt(password, `${device}x`)).toBe('too_many')
  expect(await opened(await attempt(password, device))).toMatchObject({ home: '/today' })
})

test('at the address of next-auth itself a wrong password is nobody, and who has to wait is told how long', async () => {
  const { email } = await somebody()
  vi.stubEnv('NEXTAUTH_URL', 'http://127.0.0.1:3000')
  vi.stubEnv('NEXTAUTH_SECRET', 's'.repeat(43))
  const [provider] = (await import('./session-auth')).authOptions.providers
  const attempt = async () => provider?.options.authorize({ email, password: 'falsch' }, { headers: {} })
  for (let n = 0; n < 5; n++) expect(await attempt()).toBeNull()
  await expect(attempt()).rejects.toThrow(/^too_many:\d+$/)
})

test('a mark of one account is none for another', async () => {
  const [mine, theirs] = [await somebody(), await somebody()]
  const { device } = await opened(await mine.attempt(password))
  expect(isDeviceOf(theirs.email, device)).toBe(false)
})

test.each(['a\0b@example.test', '\ud800@example.test', `${'a'.repeat(300)}@example.test`])(
  'an e-mail that cannot be one is a wrong one: %j',
  async (email) => {
    const { attempt } = await somebody()
    expect(await attempt('x', undefined, email)).toBe('wrong_credentials')
  },
)

test('a session holds until it is closed', async () => {
  const { attempt } = await somebody()
  const sid = hashSid((await opened(await attempt(password))).sid)
  expect(await sessionHolds(sid, clock())).toBe(true)
  await closeSession(sid, clock())
  expect(await sessionHolds(sid, clock())).toBe(false)
  expect(await sessionHolds(hashSid(randomUUID()), clock())).toBe(false)
})

/** A session of somebody, and what it opens so many minutes from now. */
async function aSession() {
  const { attempt } = await somebody()
  const started = clock()
  const sid = hashSid((await opened(await attempt(password))).sid)
  const after = (minutes: number) => new Date(started.getTime() + minutes * 60_000)
  return { standsAfter: async (minutes: number) => (await actorOfSession(sid, after(minutes))) !== undefined, sid, after }
}

test('a session ends where nobody uses it for so long, and each use begins the time anew', async () => {
  const { idleMinutes } = sessionLimits.staff
  const { standsAfter, sid, after } = await aSession()
  expect(await standsAfter(idleMinutes - 1)).toBe(true)
  expect(await standsAfter(2 * idleMinutes - 3)).toBe(true)
  expect(await sessionHolds(sid, after(3 * idleMinutes - 2))).toBe(false)
  expect(await standsAfter(3 * idleMinutes - 2)).toBe(false)
})

test('a session in use all the time ends after so many hours', async () => {
  const { idleMinutes, hours } = sessionLimits.staff
  const { standsAfter, sid, after } = await aSession()
  const end = hours * 60
  for (let minute = 0; minute < end - 1; minute += idleMinutes - 1) expect(await standsAfter(minute), `${minute}`).toBe(true)
  expect(await standsAfter(end - 1)).toBe(true)
  expect(await sessionHolds(sid, after(end + 1))).toBe(false)
  expect(await standsAfter(end + 1)).toBe(false)
})
