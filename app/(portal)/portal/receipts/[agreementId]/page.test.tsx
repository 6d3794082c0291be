import { createTranslator } from 'next-intl'
import { prerender } from 'react-dom/static'
import { expect, test, vi } from 'vitest'
import { messages } from '@/lib/i18n/catalogue'
import ReceiptPage from './page'

type Held = { stoppedSince: string | null }
const held = vi.hoisted((): Held => ({ stoppedSince: null }))
vi.mock('next-intl/server', () => ({
  getLocale: async () => 'zh-CN',
  getTranslations: async (namespace: 'portal') => createTranslator({ locale: 'zh-CN', messages: messages['zh-CN'], namespace }),
}))
vi.mock('@/app/(portal)/client-here', () => ({ clientHere: async () => ({ timeZone: 'Asia/Shanghai' }) }))
vi.mock('@/lib/core/permissions', () => ({ mayDo: () => true }))
vi.mock('../../actions', () => ({ signReceiptAction: '/sign' }))
vi.mock('../../read-and-sign', () => ({ ReadAndSign: () => null }))
vi.mock('../../schedule', () => ({ Schedule: () => null }))
vi.mock('../../settles', () => ({ Settles: () => null }))
vi.mock('@/lib/portal/frame.queries', () => ({ frame: async () => held }))
vi.mock('@/lib/portal/plan.queries', () => ({
  plan: async () => ({ id: 'a', version: 1, signedOn: null, openedOn: null, receipt: null, schedule: [], settles: {} }),
}))

const said = async () => {
  const page = await ReceiptPage({ params: Promise.resolve({ agreementId: 'a' }), searchParams: Promise.resolve({}) })
  return new Response((await prerender(page)).prelude).text()
}

test('while the work stands still the plan can be read, and is not to be signed', async () => {
  expect(await said()).toContain('action="/sign"')
  held.stoppedSince = '2026-11-23T02:00:00Z'
  const page = await said()
  expect(page).not.toContain('action="/sign"')
  for (const part of ['/portal/receipts/a/paper', '您撤回了同意']) expect(page).toContain(part)
})
