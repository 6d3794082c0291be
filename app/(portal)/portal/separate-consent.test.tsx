import { createTranslator } from 'next-intl'
import { prerender } from 'react-dom/static'
import { expect, test, vi } from 'vitest'
import { messages } from '@/lib/i18n/catalogue'
import { AgreeAgain, SeparateConsent } from './separate-consent'

vi.mock('next-intl/server', () => ({
  getTranslations: async (namespace: 'consents') => createTranslator({ locale: 'zh-CN', messages: messages['zh-CN'], namespace }),
}))
vi.mock('../client-here', () => ({ clientHere: async () => ({ timeZone: 'Asia/Shanghai' }) }))

const shown = async (part: React.ReactNode) => new Response((await prerender(part)).prelude).text()
const { SENSITIVE } = messages['zh-CN'].consents.purpose

test('beside the tick stands what one agrees to, in the words of its own screen, with the way to the whole', async () => {
  const page = await shown(<SeparateConsent tick="我同意" error="consent" />)
  for (const part of [SENSITIVE.what, SENSITIVE.why, SENSITIVE.who, SENSITIVE.withdraw]) expect(page).toContain(part)
  expect(page).toContain('href="/portal/consents/SENSITIVE"')
  expect(page).toMatch(/<input type="checkbox"[^>]*aria-describedby="consent-fault" name="consent"/)
})

test('who took it back finds no tick, but the way to read and decide again', async () => {
  const page = await shown(<AgreeAgain />)
  expect(page).not.toContain('<input')
  expect(page).toContain('href="/portal/consents/SENSITIVE"')
  expect(page).toContain('撤回了“使用敏感信息”的同意')
})
