import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { messages } from '@/lib/i18n/catalogue'
import { PlanTable } from './plan-table'

const row = { n: 1, due: '2026-12-05', principal: '3617.36', interest: '320.00', fees: '800.00', payment: '4737.36' }
const plan = { rows: [{ ...row, balance: '0.00' }], total: '4737.36', interest: '320.00', last: '2026-12-05' }

const html = renderToStaticMarkup(
  <NextIntlClientProvider locale="zh-CN" timeZone="Asia/Shanghai" messages={messages['zh-CN']}>
    <PlanTable plan={plan} label="计划" />
  </NextIntlClientProvider>,
)

test('a plan with fees lays itself out by the room of its own box, not of the window', () => {
  expect(html.match(/<th /g)).toHaveLength(7)
  expect(html).toMatch(/^<section[^>]*class="@container /)
  expect(html).not.toMatch(/[" ](sm|md|lg|xl):/)
})

test('what a payment is made of stands below its day where its columns have no room, and never twice on paper', () => {
  expect(html).toMatch(/2026年12月5日|12-05/)
  expect(html).toContain('本金 3,617.36')
  expect(html).toContain('费用 800.00')
  expect(html.match(/@lg:hidden print:hidden/g)).toHaveLength(2)
  expect(html.match(/not-print:@max-lg:hidden/g)).toHaveLength(9)
})
