import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { locales } from '@/db/vocabulary'
import { messages } from '@/lib/i18n/catalogue'
import type { DebtSheet } from '@/lib/proposals/debt-sheet'
import { surplusOf } from '@/lib/proposals/surplus'
import { workOut } from '@/lib/proposals/work-out'
import { Banner } from './banner'

const note: DebtSheet = {
  ...{ debtId: '1', version: 1, contractTail: '1', lender: '', owed: '24000.00', dailyPercent: '0.04' },
  ...{ method: 'EQUAL_INSTALMENT', remainingPeriods: 6, nextDueOn: '2026-12-05', endsOn: '2027-05-05' },
  buckets: {
    ...{ principal: '24000.00', overduePrincipal: '0.00', interest: '0.00', overdueInterest: '0.00' },
    ...{ penaltyPrincipal: '0.00', penaltyInterest: '0.00', fees: '0.00' },
  },
}
const statement = {
  ...{ id: '1', number: 1, asOf: '2026-11-21', income: '5200.00', fixed: '1900.00', flexible: '900.00', reserve: '200.00' },
  incomeBefore: null,
}

/** What is said of twelve months of about 2,159 a month, beside plans with others that take this much. */
function said(paying: string, disposable = '2200.00') {
  const source = { statement: { ...statement, disposable }, elsewhere: { creditors: 1, owed: '0.00', paying } }
  const lines = [
    { debtId: '1', reliefs: [{ type: 'TERM_EXTENSION' as const, toPeriods: 12 }], treatment: 'FIRST_INSTALMENT' as const },
  ]
  const worked = workOut([note], lines, { surplus: surplusOf(source), from: '2026-11-23' })
  return locales.map((locale) =>
    renderToStaticMarkup(
      <NextIntlClientProvider locale={locale} timeZone="Asia/Shanghai" messages={messages[locale]}>
        <Banner worked={worked} source={source} />
      </NextIntlClientProvider>,
    ).replace(/<[^>]+>/g, ''),
  )
}

test('SP-07 an offer that other creditors’ plans leave no room for is said to be above what they leave', () => {
  const [zh, en] = said('700.00')
  expect(zh).toMatch(/超出付完其他债权方约定还款后每月剩余的可支配余额 ¥659\.\d\d。$/)
  expect(en).toMatch(/¥659\.\d\d above what is left of the disposable income after payments agreed with other creditors\.$/)
})

test('SP-07 with no such plan the limit is the disposable income itself', () => {
  expect(said('0.00')[0]).toContain('在可持续范围内')
  const [zh, en] = said('0.00', '1500.00')
  expect(zh).toMatch(/超出每月可支配余额 ¥659\.\d\d。$/)
  expect(en).toMatch(/above the disposable income\.$/)
})
