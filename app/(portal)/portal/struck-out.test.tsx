import { createTranslator } from 'next-intl'
import { prerender } from 'react-dom/static'
import { expect, test, vi } from 'vitest'
import { messages } from '@/lib/i18n/catalogue'
import { StruckOut } from './struck-out'

vi.mock('next-intl/server', () => ({
  getLocale: async () => 'en',
  getTranslations: async (namespace: 'portal') => createTranslator({ locale: 'en', messages: messages.en, namespace }),
}))

test('what is printed of a payment that does not count has no way on it', async () => {
  const payment = { id: 'a', paidOn: '2026-11-23', amount: '500.00', reason: 'RETURNED' as const, struckOn: '2026-11-23' }
  const page = await prerender(<StruckOut struckOut={[payment]} today="2026-11-23" mayWrite />)
  const html = await new Response(page.prelude).text()
  expect(html).toContain('¥500.00')
  expect(html.replace(/<p class="[^"]*noprint">.*?<\/p>/g, '')).not.toContain('<a ')
})
