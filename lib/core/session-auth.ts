import { randomUUID } from 'node:crypto'
import type { NextAuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { now as clock } from '@/lib/platform/clock'
import { sessionSettings } from '@/lib/platform/env'
import { actorOfSession, closeSession } from './accounts.queries'
import { Refusal } from './refusal'
import { reportBug } from './report-bug'
import { hashSid, signIn } from './session-sign-in'

const settings = sessionSettings()
export const isSecure = settings.origin.startsWith('https://')
export const sessionCookie = isSecure ? '__Host-parley.session' : 'parley.session'
const secureCookie = { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure } as const

/**
 * next-auth 4 with credentials keeps its token in a cookie and cannot revoke it. The token therefore carries only the id of a
 * server-side session, which is looked up on every request.
 */
export const authOptions: NextAuthOptions = {
  secret: settings.secret,
  pages: { signIn: '/sign-in', signOut: '/sign-in', error: '/sign-in', verifyRequest: '/sign-in' }, // else it shows its own, in English
  session: { strategy: 'jwt', maxAge: 10 * 3600 },
  cookies: { sessionToken: { name: sessionCookie, options: secureCookie } },
  providers: [
    CredentialsProvider({
      credentials: { email: {}, password: { type: 'password' } },
      async authorize(credentials, request) {
        const headers = new Headers(request.headers as Record<string, string> | undefined)
        try {
          const session = await signIn({
            email: String(credentials?.email ?? ''),
            password: String(credentials?.password ?? ''),
            address: addressOf(headers),
            userAgent: headers.get('user-agent') ?? '',
          })
          return { id: session.userId, sid: session.sid }
        } catch (error) {
          return nobody(error)
        }
      },
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) => (user === undefined ? { sid: token['sid'] } : { sid: (user as { sid?: string }).sid }),
    async session({ session, token }) {
      const actor = typeof token['sid'] === 'string' ? await actorOfSession(hashSid(token['sid']), clock()) : undefined
      return actor === undefined
        ? { expires: session.expires }
        : { ...session, user: { name: actor.name, roles: actor.roles, organisation: actor.organisationName } }
    },
  },
  events: {
    async signOut({ token }) {
      if (typeof token?.['sid'] === 'string') await closeSession(hashSid(token['sid']), clock())
    },
  },
  logger: { error() {}, warn() {}, debug() {} },
}

/** Nobody, or who has to wait: what is thrown goes into the address of the sign-in page, which says it in words. */
function nobody(error: unknown): null {
  if (error instanceof Refusal && error.code === 'too_many') throw new Error(`too_many:${error.details['seconds']}`)
  if (error instanceof Refusal) return null
  reportBug(error, randomUUID())
  throw new Error('unavailable')
}

/** The address a request came from. Only the nearest proxy's word counts, and only where one is configured. */
export const addressOf = (headers: Headers) =>
  settings.isBehindProxy ? (headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? '0.0.0.0') : '127.0.0.1'
