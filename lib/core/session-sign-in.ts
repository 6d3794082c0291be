import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { now as clock } from '@/lib/platform/clock'
import { accountByEmail, clearFailures, giveBackTry, membershipsOf, openSession, takeTry } from './accounts.queries'
import { deviceOf, isDeviceOf } from './device-mark'
import { passwordFits } from './passwords'
import { Refusal } from './refusal'
import { networkLimit, networkOf, sessionLimits, waitAfterFailures } from './session-rules'
import { malformedField } from './well-formed'

export type SignIn = { email: string; password: string; address: string; userAgent: string; device?: string | undefined }

export const hashSid = (sid: string) => createHash('sha256').update(sid).digest('hex')

/**
 * Checks e-mail and password and opens a server-side session. Every failure looks and costs the same. Whoever comes from a
 * device that signed in before has tries of their own: strangers cannot use them up.
 * @returns the session id for the browser's token, the device's mark, and where to go
 * @throws Refusal `wrong_credentials` or `too_many` (with `seconds` to wait)
 */
export async function signIn({ email, password, address, userAgent, device }: SignIn) {
  const now = clock()
  const account = email.normalize('NFKC').trim().toLowerCase()
  if (account.length > longestEmail || malformedField({ account, password })) throw new Refusal('wrong_credentials')
  const who = isDeviceOf(account, device) ? `device:${device}` : `account:${account}`
  const tried = await tryOnce(who, `network:${networkOf(address)}`, now)

  const found = await personWith(account, password)
  if (found === 'busy') {
    await tried.forget()
    throw new Refusal('too_many', { seconds: 5 })
  }
  if (found === undefined) throw new Refusal('wrong_credentials')
  await Promise.all([tried.forget(), clearFailures(who)])
  const { userId, place } = found
  const isClient = place.roles.some((role) => role === 'CLIENT' || role === 'DELEGATE')
  const sid = randomBytes(32).toString('base64url')
  const limits = sessionLimits[isClient ? 'client' : 'staff']
  await openSession({ sidHash: hashSid(sid), userId, organisationId: place.org_id, now, userAgent, ...limits })
  return { sid, userId, home: isClient ? '/portal' : '/today', hours: limits.hours, device: deviceOf(account) }
}

const longestEmail = 254

async function personWith(email: string, password: string) {
  const account = await accountByEmail(email)
  const fits = await passwordFits(account?.password_hash, password.slice(0, 128))
  if (fits === undefined) return 'busy'
  const [place] = account !== undefined && fits && !account.disabled ? await membershipsOf(account.id) : []
  return account === undefined || place === undefined ? undefined : { userId: account.id, place }
}

/** Counts a try against the person and the network before it is made. @throws Refusal `too_many`, and then it did not count */
async function tryOnce(who: string, where: string, now: Date) {
  const ids = { who: randomUUID(), where: randomUUID() }
  const forget = async () => void (await Promise.all([giveBackTry(ids.who), giveBackTry(ids.where)]))
  const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000)
  const [account, network] = [
    await takeTry(ids.who, who, { now, since: ago(1440) }),
    await takeTry(ids.where, where, { now, since: ago(networkLimit.minutes) }),
  ]
  // Of several at once one may have begun before the try that was counted before it.
  const since = account.last === null ? Number.POSITIVE_INFINITY : Math.max(0, now.getTime() - account.last.getTime()) / 1000
  const wait = Math.ceil(waitAfterFailures(account.failures) - since)
  const seconds = network.failures >= networkLimit.failures ? networkLimit.minutes * 60 : wait
  if (seconds <= 0) return { forget }
  await forget()
  throw new Refusal('too_many', { seconds })
}
