import { createTranslator } from 'next-intl'
import { prerender } from 'react-dom/static'
import { expect, test, vi } from 'vitest'
import { messages } from '@/lib/i18n/catalogue'
import FamilyPage from './page'

const held = vi.hoisted((): { stoppedSince: string | null } => ({ stoppedSince: null }))
vi.mock('next-intl/server', () => ({
  getLocale: async () => 'zh-CN',
  getTranslations: async (namespace: 'portal') => createTranslator({ locale: 'zh-CN', messages: messages['zh-CN'], namespace }),
}))
vi.mock('../../client-here', () => ({ clientHere: async () => ({ timeZone: 'Asia/Shanghai' }) }))
vi.mock('../../typed', () => ({ typedIn: async () => ({}) }))
vi.mock('../../whose', () => ({ Whose: () => null }))
vi.mock('../actions', () => ({ addDelegateAction: async () => undefined, revokeDelegateAction: async () => undefined }))
vi.mock('../read-and-sign', () => ({ ReadAndSign: () => null }))
vi.mock('../stopped', () => ({ Stopped: () => '停下来了' }))
vi.mock('@/lib/portal/frame.queries', () => ({ frame: async () => held }))
vi.mock('@/lib/portal/delegates.queries', () => ({
  myDelegates: async () => ({
    delegates: [{ id: 'd', name: '李姐', relation: '姐姐', verbs: ['READ'], expiresAt: '2027-01-01T00:00:00Z', isInForce: true }],
  }),
}))

const said = async () => new Response((await prerender(await FamilyPage({ searchParams: Promise.resolve({}) }))).prelude).text()
const { submit, revoke } = messages['zh-CN'].delegates

test('while the work stands still nobody new is let help, and whoever helps can still be told to stop', async () => {
  expect(await said()).toContain(submit)
  held.stoppedSince = '2026-11-23T02:00:00Z'
  const page = await said()
  expect(page).not.toContain(submit)
  for (const part of [revoke, '停下来了']) expect(page).toContain(part)
})
