import { beforeEach, expect, test, vi } from 'vitest'
import { enterAction } from './actions'

const enterWithCode = vi.hoisted(() => vi.fn(async () => ({ deviceToken: 'device' })))
vi.mock('@/lib/invitations/door.commands', () => ({ enterWithCode, askForNewLink: async () => undefined }))
vi.mock('@/lib/core/session-client', () => ({
  rememberDevice: async () => undefined,
  rememberSession: async () => undefined,
  visitorHere: async () => ({}),
}))
vi.mock('next/navigation', () => ({
  redirect: (place: string) => {
    throw new Error(place)
  },
}))

beforeEach(() => void enterWithCode.mockClear())

const enter = (code: string) => {
  const form = new FormData()
  for (const [name, value] of Object.entries({ token: 'link', code })) form.append(name, value)
  return enterAction(form).catch((error: unknown) => (error instanceof Error ? error.message : ''))
}

test.each(['', ' ', '12345', '1234567', 'abcdef', '12345x'])('“%s” is no code, and counts as no wrong try', async (code) => {
  expect(await enter(code)).toBe('/invitations/link?error=digits')
  expect(enterWithCode).not.toHaveBeenCalled()
})

test.each(['123456', '123 456', '123-456', '１２３４５６'])('%s is six digits, and is tried', async (code) => {
  expect(await enter(code)).toBe('/portal')
  expect(enterWithCode).toHaveBeenCalledOnce()
})
