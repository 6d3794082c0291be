import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { decode, encode } from 'next-auth/jwt'
import { cache } from 'react'
import { now as clock } from '@/lib/platform/clock'
import { sessionSettings } from '@/lib/platform/env'
import { logDenial, type Side } from './access-log'
import { actorOfApiKey, actorOfSession, closeSession, sessionHolds } from './accounts.queries'
import type { Actor } from './actor'
import { addressOf, isSecure, sessionCookie } from './session-auth'
import { hashSid, signIn } from './session-sign-in'
import { wayIn } from './way-in'

const deviceCookie = 'parley.device'

/** Who is asking, from the session cookie; looked up once per request. */
export const currentActor = cache(async (): Promise<Actor | undefined> => {
  const sid = await sidOf((await cookies()).get(sessionCookie)?.value)
  return sid === undefined ? undefined : actorOfSession(hashSid(sid), clock())
})

/** A member of staff, or off to sign in; clients are sent to their own side. */
export async function requireStaff(): Promise<Actor> {
  const actor = await currentActor()
  if (actor === undefined) redirect(await wayInHere('/sign-in'))
  if (actor.kind !== 'staff') await sendHome(actor, 'page.office')
  return actor
}

/** A client or delegate, or off to their own door, for they have no password; staff are sent to the office. */
export async function requireClient(): Promise<Actor> {
  const actor = await currentActor()
  if (actor === undefined) redirect(await wayInHere('/enter'))
  if (actor.kind !== 'client') await sendHome(actor, 'page.portal')
  return actor
}

async function sendHome(actor: Actor, side: Side): Promise<never> {
  await denialHere(actor, side)
  redirect(side === 'page.office' ? '/portal' : '/today')
}

/** Once for a request, of which the frame and the page both ask. */
const denialHere = cache(async (actor: Actor, side: Side) =>
  logDenial(actor, side, { code: 'forbidden', object: (await headers()).get('x-path') ?? '', now: clock() }),
)

/** A door that leads back to the page asked for, which the proxy tells. */
export async function wayInHere(door: '/sign-in' | '/enter') {
  const sent = await headers()
  return wayIn(door, `${sent.get('x-path') ?? ''}${sent.get('x-search') ?? ''}`)
}

/** Whether somebody signed in on this device before: who comes without a session then had one that ended. */
export async function wasSignedInHere() {
  const jar = await cookies()
  return jar.has(sessionCookie) || jar.has(deviceCookie)
}

/** The actor of an API call: a bearer key, or the session cookie. */
export async function actorOfRequest(request: Request): Promise<{ actor: Actor | undefined; by: 'key' | 'cookie' }> {
  const bearer = request.headers.get('authorization')?.match(/^Bearer (\S{16,200})$/)?.[1]
  if (request.headers.has('authorization')) {
    return { actor: bearer === undefined ? undefined : await actorOfApiKey(hashSid(bearer), clock()), by: 'key' }
  }
  return { actor: await currentActor(), by: 'cookie' }
}

/** Signs in from a form, also without JavaScript, and sets the same cookie that next-auth's own endpoint sets. */
export async function signInHere(email: string, password: string) {
  const sent = await headers()
  const jar = await cookies()
  const { sid, home, hours, device } = await signIn({
    email,
    password,
    address: addressOf(sent),
    userAgent: sent.get('user-agent') ?? '',
    device: jar.get(deviceCookie)?.value,
  })
  const token = await encode({ token: { sid }, secret: sessionSettings().secret, maxAge: hours * 3600 })
  jar.set(sessionCookie, token, { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure, maxAge: hours * 3600 })
  jar.set(deviceCookie, device, { httpOnly: true, sameSite: 'lax', path: '/sign-in', secure: isSecure, maxAge: 180 * 86_400 })
  return home
}

/** A way to ask later, outside the request, whether the session it came with still holds. */
export async function sessionWatch(): Promise<() => Promise<boolean>> {
  const sid = await sidOf((await cookies()).get(sessionCookie)?.value)
  return async () => sid !== undefined && sessionHolds(hashSid(sid), clock())
}

export async function signOutHere() {
  const jar = await cookies()
  const sid = await sidOf(jar.get(sessionCookie)?.value)
  if (sid !== undefined) await closeSession(hashSid(sid), clock())
  jar.delete(sessionCookie)
}

async function sidOf(token: string | undefined) {
  if (token === undefined) return undefined
  const decoded = await decode({ token, secret: sessionSettings().secret }).catch(() => null)
  return typeof decoded?.['sid'] === 'string' ? decoded['sid'] : undefined
}
