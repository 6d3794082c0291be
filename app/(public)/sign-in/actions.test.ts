import { expect, test, vi } from 'vitest'

vi.mock('next/headers', () => ({ cookies: vi.fn(), headers: vi.fn() }))
vi.mock('next/cache', () => ({ refresh: vi.fn() }))
vi.mock('next/navigation', () => ({
  redirect: (to: string) => {
    throw new Error(to)
  },
}))
vi.mock('@/lib/core/session', () => ({ signInHere: async () => '/today', requireStaff: vi.fn() }))
vi.stubEnv('NEXTAUTH_URL', 'http://localhost:3000')
vi.stubEnv('NEXTAUTH_SECRET', 'x'.repeat(40))
const { signInAction } = await import('./actions')

function signIn(back?: string) {
  const form = new FormData()
  form.set('email', 'counsellor@demo.test')
  form.set('password', 'parley-demo-2026')
  if (back !== undefined) form.set('back', back)
  return signInAction({ typed: {}, done: 0 }, form)
}

test('who was sent here from a page comes back to it', async () => {
  await expect(signIn('/cases/1/proposals/2?step=words')).rejects.toThrow(/^\/cases\/1\/proposals\/2\?step=words$/)
})

test.each([
  undefined,
  '',
  '/',
  '/sign-out',
  '//evil.example',
  '/\\evil.example',
  'https://evil.example/today',
  '/portal/plans/1',
])('%j leads to one’s own first page, never to another site or another’s side', async (back) => {
  await expect(signIn(back)).rejects.toThrow(/^\/today$/)
})
