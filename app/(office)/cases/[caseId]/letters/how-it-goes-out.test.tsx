import { createTranslator, NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { messages } from '@/lib/i18n/catalogue'
import { HowItGoesOut } from './how-it-goes-out'

vi.mock('next-intl/server', () => ({
  getLocale: async () => 'zh-CN',
  getTranslations: async (namespace: 'caseLetters' | 'words') =>
    createTranslator({ locale: 'zh-CN', messages: messages['zh-CN'], namespace }),
}))

/** The ways that are offered, in the order of the list. */
const offered = async (files: number) =>
  [
    ...renderToStaticMarkup(
      <NextIntlClientProvider locale="zh-CN" timeZone="Asia/Shanghai" messages={messages['zh-CN']}>
        {await HowItGoesOut({ kind: 'HARDSHIP_NOTICE', timeZone: 'Asia/Shanghai', files })}
      </NextIntlClientProvider>,
    ).matchAll(/<option value="(\w*)"/g),
  ].map(([, value]) => value)

test('a letter with papers is offered no telephone and no text message', async () => {
  expect(await offered(1)).toEqual(['APP_CHAT', 'LETTER', 'EMAIL', 'PORTAL', 'VISIT', ''])
  expect(await offered(0)).toEqual(expect.arrayContaining(['PHONE', 'SMS']))
})
