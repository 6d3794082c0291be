import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { type Locale, locales } from '@/db/vocabulary'
import { messages } from '@/lib/i18n/catalogue'
import { LetterSheet } from './letter-sheet'

const sheetIn = (page: Locale, language: Locale) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale={page} timeZone="Asia/Shanghai" messages={messages[page]}>
      <LetterSheet text={{ title: '', salutation: [], paragraphs: [], signature: [] }} language={language} attachments={['A']} />
    </NextIntlClientProvider>,
  )

test.each(locales)('what stands above the enclosures is in the language of the letter, whoever looks at it: %s', (page) => {
  expect(sheetIn(page, 'zh-CN')).toContain('附件：')
  expect(sheetIn(page, 'en')).toContain('Enclosures:')
})
