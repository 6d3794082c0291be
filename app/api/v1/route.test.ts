import { afterAll, expect, test, vi } from 'vitest'

vi.stubEnv('NEXTAUTH_URL', 'http://127.0.0.1:3000')
vi.stubEnv('NEXTAUTH_SECRET', 'x'.repeat(64))
afterAll(() => vi.unstubAllEnvs())
const { GET } = await import('./route')

test('the address without a path answers as any that leads nowhere does: with a problem, not with a page', async () => {
  const response = await GET(new Request('http://127.0.0.1:3000/api/v1'))
  expect({ status: response.status, type: response.headers.get('content-type') }).toEqual({
    status: 404,
    type: 'application/problem+json',
  })
  expect(await response.json()).toMatchObject({ code: 'no_such_path' })
})
