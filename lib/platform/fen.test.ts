import fc from 'fast-check'
import { expect, test } from 'vitest'
import { differenceText, sumText } from './fen'
import { money, toText } from './money'

test('amounts add and subtract to the fen, also below nothing', () => {
  expect(sumText('93750.50', '0.51')).toBe('93751.01')
  expect(differenceText('0.05', '0.10')).toBe('-0.05')
  expect(differenceText('12000.00', '12000.00')).toBe('0.00')
  expect(sumText('-0.05', '0.05')).toBe('0.00')
})

const amount = fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }).map((fen) => toText(money(String(fen)).div(100)))

test('a sum in fen is the sum of the exact decimals', () => {
  fc.assert(
    fc.property(amount, amount, (a, b) => {
      expect(sumText(a, b)).toBe(toText(money(a).plus(money(b))))
      expect(differenceText(a, b)).toBe(toText(money(a).minus(money(b))))
    }),
  )
})
