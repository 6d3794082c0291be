import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { type Locale, locales } from '@/db/vocabulary'
import { messages } from '@/lib/i18n/catalogue'
import { Review } from './evidence-forms'

vi.mock('./actions', () => ({ reviewEvidenceAction: async () => ({}) }))

const reviewIn = (locale: Locale, askedAgain: boolean) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} timeZone="Asia/Shanghai" messages={messages[locale]}>
      <Review evidenceId="e1" version={1} status="RECEIVED" askedAgain={askedAgain} />
    </NextIntlClientProvider>,
  )
const reasonIn = (locale: Locale) => {
  const html = reviewIn(locale, true)
  return html.match(/<label[^>]*>(原因|Reason).*?<\/label>/)?.[0].replace(/<[^>]*>/g, '')
}

test('the review of a document says when its reason is required, and does not call it optional', () => {
  expect(locales.map(reasonIn)).toEqual(['原因（退回重交时必填）', 'Reason (required for “Send again”)'])
})

test('while the work rests a document can be found right or out of date, but is not asked for again', () => {
  expect(reviewIn('zh-CN', true)).toContain('value="REJECTED"')
  const rests = reviewIn('zh-CN', false)
  expect(rests).toContain('value="VERIFIED"')
  expect(rests).not.toContain('value="REJECTED"')
})
