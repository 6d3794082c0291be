import { expect, test } from 'vitest'
import { Refusal, type RefusalCode } from '@/lib/core/refusal'
import type { Fault } from '@/lib/i18n/messages/faults'
import type { FileProblem } from '@/lib/platform/file-kinds'
import { fieldOf, isDoneAlready, refusalWord, saidOfPaper, unlessDone } from './refusal-word'

const invalid = (field: string, code: Fault) => new Refusal('invalid', { fields: { [field]: [code] } })

test.each<[field: string, code: Fault, word: string]>([
  ['amount', 'negative', 'amountPositive'],
  ['amount', 'required', 'amountPositive'],
  ['amount', 'zero', 'amountPositive'],
  ['amount', 'too_much', 'amountTooMuch'],
  ['amount', 'amount', 'amount'],
  ['paidOn', 'in_future', 'paidFuture'],
  ['paidOn', 'before_case', 'paidEarly'],
  ['paidOn', 'date', 'paidOn'],
  ['name', 'name_mismatch', 'name'],
  ['hasRead', 'required', 'tick'],
  ['body', 'required', 'body'],
  ['body', 'too_long', 'tooLong'],
  ['kind', 'choice', 'kind'],
  ['phrase', 'required', 'phrase'],
  ['phrase', 'too_long', 'phraseLong'],
  ['phrase', 'phrase_tells', 'phraseTells'],
  ['reason', 'too_long', 'reasonLong'],
  ['note', 'too_long', 'noteLong'],
  ['delegate', 'required', 'delegate'],
  ['delegate', 'too_long', 'delegate'],
  ['relation', 'too_long', 'relationLong'],
  ['code', 'required', 'digits'],
  ['code', 'six_digits', 'digits'],
  ['code', 'code_wrong', 'code'],
])('%s with %s is said where it was typed', (field, code, word) => {
  expect(refusalWord(invalid(field, code))).toBe(word)
  expect(fieldOf(word)).toBe(field === 'hasRead' ? 'tick' : field)
})

test('a bill may say zero, and its amounts are asked for from zero on', () => {
  expect(refusalWord(invalid('interest', 'amount'))).toBe('amount')
  expect(refusalWord(invalid('interest', 'negative'))).toBe('amountFromZero')
  expect(fieldOf('amountFromZero')).toBe('amount')
})

test('what was asked for already is told as that, not as something that cannot be done', () => {
  expect(refusalWord(new Refusal('rule', { why: 'already_asked' }))).toBe('asked')
})

test('what no field is to blame for stands above the form alone', () => {
  expect(fieldOf(refusalWord(new Refusal('conflict')))).toBeUndefined()
})

test.each<[problem: FileProblem, code: RefusalCode, word: string]>([
  ['heic', 'unsupported_type', 'heic'],
  ['damaged', 'invalid', 'damaged'],
  ['encrypted', 'invalid', 'encrypted'],
  ['active_content', 'invalid', 'unsafe'],
  ['kind_not_allowed', 'unsupported_type', 'unsupported_type'],
  ['too_large', 'too_large', 'too_large'],
])('a file refused as %s is explained, and never as a file that was not chosen', (problem, code, word) => {
  expect(refusalWord(new Refusal(code, { problem, fields: { file: [problem] } }))).toBe(word)
})

test('an upload without a file asks for one', () => {
  expect(refusalWord(invalid('fileName', 'required'))).toBe('file')
  expect(fieldOf('file')).toBe('file')
})

test('a file just over the limit is called too large, as one far over it is', () => {
  expect(refusalWord(invalid('content', 'too_large'))).toBe('too_large')
})

test('who signs twice is thanked, and who signs what changed meanwhile is told so', () => {
  expect(unlessDone({ error: 'conflict' }, '2026-11-22', 'signed')).toEqual({ done: 'signed' })
  expect(unlessDone({ error: 'conflict' }, null, 'signed')).toEqual({ error: 'conflict' })
  expect(unlessDone({ error: 'name' }, '2026-11-22', 'signed')).toEqual({ error: 'name' })
})

test('who confirms a paper twice is thanked, and nobody is told to tick what is over or thanked for what is not confirmed', () => {
  for (const error of ['conflict', 'rule']) expect(saidOfPaper('confirmed', { error })).toBe('thanks')
  expect(saidOfPaper('confirmed', { done: 'confirmed' })).toBe('thanks')
  expect(saidOfPaper('confirmed', {})).toBeUndefined()
  expect(saidOfPaper('over', { error: 'conflict' })).toBeUndefined()
  expect(saidOfPaper('over', { done: 'confirmed' })).toBeUndefined()
  expect(saidOfPaper('resting', { error: 'rule' })).toBeUndefined()
  expect(saidOfPaper('waiting', { done: 'confirmed' })).toBeUndefined()
  expect(saidOfPaper('waiting', { error: 'name' })).toBe('fault')
})

test('a message that came twice by one tap counts as sent, and nothing else does', () => {
  expect(isDoneAlready(new Refusal('rule', { why: 'already_said' }))).toBe(true)
  expect(isDoneAlready(new Refusal('rule', { why: 'already_asked' }))).toBe(false)
})
