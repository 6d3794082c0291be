import { expect, test } from 'vitest'
import { messages } from '@/lib/i18n/catalogue'
import { withoutPromise } from './thanks'

test('while the work stands still no thanks promise what we will do next', () => {
  for (const done of ['uploaded', 'told', 'approved', 'budgeted', 'billed', 'heard'])
    expect(withoutPromise({ done })).toEqual({ done: 'atRest' })
  expect(messages['zh-CN'].portal.doneMessage.atRest).not.toMatch(/会|尽快/)
})

test('what goes on is thanked for as ever, and what went wrong is still told', () => {
  expect(withoutPromise({ done: 'paid', error: 'rule' })).toEqual({ done: 'paid', error: 'rule' })
  expect(withoutPromise({})).toEqual({})
})
