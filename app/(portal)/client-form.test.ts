import { expect, test, vi } from 'vitest'
import { z } from 'zod'
import { command } from '@/lib/core/command'
import { clientPost } from './client-form'

vi.mock('@/lib/core/session', () => ({ currentActor: async () => undefined, wayInHere: async (door: string) => door }))
vi.mock('./client-here', () => ({ clientHere: async () => undefined }))
vi.mock('./typed', () => ({ keepTyped: async () => undefined }))
vi.mock('./plain-page', async (original) => ({
  ...(await original<typeof import('./plain-page')>()),
  readerHere: async () => ({ locale: 'zh-CN', isLarge: false, theme: undefined }),
}))

const writing = command({ name: 'portal.writeMessage', input: z.object({}), run: async () => undefined })
const send = clientPost(writing, { done: () => '/', form: () => '/', givesBack: true })
const address = 'https://parley.example/portal/messages/1/send'

test('of a message as long as its field takes, line breaks and all, nothing is lost with the session', async () => {
  const typed = `${'工资晚发了。\n'.repeat(285)}谢谢`
  expect(typed.length).toBeLessThanOrEqual(2000)
  const data = new FormData()
  // As every browser sends what was typed.
  data.append('body', typed.replaceAll('\n', '\r\n'))
  const answer = await send(new Request(address, { method: 'POST', body: data }), { params: Promise.resolve({ caseId: '1' }) })
  expect((await answer.text()).replaceAll('\r\n', '\n')).toContain(`\n${typed}</textarea>`)
})
