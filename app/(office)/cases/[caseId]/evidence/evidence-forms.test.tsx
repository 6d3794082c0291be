import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { type Locale, locales } from '@/db/vocabulary'
import { messages } from '@/lib/i18n/catalogue'
import { Review } from './evidence-forms'

vi.mock('./actions', () => ({ reviewEvidenceAction: async () => ({}) }))

const reasonIn = (locale: Locale) => {
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} timeZone="Asia/Shanghai" messages={messages[locale]}>
      <Review evidenceId="e1" version={1} status="RECEIVED" />
    </NextIntlClientProvider>,
  )
  return html.match(/<label[^>]*>(原因|Reason).*?<\/label>/)?.[0].replace(/<[^>]*>/g, '')
}

test('the review of a document says when its reason is required, and does not call it optional', () => {
  expect(locales.map(reasonIn)).toEqual(['原因（退回重交时必填）', 'Reason (required for “Send again”)'])
})
