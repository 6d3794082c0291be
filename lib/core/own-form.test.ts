import { expect, test, vi } from 'vitest'

vi.stubEnv('NEXTAUTH_URL', 'http://127.0.0.1:3000')
vi.stubEnv('NEXTAUTH_SECRET', 'x'.repeat(40))
const { ownForm } = await import('./own-form')

const sent = (headers: Record<string, string>, body: BodyInit = new URLSearchParams({ theme: 'dark' })) =>
  ownForm(
    new Request('http://127.0.0.1:3000/preferences/theme', {
      method: 'POST',
      body,
      headers: { 'content-length': '10', host: 'localhost:3000', ...headers },
    }),
  )
const statusOf = async (answer: ReturnType<typeof sent>) => {
  const told = await answer
  return told instanceof Response ? told.status : told.get('theme')
}

test('a form of our own page is read, by either of our names, also from a browser that does not say', async () => {
  expect(await statusOf(sent({ origin: 'http://127.0.0.1:3000' }))).toBe('dark')
  expect(await statusOf(sent({ origin: 'http://localhost:3000' }))).toBe('dark')
  expect(await statusOf(sent({}))).toBe('dark')
})

test('a form of somebody else’s page is not', async () => {
  for (const origin of ['https://evil.example', 'null', 'https://127.0.0.1:3000', 'http://localhost:3001'])
    expect(await statusOf(sent({ origin }))).toBe(403)
})

test('what is large or no form is refused without reading on', async () => {
  expect(await statusOf(sent({ 'content-length': '60000000' }))).toBe(413)
  expect(await statusOf(sent({ 'content-type': 'application/json' }, '{bad'))).toBe(400)
})
