import { beforeEach, expect, test, vi } from 'vitest'
import { keepEnded, keepTyped, typedIn } from './typed'

const jar = vi.hoisted(() => new Map<string, string>())
const here = vi.hoisted(() => ({ id: 'li' }))
vi.mock('@/lib/core/session', () => ({ currentActor: async () => here }))
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
  here.id = 'li'
  await keepTyped({ form, whose: 'li', values: { name: '李小明', hasRead: 'on', versionId: '1' } })
})

test('a name that was mistyped leaves the tick and the name where they were', async () => {
  expect(await typedIn(form, 'name')).toEqual({ name: '李小明', hasRead: 'on' })
})

test('who agreed to an authority and mistyped the code need not agree again', async () => {
  await keepTyped({ form: '/portal/authority', whose: 'li', values: { name: '李小明', code: '000000', agree: 'on' } })
  expect(await typedIn('/portal/authority', 'code')).toEqual({ name: '李小明', agree: 'on' })
})

test('words as long as their field takes come back whole, and fit into what a browser keeps', async () => {
  const note = '工资晚发了。\n'.repeat(142)
  await keepTyped({ form: '/portal/data', whose: 'li', values: { kind: 'EXPLAIN', note: note.replaceAll('\n', '\r\n') } })
  expect(await typedIn('/portal/data', 'rule')).toEqual({ kind: 'EXPLAIN', note })
  expect([...jar.values()].join('').length).toBeLessThan(4000)
})

test('a safe phrase that is too long comes back to be shortened', async () => {
  const phrase = '春天的桃花开了'.repeat(9)
  await keepTyped({ form: '/portal/safe-phrase', whose: 'li', values: { phrase } })
  expect(await typedIn('/portal/safe-phrase', 'phraseLong')).toEqual({ phrase })
})

test('what changed since it was read has to be ticked anew', async () => {
  expect(await typedIn(form, 'conflict')).toEqual({ name: '李小明' })
})

test('nothing comes back into another form, nor where nothing was refused', async () => {
  expect(await typedIn('/portal/proposals/2', 'name')).toEqual({})
  expect(await typedIn(form, undefined)).toEqual({})
})

test('what was typed while the session ended is there again for who typed it, and for nobody else on the same telephone', async () => {
  const data = '/portal/data'
  await keepEnded({ form: data, values: { whose: 'li', kind: 'EXPLAIN', note: '请解释利息' } })
  expect(await typedIn(data, undefined)).toEqual({ kind: 'EXPLAIN', note: '请解释利息' })
  here.id = 'wang'
  expect(await typedIn(data, undefined)).toEqual({})
  expect(await typedIn(data, 'kind')).toEqual({})
})

test('of a form that nobody was in, nothing is kept; and never what was typed to sign', async () => {
  jar.clear()
  await keepEnded({ form, values: { note: '请解释利息' } })
  expect(jar.size).toBe(0)
  await keepEnded({ form, values: { whose: 'li', name: '李小明', code: '123456', agree: 'on', hasRead: 'on', delegate: '王五' } })
  expect(await typedIn(form, undefined)).toEqual({ delegate: '王五' })
})

test('what was refused for one comes back to no other', async () => {
  here.id = 'wang'
  expect(await typedIn(form, 'name')).toEqual({})
})
