import { expect, test } from 'vitest'
import { decimalText, fen, money, type Rate, rate, toText } from '@/lib/platform/money'
import { monthly } from './frequency'
import { countFor, exactInstalment, rateFor } from './solve'
import type { Terms } from './terms'

const terms: Terms = {
  principal: money('12000'),
  rate: { per: 'day', value: rate('0.0004') },
  method: 'equal_instalment',
  periods: 6,
  disbursed: '2026-11-05',
  firstDue: '2026-12-05',
  every: monthly,
  dayCount: '30/360',
  rounding: { mode: 'half_up', instalmentMultiple: fen, principalMultiple: fen, interest: fen, perSegment: true },
}

test('SD-04 rate and count give the amount (V3)', () => {
  expect(toText(exactInstalment(terms))).toBe('2084.83')
})

test.each([
  ['4096.38', 3],
  ['2084.83', 6],
  ['1079.71', 12],
  ['1079.70', 12],
  ['12144.00', 1],
  ['20000.00', 1],
])('SD-04 SX-06 an amount of %s a month takes %i instalments (V3)', (amount, count) => {
  expect(countFor(terms, money(amount))).toBe(count)
})

test('a month’s interest alone never repays anything', () => {
  expect(countFor(terms, money('144.00'))).toBe('amount_too_low')
  expect(countFor(terms, money('100.00'))).toBe('amount_too_low')
})

const percent = (found: Rate | string, decimals: number) =>
  typeof found === 'string' ? found : decimalText(found.times(100), decimals)

test('SD-04 amount and count give the rate (V3)', () => {
  expect(percent(rateFor(terms, money('2084.83')), 4)).toBe('0.0400')
})

test('an amount that only repays the principal means no interest, a smaller one is impossible', () => {
  expect(percent(rateFor(terms, money('2000.00')), 10)).toBe('0.0000000000')
  expect(rateFor(terms, money('1999.99'))).toBe('amount_too_low')
})
