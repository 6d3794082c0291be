import { beforeEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { command } from '@/lib/core/command'
import { Refusal } from '@/lib/core/refusal'
import { clientPost } from './client-form'

const here = vi.hoisted((): { actor: object | undefined; refusals: Error[] } => ({ actor: undefined, refusals: [] }))
vi.mock('@/lib/core/command', async (original) => ({
  ...(await original<typeof import('@/lib/core/command')>()),
  execute: async () => {
    const refusal = here.refusals.shift()
    if (refusal !== undefined) throw refusal
  },
}))
vi.mock('@/lib/core/session', () => ({ currentActor: async () => here.actor, wayInHere: async (door: string) => door }))
vi.mock('./client-here', () => ({ clientHere: async () => undefined }))
const keepEnded = vi.hoisted(() => vi.fn(async () => undefined))
vi.mock('./typed', () => ({ keepTyped: async () => undefined, forgetTyped: async () => undefined, keepEnded }))
vi.mock('./reader-here', async (original) => ({
  ...(await original<typeof import('./reader-here')>()),
  readerHere: async () => ({ locale: 'zh-CN', isLarge: false, theme: undefined }),
}))

const writing = command({ name: 'portal.writeMessage', input: z.object({}), run: async () => undefined })
const send = clientPost(writing, { done: () => '/?done=sent', form: () => '/', isWorthAlone: true, givesBack: true })
const address = 'https://parley.example/portal/messages/1/send'

beforeEach(() => Object.assign(here, { actor: undefined, refusals: [] }))

test('of a message as long as its field takes, line breaks and all, nothing is lost with the session', async () => {
  const typed = `${'工资晚发了。\n'.repeat(285)}谢谢`
  expect(typed.length).toBeLessThanOrEqual(2000)
  const data = new FormData()
  // As every browser sends what was typed.
  data.append('body', typed.replaceAll('\n', '\r\n'))
  const answer = await send(new Request(address, { method: 'POST', body: data }), { params: Promise.resolve({ caseId: '1' }) })
  expect((await answer.text()).replaceAll('\r\n', '\n')).toContain(`\n${typed}</textarea>`)
})

const inBody = (fault: 'required' | 'too_long') => new Refusal('invalid', { fields: { body: [fault] } })
const ofFile = new Refusal('too_large', { problem: 'too_large' })

/** Sends a message that is refused so, one answer after the other. */
const typedIn = async (body: string, ...refusals: Refusal[]) => {
  Object.assign(here, { actor: { kind: 'client' }, refusals })
  const data = new FormData()
  data.append('body', body)
  return send(new Request(address, { method: 'POST', body: data }), { params: Promise.resolve({ caseId: '1' }) })
}

test('a message that is too long is told as that, and comes back whole', async () => {
  const words = '工'.repeat(2001)
  const answer = await typedIn(words, inBody('too_long'))
  expect(answer.status).toBe(200)
  const page = await answer.text()
  expect(page).toContain('一次最多写 2,000 个字')
  expect(page).toContain(words)
})

test('a message that is too long comes back whole also where its file is not taken either', async () => {
  const words = '工'.repeat(2001)
  const page = await (await typedIn(words, ofFile, inBody('too_long'))).text()
  expect(page).toContain('一次最多写 2,000 个字')
  expect(page).toContain(words)
})

test('what is written is sent without a file that is not taken, and nothing written leaves the file to be mended', async () => {
  expect((await typedIn('谢谢', ofFile)).headers.get('location')).toBe('/?done=sent&error=too_large#fault')
  expect((await typedIn('', ofFile, inBody('required'))).headers.get('location')).toBe('/?error=too_large#fault')
})

test('thanks, and what is wrong with a form, are led to by the address, without any script', async () => {
  expect((await typedIn('谢谢')).headers.get('location')).toBe('/?done=sent#done')
  const answer = await typedIn('', inBody('required'))
  expect(answer.headers.get('location')).toBe('/?error=body#fault')
})

test('what was typed into a form while the session ended waits for who comes back in', async () => {
  const data = new FormData()
  for (const [name, value] of Object.entries({ whose: 'li', amount: '43.30' })) data.append(name, value)
  data.append('file', new File(['photo'], '回单.jpg'))
  const pay = clientPost(writing, { done: () => '/', form: ({ agreementId }) => `/portal/plans/${agreementId}` })
  const answer = await pay(new Request(address, { method: 'POST', body: data }), {
    params: Promise.resolve({ agreementId: '1' }),
  })
  expect(answer.headers.get('location')).toBe('/enter')
  const values = { whose: 'li', amount: '43.30', agreementId: '1' }
  expect(keepEnded).toHaveBeenCalledExactlyOnceWith({ form: '/portal/plans/1', values })
})
