import { randomBytes, randomUUID } from 'node:crypto'
import { clearFailures, failuresSince, giveBackTry, openSession, recordFailure, takeTry } from '@/lib/core/accounts.queries'
import { deviceByToken, invitationByLink, officeOf } from '@/lib/core/accounts-of-clients.queries'
import { execute } from '@/lib/core/command'
import { Refusal } from '@/lib/core/refusal'
import { networkLimit, networkOf, sessionLimits } from '@/lib/core/session-rules'
import { hashSid } from '@/lib/core/session-sign-in'
import { installationKey } from '@/lib/platform/env'
import { sha256 } from '@/lib/platform/hash'
import { askNewLink, enterPortal } from './enter.commands'
import { forgetPortalDevice } from './forget.commands'
import { stateOf } from './link.queries'
import { codeHashOf, plainCode, secretOf } from './secrets'
import { waitAfterWrongCodes, wrongCode } from './tries'

export type Visitor = { address: string; userAgent: string; now: Date }
/**
 * Lets in whoever holds the link and was told its code.
 * @returns the session's id and hours, and the token by which the device is known for thirty days
 * @throws Refusal `not_found` · `rule` {why: 'link_over'} · `wrong_credentials` · `too_many` {seconds}
 */
export async function enterWithCode({ token, code }: { token: string; code: string }, visitor: Visitor) {
  const invitation = await invitationByLink(sha256(token))
  if (invitation === undefined) throw new Refusal('not_found')
  if (stateOf(invitation, visitor.now) !== 'open') throw new Refusal('rule', { why: 'link_over' })
  const keys = { who: `invitation:${invitation.id}`, where: `network:${networkOf(visitor.address)}` }
  const { failures } = await takeTryOrWait(keys, visitor.now)
  if (codeHashOf(invitation.id, plainCode(code), installationKey()) !== invitation.code_hash) {
    await recordFailure(randomUUID(), keys.where, visitor.now)
    throw wrongCode(failures + 1, new Refusal('wrong_credentials'))
  }
  await clearFailures(keys.who)
  const { userId, deviceId } = await execute(
    enterPortal,
    officeOf(invitation),
    { invitationId: invitation.id, userAgent: visitor.userAgent.slice(0, 400) },
    { now: visitor.now },
  )
  const session = await sessionFor({ userId, organisationId: invitation.org_id }, visitor)
  return { ...session, deviceToken: secretOf('device', deviceId, installationKey()) }
}

/** Lets in whoever holds a device that is remembered. @throws Refusal `wrong_credentials` where it is not */
export async function enterWithDevice(deviceToken: string, visitor: Visitor) {
  const device = await deviceByToken(sha256(deviceToken), visitor.now)
  if (device === undefined) throw new Refusal('wrong_credentials')
  return sessionFor({ userId: device.user_id, organisationId: device.org_id }, visitor)
}

/** Forgets a remembered device for good: what was kept of its token opens nothing any more. */
export async function forgetDevice(deviceToken: string, now: Date) {
  const tokenHash = sha256(deviceToken)
  const device = await deviceByToken(tokenHash, now)
  if (device !== undefined) await execute(forgetPortalDevice, officeOf(device), { tokenHash }, { now })
}

/** Asks the office for a new link, once a day. Says nothing about the old one, nor whether it was asked before. */
export async function askForNewLink(token: string, now: Date) {
  const invitation = await invitationByLink(sha256(token))
  if (invitation === undefined || stateOf(invitation, now) === 'open') return
  await execute(askNewLink, officeOf(invitation), { invitationId: invitation.id }, { now }).catch(asIfFirst)
}

const asIfFirst = (error: unknown) => {
  if (!(error instanceof Refusal)) throw error
}

/** Reserves the try before the code is looked at, so that of many at once no more are looked at than one after the other. */
async function takeTryOrWait({ who, where }: { who: string; where: string }, now: Date) {
  const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000)
  const id = randomUUID()
  const network = await failuresSince(where, ago(networkLimit.minutes))
  const codes = await takeTry(id, who, { now, since: ago(1440) })
  const since = codes.last === null ? Number.POSITIVE_INFINITY : (now.getTime() - codes.last.getTime()) / 1000
  const seconds = Math.ceil(waitAfterWrongCodes(codes.failures) - since)
  const networkSeconds = network.failures >= networkLimit.failures ? networkLimit.minutes * 60 : 0
  if (seconds <= 0 && networkSeconds === 0) return codes
  await giveBackTry(id)
  throw new Refusal('too_many', { seconds: seconds > 0 ? seconds : networkSeconds })
}

async function sessionFor(place: { userId: string; organisationId: string }, { now, userAgent }: Visitor) {
  const sid = randomBytes(32).toString('base64url')
  await openSession({ ...place, sidHash: hashSid(sid), now, userAgent, ...sessionLimits.client })
  return { sid, hours: sessionLimits.client.hours }
}
