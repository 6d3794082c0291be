import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { now as clock } from '@/lib/platform/clock'
import { accountByEmail, clearFailures, failuresSince, membershipsOf, openSession, recordFailure } from './accounts.queries'
import { passwordFits } from './passwords'
import { Refusal } from './refusal'
import { networkLimit, networkOf, sessionLimits, waitAfterFailures } from './session-rules'

export type SignIn = { email: string; password: string; address: string; userAgent: string }

export const hashSid = (sid: string) => createHash('sha256').update(sid).digest('hex')

/**
 * Checks e-mail and password and opens a server-side session. Every failure looks and costs the same.
 * @returns the session id for the browser's token, and where to go
 * @throws Refusal `wrong_credentials` or `too_many` (with `seconds` to wait)
 */
export async function signIn({ email, password, address, userAgent }: SignIn) {
  const now = clock()
  const who = `account:${email.normalize('NFKC').trim().toLowerCase()}`
  const where = `network:${networkOf(address)}`
  await refuseWhileThrottled(who, where, now)

  const account = await accountByEmail(who.slice('account:'.length))
  const fits = await passwordFits(account?.password_hash, password.slice(0, 128))
  if (fits === undefined) throw new Refusal('too_many', { seconds: 5 })
  const memberships = account !== undefined && fits && !account.disabled ? await membershipsOf(account.id) : []
  const [place] = memberships
  if (account === undefined || place === undefined) {
    await Promise.all([recordFailure(randomUUID(), who, now), recordFailure(randomUUID(), where, now)])
    throw new Refusal('wrong_credentials')
  }
  await clearFailures(who)
  const isClient = place.roles.some((role) => role === 'CLIENT' || role === 'DELEGATE')
  const sid = randomBytes(32).toString('base64url')
  const limits = sessionLimits[isClient ? 'client' : 'staff']
  await openSession({ sidHash: hashSid(sid), userId: account.id, organisationId: place.org_id, now, userAgent, ...limits })
  return { sid, userId: account.id, home: isClient ? '/portal' : '/today', hours: limits.hours }
}

async function refuseWhileThrottled(who: string, where: string, now: Date) {
  const windowStart = new Date(now.getTime() - networkLimit.minutes * 60_000)
  const dayAgo = new Date(now.getTime() - 86_400_000)
  const [account, network] = await Promise.all([failuresSince(who, dayAgo), failuresSince(where, windowStart)])
  const since = account.last === null ? Number.POSITIVE_INFINITY : (now.getTime() - account.last.getTime()) / 1000
  const seconds = Math.ceil(waitAfterFailures(account.failures) - since)
  if (seconds > 0) throw new Refusal('too_many', { seconds })
  if (network.failures >= networkLimit.failures) throw new Refusal('too_many', { seconds: networkLimit.minutes * 60 })
}
