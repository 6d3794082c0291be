import { beforeEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { command } from '@/lib/core/command'
import { Refusal } from '@/lib/core/refusal'
import { clientPost } from './client-form'

const here = vi.hoisted((): { actor: object | undefined; refusal: Error | undefined } => ({
  actor: undefined,
  refusal: undefined,
}))
vi.mock('@/lib/core/command', async (original) => ({
  ...(await original<typeof import('@/lib/core/command')>()),
  execute: async () => {
    if (here.refusal !== undefined) throw here.refusal
  },
}))
vi.mock('@/lib/core/session', () => ({ currentActor: async () => here.actor, wayInHere: async (door: string) => door }))
vi.mock('./client-here', () => ({ clientHere: async () => undefined }))
vi.mock('./typed', () => ({ keepTyped: async () => undefined }))
vi.mock('./plain-page', async (original) => ({
  ...(await original<typeof import('./plain-page')>()),
  readerHere: async () => ({ locale: 'zh-CN', isLarge: false, theme: undefined }),
}))

const writing = command({ name: 'portal.writeMessage', input: z.object({}), run: async () => undefined })
const send = clientPost(writing, { done: () => '/?done=sent', form: () => '/', givesBack: true })
const address = 'https://parley.example/portal/messages/1/send'

beforeEach(() => Object.assign(here, { actor: undefined, refusal: undefined }))

test('of a message as long as its field takes, line breaks and all, nothing is lost with the session', async () => {
  const typed = `${'工资晚发了。\n'.repeat(285)}谢谢`
  expect(typed.length).toBeLessThanOrEqual(2000)
  const data = new FormData()
  // As every browser sends what was typed.
  data.append('body', typed.replaceAll('\n', '\r\n'))
  const answer = await send(new Request(address, { method: 'POST', body: data }), { params: Promise.resolve({ caseId: '1' }) })
  expect((await answer.text()).replaceAll('\r\n', '\n')).toContain(`\n${typed}</textarea>`)
})

const typedIn = async (body: string, fault?: 'required' | 'too_long') => {
  const refusal = fault && new Refusal('invalid', { fields: { body: [fault] } })
  Object.assign(here, { actor: { kind: 'client' }, refusal })
  const data = new FormData()
  data.append('body', body)
  return send(new Request(address, { method: 'POST', body: data }), { params: Promise.resolve({ caseId: '1' }) })
}

test('a message that is too long is told as that, and comes back whole', async () => {
  const words = '工'.repeat(2001)
  const answer = await typedIn(words, 'too_long')
  expect(answer.status).toBe(200)
  const page = await answer.text()
  expect(page).toContain('一次最多写 2,000 个字')
  expect(page).toContain(words)
})

test('thanks, and what is wrong with a form, are led to by the address, without any script', async () => {
  expect((await typedIn('谢谢')).headers.get('location')).toBe('/?done=sent#done')
  const answer = await typedIn('', 'required')
  expect(answer.headers.get('location')).toBe('/?error=body#fault')
})
