import { readdirSync } from 'node:fs'
import { beforeEach, describe, expect, test, vi } from 'vitest'

const here = new Map<string, string>()
const jar = new Set<string>()
vi.mock('next/headers', () => ({
  cookies: async () => ({ get: () => undefined, has: (name: string) => jar.has(name) }),
  headers: async () => ({ get: (name: string) => here.get(name) ?? null }),
}))
vi.mock('next/navigation', () => ({
  redirect: (to: string) => {
    throw new Error(to)
  },
}))
vi.stubEnv('NEXTAUTH_URL', 'http://localhost:3000')
vi.stubEnv('NEXTAUTH_SECRET', 'x'.repeat(40))
const { pageBack, wayIn } = await import('./way-in')
const { requireClient, requireStaff, wasSignedInHere } = await import('./session')

beforeEach(() => here.clear())

describe('the page somebody comes back to', () => {
  test.each([
    '/cases/1/proposals/2?step=words',
    '/board?whose=creditor&q=%E6%9D%8E',
    '/portal/messages/1',
    '/settings/templates',
    '/invitations-sent',
  ])('%s is a page of ours', (page) => {
    expect(pageBack(page)).toBe(page)
    expect(new URL(wayIn('/sign-in', page), 'https://parley.example').searchParams.get('back')).toBe(page)
  })

  test.each([
    ...[
      '//evil.example',
      '/\\evil.example',
      '/\t/evil.example',
      'https://evil.example/',
      '/..//evil.example',
      'javascript:alert(1)',
    ],
    ...['', 7, null, undefined, ['/board', '/cases']],
  ])('%j leads to one’s own first page', (text) => {
    expect([pageBack(text), wayIn('/sign-in', text)]).toEqual(['/', '/sign-in'])
  })

  test.each(['/sign-in', '/sign-in?back=%2Fboard', '/sign-out', '/leave', '/enter?back=%2F', '/setup/done', '/api/files/1', '/'])(
    '%s is no page to come back to',
    (path) => {
      expect(pageBack(path)).toBe('/')
    },
  )

  test.each([
    ['/reports/outcomes/export?year=2026', '/reports/outcomes'],
    ['/portal/messages/1/files/2', '/portal/messages/1'],
    ['/portal/messages/1/send', '/portal/messages/1'],
    ['/portal/receipts/1/paper', '/portal/receipts/1'],
  ])('%s is a file or a form: back to the page it was on', (path, page) => {
    expect(pageBack(path)).toBe(page)
  })
})

test('no address that hands out a file or takes a form is come back to', () => {
  const files = readdirSync(new URL('../../app', import.meta.url), { recursive: true, encoding: 'utf8' })
  const routes = files.filter((file) => file.endsWith('/route.ts') && !/^api\/|\[\.\.\./.test(file))
  const paths = routes.map((file) => `/${file}`.replace(/\/route\.ts$|\/\([a-z]+\)/g, '').replace(/\[\w+\]/g, '1'))
  // A notice leads on to what it tells of, a calendar is read without a session; what is nowhere says so.
  const others = paths.filter((path) => !['/inbox/1', '/calendar/1'].includes(path))
  expect(others.length).toBeGreaterThan(15)
  expect(others.filter((path) => pageBack(path) === path)).toEqual([])
})

describe('a page asked for after the session ended', () => {
  test('leads to the way in, which knows the page', async () => {
    here.set('x-path', '/cases/1').set('x-search', '?tab=money')
    await expect(requireStaff()).rejects.toThrow(/^\/sign-in\?back=%2Fcases%2F1%3Ftab%3Dmoney$/)
    here.set('x-path', '/portal/budget').set('x-search', '')
    await expect(requireClient()).rejects.toThrow(/^\/enter\?back=%2Fportal%2Fbudget$/)
  })

  test('is said to have ended to who had one on this device, not to who comes for the first time', async () => {
    expect(await wasSignedInHere()).toBe(false)
    for (const cookie of ['parley.session', 'parley.device']) {
      jar.add(cookie)
      expect(await wasSignedInHere()).toBe(true)
      jar.clear()
    }
  })

  test('where nobody knows which, to the way in alone', async () => {
    await expect(requireStaff()).rejects.toThrow(/^\/sign-in$/)
  })
})
