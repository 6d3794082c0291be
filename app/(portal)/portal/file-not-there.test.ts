import { expect, test, vi } from 'vitest'
import { Refusal } from '@/lib/core/refusal'

vi.mock('next-intl/server', () => ({
  getLocale: async () => 'zh-CN',
  getTranslations: async () => (key: string) => key,
  getRequestConfig: () => undefined,
}))
vi.mock('@/app/(portal)/reader-here', () => ({
  readerHere: async () => ({ locale: 'zh-CN', isLarge: false, theme: undefined, own: null }),
}))
vi.mock('@/lib/core/session', () => {
  const actor = { kind: 'client', organisationId: 'o', timeZone: 'Asia/Shanghai' }
  return { requireClient: async () => actor, actorOfRequest: async () => ({ actor, by: 'cookie' }) }
})
const notTheirs = () => Promise.reject(new Refusal('not_found'))
vi.mock('@/lib/messages/attachment.queries', () => ({ attachment: notTheirs }))
vi.mock('@/lib/portal/consents.queries', () => ({ myAuthority: notTheirs }))
vi.stubEnv('NEXTAUTH_URL', 'https://parley.example')
vi.stubEnv('NEXTAUTH_SECRET', 'x'.repeat(40))

const { GET: authorityPaper } = await import('./authority/[authorisationId]/paper/route')
const { GET: messageFile } = await import('./messages/[caseId]/files/[messageId]/route')

const request = () => new Request('https://parley.example/portal/x', { headers: { accept: 'text/html' } })
const ways = {
  'the paper of an authority': () => authorityPaper(request(), { params: Promise.resolve({ authorisationId: 'theirs' }) }),
  'the file of a message': () => messageFile(request(), { params: Promise.resolve({ caseId: 'theirs', messageId: 'theirs' }) }),
}

test.each(Object.entries(ways))('%s that is another client’s is as little there as one nobody ever wrote', async (_, ask) => {
  const answer = await ask()
  expect([answer.status, answer.headers.get('location')]).toEqual([404, null])
  expect(await answer.text()).toContain('找不到这一项')
})
