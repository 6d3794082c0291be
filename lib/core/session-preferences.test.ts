import { describe, expect, test, vi } from 'vitest'

vi.mock('next/headers', () => ({ cookies: vi.fn() }))
vi.stubEnv('NEXTAUTH_URL', 'http://localhost:3000')
vi.stubEnv('NEXTAUTH_SECRET', 'x'.repeat(40))
const { ownPath } = await import('./session-preferences')

describe('where a form returns to', () => {
  test.each(['/board?whose=creditor&q=%E6%9D%8E', '/portal', '/cases/1?tab=money'])('%s is ours', (path) => {
    expect(ownPath(path)).toBe(path)
  })

  test.each([
    ...['//evil.example', '/\\evil.example', '/\t/evil.example', '/\n/evil.example', '\\/evil.example', 'https://evil.example/'],
    ...['/..//evil.example', '/./\\evil.example', 'javascript:alert(1)', '', 7, null, undefined],
  ])('%j leads to the front door, as browsers read it', (path) => {
    expect(new URL(ownPath(path), 'http://localhost:3000').origin).toBe('http://localhost:3000')
    expect(ownPath(path)).not.toContain('evil')
  })
})
