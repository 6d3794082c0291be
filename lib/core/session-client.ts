import { cookies, headers } from 'next/headers'
import { encode } from 'next-auth/jwt'
import { now as clock } from '@/lib/platform/clock'
import { sessionSettings } from '@/lib/platform/env'
import { addressOf, isSecure, sessionCookie } from './session-auth'

const deviceCookie = isSecure ? '__Host-parley.device' : 'parley.device'
const kept = { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure } as const

/** Who stands at the door, as far as a request tells. */
export async function visitorHere() {
  const sent = await headers()
  return { address: addressOf(sent), userAgent: sent.get('user-agent') ?? '', now: clock() }
}

/** Sets the cookie of a session that was opened, the same that signing in sets; and, once, the device's. */
export async function rememberSession({ sid, hours }: { sid: string; hours: number }) {
  const maxAge = hours * 3600
  const token = await encode({ token: { sid }, secret: sessionSettings().secret, maxAge })
  const jar = await cookies()
  jar.set(sessionCookie, token, { ...kept, maxAge })
}

export async function rememberDevice(token: string, days: number) {
  const jar = await cookies()
  jar.set(deviceCookie, token, { ...kept, maxAge: days * 86_400 })
}

/** The token of a device that was remembered, whether or not it still counts. */
export const deviceHere = async () => (await cookies()).get(deviceCookie)?.value

export const forgetDeviceHere = async () => {
  const jar = await cookies()
  jar.delete(deviceCookie)
}
