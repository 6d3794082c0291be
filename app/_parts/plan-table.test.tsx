import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { messages } from '@/lib/i18n/catalogue'
import { PlanTable } from './plan-table'

const row = { n: 1, due: '2026-12-05', principal: '3617.36', interest: '320.00', fees: '800.00', payment: '4737.36' }
const plan = { rows: [{ ...row, balance: '0.00' }], total: '4737.36', interest: '320.00', last: '2026-12-05' }

test('a plan with fees draws its seven columns together by the room of its own box, not of the window', () => {
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale="zh-CN" timeZone="Asia/Shanghai" messages={messages['zh-CN']}>
      <PlanTable plan={plan} label="计划" />
    </NextIntlClientProvider>,
  )
  expect(html.match(/<th /g)).toHaveLength(7)
  expect(html).toMatch(/^<section[^>]*class="@container /)
  const cells = html.match(/<t[hd] [^>]*class="[^"]*"/g) ?? []
  expect(cells.filter((cell) => !cell.includes('px-1 ') || !cell.includes('@lg:px-3') || cell.includes(' md:'))).toEqual([])
})
