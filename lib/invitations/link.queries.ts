import { deviceByToken, type Invitation, invitationByLink, newLinkAskedAt } from '@/lib/core/accounts-of-clients.queries'
import { sha256 } from '@/lib/platform/hash'

import { mayAskAgain } from './tries'

export type LinkState = 'open' | 'used' | 'expired'

/** What a link is worth, told without using it up: robots that look at links change nothing. `askedAt`: when a new one was asked for. */
export async function lookAtLink(token: string, now: Date) {
  const invitation = await invitationByLink(sha256(token))
  if (invitation === undefined) return undefined
  const { org_name: organisation, org_phone: phone, time_zone: timeZone } = invitation
  const state = stateOf(invitation, now)
  const askedAt = state === 'open' ? null : await newLinkAskedAt(sha256(token))
  return {
    ...{ state, organisation, phone, timeZone },
    ...{ askedAt: askedAt?.toISOString() ?? null, mayAsk: mayAskAgain(askedAt, now) },
  }
}

export function stateOf({ used_at: usedAt, revoked_at: revokedAt, expires_at: expiresAt }: Invitation, now: Date): LinkState {
  if (usedAt !== null) return 'used'
  return revokedAt !== null || expiresAt <= now ? 'expired' : 'open'
}

/** The office a remembered device belongs to; undefined where it is not remembered. */
export async function officeOfDevice(deviceToken: string, now: Date) {
  const device = await deviceByToken(sha256(deviceToken), now)
  return device === undefined ? undefined : { organisation: device.org_name, phone: device.org_phone }
}
