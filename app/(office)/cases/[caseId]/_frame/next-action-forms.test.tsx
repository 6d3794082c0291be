import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { messages } from '@/lib/i18n/catalogue'
import { NextActionForm } from './next-action-forms'

vi.mock('../actions', () => ({ setNextActionAction: async () => ({}), holdAction: async () => ({}) }))

const next = { nextAction: 'AWAIT_REPLY', nextActionText: '等张经理回电', whoseMove: 'creditor', dueOn: '2026-12-08' } as const
const kase = { id: 'c1', version: 3, ...next }

test('the form for the next action starts from what the case has, its day and its words as well', () => {
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale="zh-CN" timeZone="Asia/Shanghai" messages={messages['zh-CN']}>
      <NextActionForm kase={kase} />
    </NextIntlClientProvider>,
  )
  expect(html).toMatch(/<input[^>]*type="date"[^>]*value="2026-12-08"/)
  expect(html).toContain('value="等张经理回电"')
})
