import { Buffer } from 'node:buffer'
import { randomUUID } from 'node:crypto'
import type { APIRequestContext } from '@playwright/test'
import { expect, test } from './fixtures'
import { get } from './given'

type Card = { id: string; no: string; name: string }
type Board = { columns: { cards: Card[] }[] }

const origin = () => new URL(process.env.PARLEY_E2E_URL ?? '').origin

test('every page of a signed-in person is stored nowhere, takes nothing from elsewhere and cannot be framed', async ({ as }) => {
  const { request } = await as('supervisor')
  const nonces = new Set<string>()
  for (const path of ['/today', '/board', '/cases', '/clients', '/analytics', '/reports', '/settings', '/api/v1/board']) {
    const response = await request.get(path, { maxRedirects: 0 })
    const headers = response.headers()
    expect(headers['cache-control'], path).toMatch(/^private,.*no-store/)
    expect(headers['x-nextjs-cache'], path).not.toBe('HIT')
    expect(headers['x-content-type-options'], path).toBe('nosniff')
    expect(headers['x-powered-by'], path).toBeUndefined()
    const policy = headers['content-security-policy'] ?? ''
    expect(policy, path).toContain("frame-ancestors 'none'")
    expect(policy, path).not.toMatch(/https?:|script-src[^;]*'unsafe-inline'|\*/)
    nonces.add(/'nonce-([^']+)'/.exec(policy)?.[1] ?? randomUUID())
  }
  expect(nonces.size).toBe(8)
})

test('the session cookie is out of reach of scripts and of other sites', async ({ as }) => {
  const page = await as('counsellor')
  const session = (await page.context().cookies()).find(({ name }) => name.includes('session'))
  expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
  expect(await (await page.request.get('/api/auth/session')).text()).not.toContain('sid')
})

test('a page elsewhere cannot write with somebody’s session', async ({ as }) => {
  const { request } = await as('counsellor')
  const write = (headers: Record<string, string>) => request.post('/api/v1/preferences', { data: { locale: 'zh-CN' }, headers })
  for (const foreign of ['http://elsewhere.test', 'null', `${origin()}.elsewhere.test`]) {
    const response = await write({ origin: foreign, 'x-forwarded-host': 'elsewhere.test' })
    expect([response.status(), (await response.json()).code]).toEqual([403, 'foreign_origin'])
  }
  expect((await write({})).status()).toBe(403)
  expect((await write({ origin: origin() })).status()).toBe(200)
})

test('another office’s case looks like one that never was, on every page and in the interface', async ({ as }) => {
  const [mine, stranger] = [await as('supervisor'), await as('stranger')]
  const card = (await get<Board>(mine, 'board')).columns.flatMap(({ cards }) => cards)[0]
  if (card === undefined) throw new Error('The board is empty.')
  const ask = async (id: string, path: string) => {
    const response = await stranger.request.get(path.replace('{id}', id), { maxRedirects: 0 })
    const text = await response.text()
    expect(text).not.toContain(card.no)
    return { status: response.status(), text: path.startsWith('/api') ? text : '' }
  }
  const paths = ['', '/history', '/card'].map((tail) => `/api/v1/cases/{id}${tail}`)
  for (const path of [...paths, '/cases/{id}', '/cases/{id}/money', '/cases/{id}/proposals']) {
    expect(await ask(card.id, path), path).toEqual(await ask(randomUUID(), path))
  }
  expect((await ask(card.id, '/api/v1/cases/{id}')).status).toBe(404)
})

test('no spelling of a path and no header of the framework opens a page to nobody', async ({ as, playwright }) => {
  const board = await get<Board>(await as('supervisor'), 'board')
  const secrets = board.columns.flatMap(({ cards }) => cards.map(({ no }) => no))
  expect(secrets.length).toBeGreaterThan(10)
  const nobody: APIRequestContext = await playwright.request.newContext({ baseURL: origin() })
  const spellings = [
    ...[
      '/board',
      '//board',
      '/board/',
      '/Board',
      '/board.rsc',
      '/board.txt',
      '/board.segments/_tree.segment.rsc',
      '/%62oard',
      '/board%00',
      '/board;a=b',
    ],
    ...[
      '/./board',
      '/board/..;/board',
      '/_next/data/x/board.json',
      '/_next/../board',
      '/board?_rsc=1',
      '/api/v1/board',
      '/api/v1//board',
      '/api/v1/%62oard',
    ],
  ]
  const disguises: Record<string, string>[] = [
    {},
    { rsc: '1' },
    { rsc: '1', 'next-router-prefetch': '1' },
    { 'next-resume': '1' },
    { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' },
    { 'x-nonce': 'x', 'x-middleware-next': '1', 'x-invoke-path': '/board', 'x-matched-path': '/board' },
    { authorization: 'Bearer %', 'x-forwarded-user': 'admin' },
    { cookie: 'parley.session=eyJhbGciOiJub25lIn0..x.y.z' },
  ]
  for (const path of spellings) {
    for (const headers of disguises) {
      const response = await nobody.get(`${origin()}${path}`, { headers, maxRedirects: 0, failOnStatusCode: false })
      const text = await response.text()
      expect(
        secrets.filter((secret) => text.includes(secret)),
        `${path} ${JSON.stringify(headers)}`,
      ).toEqual([])
      expect(response.status(), `${path} ${JSON.stringify(headers)}`).toBeLessThan(500)
    }
  }
  await nobody.dispose()
})

test('the programming interface asks strangers for a key and describes itself to anybody', async ({ playwright }) => {
  const nobody = await playwright.request.newContext({ baseURL: origin() })
  expect((await nobody.get('/api/v1/board')).status()).toBe(401)
  expect((await nobody.get('/api/v1/board', { headers: { authorization: `Bearer ${'x'.repeat(43)}` } })).status()).toBe(401)
  expect((await nobody.delete('/api/v1/board')).headers()['allow']).toBe('GET')
  expect((await (await nobody.get('/api/v1/openapi.json')).json()).openapi).toMatch(/^3\.1/)
  await nobody.dispose()
})

test('an address that is not UTF-8 is a mistake of the caller, wherever it leads', async ({ playwright, as }) => {
  const nobody = await playwright.request.newContext({ baseURL: origin() })
  const { request } = await as('supervisor')
  const paths = [
    '/cases/%ff',
    '/clients/%E4%B8',
    '/portal/%c0%af',
    '/api/v1/cases/%ff',
    '/api/files/%ff',
    '/api/auth/%ff',
    '/%ff',
  ]
  for (const path of paths) {
    for (const caller of [nobody, request]) expect((await caller.get(`${origin()}${path}`)).status(), path).toBe(400)
  }
  await nobody.dispose()
})

test('a method that nothing here answers is a mistake of the caller, wherever it leads', async ({ playwright }) => {
  const nobody = await playwright.request.newContext({ baseURL: origin() })
  for (const path of ['/', '/board', '/api/v1/board', '/api/health/live']) {
    expect((await nobody.fetch(path, { method: 'TRACE' })).status(), path).toBe(405)
  }
  await nobody.dispose()
})

test('next-auth shows none of its own pages: each leads to the sign-in of the product', async ({ playwright }) => {
  const nobody = await playwright.request.newContext({ baseURL: origin() })
  for (const path of ['signin', 'signout', 'error', 'verify-request']) {
    const response = await nobody.get(`/api/auth/${path}`, { maxRedirects: 0 })
    expect([path, response.status(), response.headers()['location']]).toEqual([path, 302, expect.stringContaining('/sign-in')])
  }
  await nobody.dispose()
})

test('a body that cannot be read is refused on the way in, and nobody is signed in by it', async ({ playwright }) => {
  const nobody = await playwright.request.newContext({ baseURL: origin() })
  const headers = { 'content-type': 'application/json' }
  for (const path of ['callback/credentials', 'signin/credentials', 'signout', 'session', '_log']) {
    const response = await nobody.post(`/api/auth/${path}`, { headers, data: Buffer.from('{bad'), maxRedirects: 0 })
    expect([path, response.status(), await response.text()]).toEqual([path, 400, ''])
  }
  expect(await (await nobody.get('/api/auth/session')).json()).toEqual({})
  await nobody.dispose()
})
