import { createTranslator } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { messages } from '@/lib/i18n/catalogue'
import { Surplus } from './surplus'

const page = vi.hoisted(() => ({ locale: 'zh-CN' as 'zh-CN' | 'en' }))
vi.mock('next-intl/server', () => ({
  getLocale: async () => page.locale,
  getTranslations: async () => createTranslator({ locale: page.locale, messages: messages[page.locale], namespace: 'casePage' }),
}))

test.each([
  ['zh-CN', '减去已约定还给其他债权方的 ¥700.00 后，余 ¥1,500.00'],
  ['en', '¥1,500.00 left after the ¥700.00 agreed with other creditors'],
] as const)(
  'what other creditors’ plans leave stands beside the disposable income, where there are any: %s',
  async (locale, left) => {
    page.locale = locale
    const said = async (paidElsewhere: string) => renderToStaticMarkup(await Surplus({ disposable: '2200.00', paidElsewhere }))
    expect(await said('700.00')).toContain(left)
    expect(await said('0.00')).toBe('¥2,200.00')
  },
)
