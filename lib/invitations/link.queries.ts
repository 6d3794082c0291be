import { deviceByToken, type Invitation, invitationByLink } from '@/lib/core/accounts-of-clients.queries'
import { sha256 } from '@/lib/platform/hash'

export type LinkState = 'open' | 'used' | 'expired'

/** What a link is worth, told without using it up: robots that look at links change nothing. */
export async function lookAtLink(token: string, now: Date) {
  const invitation = await invitationByLink(sha256(token))
  if (invitation === undefined) return undefined
  return { state: stateOf(invitation, now), organisation: invitation.org_name, phone: invitation.org_phone }
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
