import { NextRequest } from 'next/server'
import { expect, test } from 'vitest'
import { proxy } from '../proxy'

process.env['NEXTAUTH_URL'] = 'https://parley.example'
process.env['NEXTAUTH_SECRET'] = 'x'.repeat(32)

const pressed = (origin: string, path = '/board') =>
  proxy(
    new NextRequest(`https://parley.example${path}`, {
      method: 'POST',
      headers: { origin, host: 'parley.example', 'x-forwarded-host': new URL(origin).host, 'next-action': '40' },
    }),
  )

test('a button pressed on another site’s page does nothing here, whatever a forwarder is said to have been asked for', () => {
  expect(pressed('https://evil.example').status).toBe(403)
  expect(pressed('https://evil.example', '/leave').status).toBe(403)
  expect(pressed('https://parley.example').status).toBe(200)
})

test('a page knows its own path, so that what is chosen on it leads back to it, whatever the browser says', () => {
  const headers = { host: 'parley.example', 'x-path': '/elsewhere', 'x-search': '?elsewhere' }
  const answer = proxy(new NextRequest('https://parley.example/portal/budget/food?error=amount', { headers }))
  expect(answer.headers.get('x-middleware-request-x-path')).toBe('/portal/budget/food')
  expect(answer.headers.get('x-middleware-request-x-search')).toBe('?error=amount')
})

test('every page is kept nowhere and runs no script but our own', () => {
  const [first, second] = [pressed('https://parley.example'), pressed('https://parley.example')]
  expect(first.headers.get('cache-control')).toBe('private, no-store')
  expect(first.headers.get('content-security-policy')).toMatch(/script-src 'self' 'nonce-[\w+/=]{24}' 'strict-dynamic';/)
  expect(first.headers.get('content-security-policy')).not.toBe(second.headers.get('content-security-policy'))
})

test.each([
  ...['/api/files/1', '/api/letters/1/pdf', '/portal/messages/1/files/2', '/portal/receipts/1/paper', '/portal/data/export'],
  ...['/reports/outcomes/export', '/analytics/export'],
])('%s keeps the stricter policy that a file brings along', (path) => {
  expect(pressed('https://parley.example', path).headers.has('content-security-policy')).toBe(false)
})
