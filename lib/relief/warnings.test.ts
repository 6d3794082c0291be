import { expect, test } from 'vitest'
import { messages } from '@/lib/i18n/catalogue'
import { quoteWarnings } from './warnings'

test.each(Object.entries(messages))('every warning of a quote is a sentence in %s', (_, { quote }) => {
  expect(Object.keys(quote.warning)).toEqual([...quoteWarnings])
})
