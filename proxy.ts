import { randomBytes } from 'node:crypto'
import { type NextRequest, NextResponse } from 'next/server'
import { isForeignWrite } from '@/lib/core/own-origin'
import { sessionSettings } from '@/lib/platform/env'

/**
 * Gives every page its Content-Security-Policy with a fresh nonce, and every request an id and its path, and turns away what another
 * site's page made a browser send. It decides nothing about access: that is done where data is read and written.
 */
export function proxy(request: NextRequest) {
  if (request.nextUrl.search.includes('%00')) return new NextResponse(null, { status: 400 }) // no text holds it
  if (isForeignWrite(request, sessionSettings().origin)) return new NextResponse(null, { status: 403 })
  const nonce = randomBytes(16).toString('base64')
  const requestHeaders = new Headers(request.headers)
  requestHeaders.set('x-nonce', nonce)
  requestHeaders.set('x-request-id', crypto.randomUUID())
  requestHeaders.set('x-path', request.nextUrl.pathname)
  requestHeaders.set('x-search', request.nextUrl.search)
  requestHeaders.set('content-security-policy', policy(nonce))
  const response = NextResponse.next({ request: { headers: requestHeaders } })
  if (!isFile(request.nextUrl.pathname)) response.headers.set('content-security-policy', policy(nonce))
  for (const [name, value] of Object.entries(fixedHeaders)) response.headers.set(name, value)
  return response
}

/** Files bring a stricter policy of their own. */
const isFile = (path: string) => /^\/api\/(files|letters|proposals)\/|\/files\/|\/(paper|export)$/.test(path)

// The door of /api/v1 sets its own headers: the way through here would cost it as much again as the call itself.
export const config = { matcher: ['/((?!api/v1/|_next/static|fonts/|favicon.ico|icon.svg|portal.css).*)'] }

const isDevelopment = process.env.NODE_ENV === 'development'

const policy = (nonce: string) =>
  [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')

const fixedHeaders = {
  'cache-control': 'private, no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(self), microphone=(), geolocation=(), browsing-topics=()',
} as const
