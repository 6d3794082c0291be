import { expect, test } from 'vitest'
import { locales } from '@/db/vocabulary'
import { messages } from '@/lib/i18n/catalogue'
import { conductRules, instruments, ruleTable } from './rules'

test('a letter has words for each rule it can name, and for no other', () => {
  const citable = conductRules.filter((rule) => instruments[ruleTable[rule].instrument].citation !== null)
  for (const locale of locales) expect(Object.keys(messages[locale].conduct.broken)).toEqual(citable)
})
