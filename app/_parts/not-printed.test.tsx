import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { Locale } from '@/db/vocabulary'
import { messages } from '@/lib/i18n/catalogue'
import { missingMarks } from '@/lib/platform/fonts'
import { NotPrinted } from './not-printed'

const said = (text: string, locale: Locale = 'zh-CN', shown = text) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} timeZone="Asia/Shanghai" messages={messages[locale]}>
      <NotPrinted marks={missingMarks(text, shown)} />
    </NextIntlClientProvider>,
  ).replace(/<[^>]+>/g, '')

test('a character that no font has is named before the letter goes out, by what the paper prints instead', () => {
  expect(said('王\u{2a6a5}')).toContain('1 个字没有字体，信函上会印成 〓(U+2A6A5)')
  expect(said('王\u{2a6a5}', 'en')).toContain('One character of the name or the letter has no font; the paper shows 〓(U+2A6A5)')
  expect(said('欧阳䮌')).toBe('')
})

test('one that is masked on the screen is told of without its number', () => {
  expect(said('王\u{2a6a5}', 'zh-CN', '王*')).toContain('1 个字没有字体，信函上会印成 〓。')
})
