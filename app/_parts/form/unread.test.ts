import { expect, test } from 'vitest'
import { untouched } from './form-state'
import { unreadIn, withUnread } from './unread'

const field = (name: string, badInput: boolean) => ({ name, validity: { badInput } })

test('a 30th of February is named as no day, and does not pass for a day nobody gave', () => {
  const fields = [field('nextDueOn:null', true), field('startedOn:null', false), field('principal', false)]
  expect(unreadIn(fields)).toEqual({ nextDueOn: 'date' })
})

test('what cannot be read is told like any other fault, and once it is mended nothing is left of it', () => {
  expect(withUnread({ ...untouched, typed: { principal: '12000' } }, { nextDueOn: 'date' })).toEqual({
    ...{ typed: { principal: '12000' }, done: 0 },
    ...{ refusal: { code: 'invalid' }, faults: { nextDueOn: 'date' } },
  })
  expect(withUnread(untouched, {})).toBe(untouched)
})

test('a day that cannot be read is told before what became of the last try', () => {
  const lost = withUnread({ ...untouched, lost: { reference: undefined } }, { at: 'date' })
  expect(lost.lost).toBeUndefined()
  expect(lost.faults).toEqual({ at: 'date' })
})
