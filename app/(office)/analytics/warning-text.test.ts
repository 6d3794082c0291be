import { createTranslator } from 'next-intl'
import { expect, test, vi } from 'vitest'
import type { Locale } from '@/db/vocabulary'
import { spoken } from '@/lib/analysis/warnings'
import { messages } from '@/lib/i18n/catalogue'
import { warningTexts } from './warning-text'

let locale: Locale = 'zh-CN'
vi.mock('next-intl/server', () => ({
  getLocale: async () => locale,
  getTranslations: async (namespace: 'analytics') => createTranslator({ locale, messages: messages[locale], namespace }),
}))

const turned = (by: string) => {
  const key = by === 'stratum' ? 'reversal' : 'reversal_model'
  return spoken([{ key, column: 'F-14', values: { level: 'yes', by, crude: '0.32', stratified: '1.40' } }], locale)
}

test.each([
  ['zh-CN', 'stratum', /按“债权方与产品”分层后 1\.40/, /调整/],
  ['zh-CN', 'F-02, F-07', /未调整的优势比 0\.32，调整“模型中的其他因素”后 1\.40/, /分层/],
  ['zh-CN', 'F-12', /调整“[^”]+”后 1\.40/, /分层|F-12/],
  ['en', 'stratum', /1\.40 within creditor and product/, /adjusted/],
  ['en', 'F-02, F-07', /0\.32 unadjusted, 1\.40 adjusted for the other factors of the model/, /within|inside/],
] as const)('in %s a reversal by %s is told in the words of its view', async (language, by, says, doesNot) => {
  locale = language
  const [sentence] = await warningTexts(turned(by))
  expect(sentence).toMatch(says)
  expect(sentence).not.toMatch(doesNot)
  expect(sentence).not.toMatch(/[{}]/)
})

test.each([
  ['zh-CN', '准备天数、既往逾期次数'],
  ['en', 'Preparation time, Past overdue episodes'],
] as const)('in %s the numbers that bend are named, also where they are two', async (language, both) => {
  locale = language
  const values = { level: 'yes', by: 'F-04, F-15', crude: '2.10' }
  const [sentence] = await warningTexts(spoken([{ key: 'confounded_bands', column: 'F-14', values }], locale))
  expect(sentence).toContain(both)
  expect(sentence).not.toMatch(/[{}]|F-/)
})
