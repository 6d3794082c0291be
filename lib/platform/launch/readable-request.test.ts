import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'

const { emit } = http.Server.prototype
const server = http.createServer(({ url }, response) => void response.end(url))

beforeAll(async () => {
  await import('./readable-request.mjs')
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
})

afterAll(() => {
  http.Server.prototype.emit = emit
  server.close()
})

const portOf = (address: AddressInfo | string | null) => (typeof address === 'object' ? address?.port : undefined)
const ask = (path: string, accept: string, method = 'GET') =>
  fetch(`http://127.0.0.1:${portOf(server.address())}${path}`, { method, headers: { accept } })
const page = 'text/html,application/xhtml+xml,*/*;q=0.8'

test.each([
  ['/portal/proposals/%zz', '/portal/missing'],
  ['/cases/%ff', '/portal/missing'],
  ['/invitations/abc%', '/invitations'],
  ['/calendar/%E4%B8', '/calendar'],
])('who opens a page at the broken address %s reads at %s that there is nothing', async (broken, there) => {
  expect(await (await ask(broken, page)).text()).toBe(there)
})

test('a program that asks for a broken address is told that the mistake is its own', async () => {
  const answers = [await ask('/api/v1/cases/%ff', 'application/json'), await ask('/cases/%ff', page, 'POST')]
  for (const answer of answers) {
    expect([answer.status, answer.headers.get('content-type')]).toEqual([400, 'application/problem+json'])
    expect(await answer.json()).toMatchObject({ code: 'bad_address' })
  }
})

test('an address that can be read stays as it is, and what is asked for behind it too', async () => {
  expect(await (await ask('/cases/%E4%B8%AD?q=%ff', page)).text()).toBe('/cases/%E4%B8%AD?q=%ff')
})
