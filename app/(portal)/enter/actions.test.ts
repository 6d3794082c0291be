import { expect, test, vi } from 'vitest'
import { forgetAction } from './actions'

const forgotten = vi.hoisted(() => [] as string[])
vi.mock('@/lib/invitations/door.commands', () => ({
  enterWithDevice: async () => undefined,
  forgetDevice: async (token: string) => void forgotten.push(`with us: ${token}`),
}))
vi.mock('@/lib/core/session', () => ({ signOutHere: async () => void forgotten.push('and signed out') }))
vi.mock('@/lib/core/session-client', () => ({
  deviceHere: async () => 'device',
  forgetDeviceHere: async () => void forgotten.push('here'),
  rememberSession: async () => undefined,
  visitorHere: async () => ({ now: new Date() }),
}))
vi.mock('@/lib/core/way-in', () => ({ pageBack: () => '/' }))
vi.mock('next/navigation', () => ({
  redirect: (place: string) => {
    throw new Error(place)
  },
}))

test('a device that is not mine is forgotten with us and then here, and nobody stays signed in on it', async () => {
  await expect(forgetAction()).rejects.toThrow('/enter')
  expect(forgotten).toEqual(['with us: device', 'here', 'and signed out'])
})
