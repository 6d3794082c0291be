import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { messages } from '@/lib/i18n/catalogue'
import { WriteForm } from './write-form'

vi.mock('./actions', () => ({ writeMessageAction: async () => ({}), notifyClientAction: async () => ({}) }))
vi.mock('../draft-actions', () => ({ readDraftAction: async () => null, keepDraftAction: async () => null }))

test('a message that is being written is kept, and the form says when', () => {
  const form = renderToStaticMarkup(
    <NextIntlClientProvider locale="zh-CN" timeZone="Asia/Shanghai" messages={messages['zh-CN']}>
      <WriteForm caseId="c1" papers={[]} />
    </NextIntlClientProvider>,
  )
  expect(form).toMatch(/<p role="status"/)
})
