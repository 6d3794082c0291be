import { expect, test } from 'vitest'
import { parseIdNumber } from './id-number'

// The two worked examples printed in GB 11643-1999.
test.each(['11010519491231002X', '440524188001010014'])('the standard’s own example %s is right', (value) => {
  expect(parseIdNumber(value)).toMatchObject({ ok: true, value })
})

test('a small x, blanks and full-width digits are folded', () => {
  const folded = { ok: true, value: '11010519491231002X', birthDate: '1949-12-31' }
  expect(parseIdNumber('１１０１０５ 19491231 002ｘ')).toEqual(folded)
})

test.each([
  ['110105491231002', 'length'],
  ['1101051949123100212', 'length'],
  ['X1010519491231002X', 'characters'],
  ['99010519491231002A', 'characters'],
  ['00010519491231002X', 'region'],
  ['11010519490231002X', 'birth_date'],
  ['110105194912310021', 'check_digit'],
  ['11010519491231020X', 'check_digit'],
])('%s is refused for its %s', (value, error) => {
  expect(parseIdNumber(value)).toEqual({ ok: false, error })
})
