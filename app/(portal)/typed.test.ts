import { beforeEach, expect, test, vi } from 'vitest'
import { keepTyped, typedIn } from './typed'

const jar = vi.hoisted(() => new Map<string, string>())
vi.mock('@/lib/core/session-auth', () => ({ isSecure: false }))
vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) => (jar.has(name) ? { value: jar.get(name) } : undefined),
    set: (name: string, value: string) => jar.set(name, value),
  }),
}))

const form = '/portal/proposals/1'

beforeEach(async () => {
  jar.clear()
  await keepTyped(form, { name: '李小明', hasRead: 'on', versionId: '1' })
})

test('a name that was mistyped leaves the tick and the name where they were', async () => {
  expect(await typedIn(form, 'name')).toEqual({ name: '李小明', hasRead: 'on' })
})

test('who agreed to an authority and mistyped the code need not agree again', async () => {
  await keepTyped('/portal/authority', { name: '李小明', code: '000000', agree: 'on' })
  expect(await typedIn('/portal/authority', 'code')).toEqual({ name: '李小明', agree: 'on' })
})

test('what changed since it was read has to be ticked anew', async () => {
  expect(await typedIn(form, 'conflict')).toEqual({ name: '李小明' })
})

test('nothing comes back into another form, nor where nothing was refused', async () => {
  expect(await typedIn('/portal/proposals/2', 'name')).toEqual({})
  expect(await typedIn(form, undefined)).toEqual({})
})
