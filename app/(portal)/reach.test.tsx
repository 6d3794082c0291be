import { createTranslator } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { messages } from '@/lib/i18n/catalogue'
import { Reach } from './reach'

vi.mock('next-intl/server', () => ({
  getTranslations: async () => createTranslator({ locale: 'zh-CN', messages: messages['zh-CN'], namespace: 'entry' }),
}))

const said = async (office: Parameters<typeof Reach>[0]['office']) => renderToStaticMarkup(await Reach({ office }))

test('the office is named with its number where it is known', async () => {
  const page = await said({ organisation: '阳光债务咨询', phone: '021-5555' })
  expect(page).toContain('阳光债务咨询 <a href="tel:021-5555">')
})

test('where it is not, or has no number on record, they are told where they find a safe one', async () => {
  for (const office of [undefined, { organisation: '阳光债务咨询', phone: '' }])
    expect(await said(office)).toContain('不要打陌生短信或网上搜来的号码')
})
