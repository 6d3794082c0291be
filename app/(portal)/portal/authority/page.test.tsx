import { createTranslator } from 'next-intl'
import { prerender } from 'react-dom/static'
import { expect, test, vi } from 'vitest'
import { messages } from '@/lib/i18n/catalogue'
import SignAuthorityPage from './page'

const here = vi.hoisted(() => ({ locale: 'zh-CN' as 'zh-CN' | 'en', feePolicy: '' }))
vi.mock('next-intl/server', () => ({
  getLocale: async () => here.locale,
  getTranslations: async (namespace: 'consents') =>
    createTranslator({ locale: here.locale, messages: messages[here.locale], namespace }),
}))
vi.mock('../../client-here', () => ({ clientHere: async () => ({ id: 'li' }) }))
vi.mock('../actions', () => ({ signAuthorityAction: '/sign' }))
vi.mock('../read-and-sign', () => ({ ReadAndSign: () => null }))
vi.mock('@/lib/portal/frame.queries', () => ({ frame: async () => ({ stoppedSince: null }) }))
vi.mock('@/lib/portal/consents.queries', () => ({
  myConsents: async () => ({ textToSign: '授权委托书', textToRead: 'Letter of authority', feePolicy: here.feePolicy }),
}))

const shown = async () =>
  new Response((await prerender(await SignAuthorityPage({ searchParams: Promise.resolve({}) }))).prelude).text()

test.each([
  ['zh-CN', '费用：免费'],
  ['en', 'Fee: free of charge'],
] as const)('an office that wrote nothing of fees is free, and the client reads so before signing (%s)', async (locale, free) => {
  Object.assign(here, { locale, feePolicy: '' })
  const page = await shown()
  expect(page).toContain(free)
  expect(page.indexOf(free)).toBeLessThan(page.indexOf('/sign'))
})

test('what an office charges is told in its own words, and never as free', async () => {
  Object.assign(here, { locale: 'zh-CN', feePolicy: '每件 200 元' })
  const page = await shown()
  expect(page).toContain('费用：每件 200 元')
  expect(page).not.toContain(messages['zh-CN'].consents.authority.free)
})
