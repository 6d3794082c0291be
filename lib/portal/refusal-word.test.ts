import { expect, test } from 'vitest'
import { Refusal } from '@/lib/core/refusal'
import type { Fault } from '@/lib/i18n/messages/faults'
import { fieldOf, refusalWord } from './refusal-word'

const invalid = (field: string, code: Fault) => new Refusal('invalid', { fields: { [field]: [code] } })

test.each<[field: string, code: Fault, word: string]>([
  ['amount', 'negative', 'amountPositive'],
  ['amount', 'required', 'amountPositive'],
  ['amount', 'too_much', 'amountTooMuch'],
  ['amount', 'amount', 'amount'],
  ['paidOn', 'in_future', 'paidFuture'],
  ['paidOn', 'before_case', 'paidEarly'],
  ['paidOn', 'date', 'paidOn'],
  ['name', 'name_mismatch', 'name'],
  ['hasRead', 'required', 'tick'],
])('%s with %s is said where it was typed', (field, code, word) => {
  expect(refusalWord(invalid(field, code))).toBe(word)
  expect(fieldOf(refusalWord(invalid(field, code)))).toBe(field)
})

test('a bill may say zero, so its amounts only have to be amounts', () => {
  expect(refusalWord(invalid('interest', 'negative'))).toBe('amount')
})

test('what no field is to blame for stands above the form alone', () => {
  expect(fieldOf(refusalWord(new Refusal('conflict')))).toBeUndefined()
})
