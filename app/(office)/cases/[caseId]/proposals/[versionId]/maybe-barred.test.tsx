import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { type Locale, limitationAnswers } from '@/db/vocabulary'
import { messages } from '@/lib/i18n/catalogue'
import { MaybeBarred } from './maybe-barred'

const said = (answer: string | null, limitationFrom: string | null, locale: Locale = 'zh-CN') =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} timeZone="Asia/Shanghai" messages={messages[locale]}>
      <MaybeBarred source={{ limitationFrom, today: '2026-11-23' }} answer={answer} />
    </NextIntlClientProvider>,
  ).replace(/<[^>]+>/g, '')

test.each(['RUNNING', 'UNKNOWN', null])('a limitation that ends within ninety days is named with its day beside %s', (answer) => {
  expect(said(answer, '2023-12-05')).toContain('从 2023年12月5日 算起的三年诉讼时效将于 2026年12月5日 届满（还有 12 天）')
  expect(said(answer, '2023-12-05', 'en')).toContain('counted from 5 Dec 2023 end on 5 Dec 2026 (in 12 days)')
  expect(said(answer, '2023-11-01')).toContain('已于 2026年11月1日 届满')
  expect(said(answer, '2024-06-05')).toBe('')
})

test('an answer that it is not near is doubted earlier; one that it may be barred, or no day on record, says nothing more', () => {
  expect(said('NOT_NEAR', '2024-05-05')).toContain('两年半以上，三年时效将于 2027年5月5日 届满')
  expect(said('NOT_NEAR', '2023-11-01')).toContain('三年时效已于 2026年11月1日 届满')
  expect(said('NOT_NEAR', '2023-12-24', 'en')).toContain(
    'since 24 Dec 2023 (the oldest unpaid amount, or an interruption after it): the three years end on 24 Dec 2026.',
  )
  expect(said('MAYBE_BARRED', '2023-11-01')).toBe('')
  for (const answer of limitationAnswers) expect(said(answer, null)).toBe('')
})
