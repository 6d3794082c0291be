import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { ReliefLine } from '@/db/schema/proposals'
import { locales } from '@/db/vocabulary'
import { messages } from '@/lib/i18n/catalogue'
import type { DebtSheet } from '@/lib/proposals/debt-sheet'
import { workOut } from '@/lib/proposals/work-out'
import { AllNotes } from './all-notes'

const note = (debtId: string, principal: string): DebtSheet => ({
  ...{ debtId, version: 1, contractTail: debtId, lender: '', owed: principal, dailyPercent: '0.04' },
  ...{ method: 'EQUAL_INSTALMENT', remainingPeriods: 3, nextDueOn: '2026-12-05', endsOn: '2027-02-05' },
  buckets: {
    ...{ principal, overduePrincipal: '0.00', interest: '0.00', overdueInterest: '0.00' },
    ...{ penaltyPrincipal: '0.00', penaltyInterest: '0.00', fees: '0.00' },
  },
})

/** What is said of two notes of 12,000 and 6,000 of which these are asked, in both languages. */
function said(...asked: ReliefLine[]) {
  const lines = asked.map((relief, at) => ({ debtId: `${at}`, reliefs: [relief], treatment: 'FIRST_INSTALMENT' as const }))
  const worked = workOut([note('0', '12000.00'), note('1', '6000.00')], lines, { surplus: null, from: '2026-11-23' })
  return locales.map((locale) =>
    renderToStaticMarkup(
      <NextIntlClientProvider locale={locale} timeZone="Asia/Shanghai" messages={messages[locale]}>
        <AllNotes worked={worked} />
      </NextIntlClientProvider>,
    ),
  )
}
const lump = (amount: string, on: string): ReliefLine => ({ type: 'LUMP_SUM', amount, on })
const longer: ReliefLine = { type: 'TERM_EXTENSION', toPeriods: 6 }

test('lump sums of several loan notes are payments, not an amount a month', () => {
  expect(said(lump('12000.00', '2026-12-10'), lump('6000.00', '2026-12-10'))).toEqual([
    '全部借据合计：2026年12月10日 一次付清 ¥18,000.00。',
    'All loan notes: ¥18,000.00 paid at once, on 10 Dec 2026.',
  ])
  expect(said(lump('12000.00', '2026-12-10'), lump('6000.00', '2026-12-20'))).toEqual([
    '全部借据合计：分 2 次付清 ¥18,000.00，2026年12月20日 还清。',
    'All loan notes: ¥18,000.00 in 2 payments, paid off on 20 Dec 2026.',
  ])
})

test('beside a lump sum the month takes what the other loan notes ask for', () => {
  expect(said(lump('12000.00', '2026-12-10'), longer)).toEqual([
    '全部借据合计：一次付清 ¥12,000.00，其余月供 ¥1,042.42，总还款 ¥18,254.49，2027年5月5日 还清。',
    'All loan notes: ¥12,000.00 paid at once, the others ¥1,042.42 a month, ¥18,254.49 in total, paid off on 5 May 2027.',
  ])
  expect(said(longer, longer)[1]).toContain('¥3,127.25 a month, ')
})
