import { expect, test } from 'vitest'
import { doneWith, refusalText } from './faults'

test('what is wrong with an input is told in sentences, not in codes', () => {
  const faults = [
    { path: 'reliefs.1', code: 'relief_twice' },
    { path: 'debt', code: 'Invalid input: expected object' },
  ]
  const { text } = doneWith({ ok: false, faults }, String)
  expect(text).toContain('the same thing can be asked for only once.')
  expect(text).toContain('Invalid input: expected object')
  expect(text).not.toContain('relief_twice')
})

test('a refusal says what to do, and what is wrong with each field', () => {
  const text = refusalText({ code: 'invalid', details: { fields: { email: ['taken'] } } })
  expect(text).toMatch(/^Some entries need changing/)
  expect(text).toContain('already in use; choose another.')
  expect(refusalText({ code: 'too_many', details: { seconds: 30 } })).toContain('Try again in 30 s.')
})
