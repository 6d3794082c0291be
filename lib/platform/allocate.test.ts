import { array, assert, integer, property } from 'fast-check'
import { expect, test } from 'vitest'
import { allocate, allocateByWeight } from './allocate'
import { fen, type Money, money, sum, toText } from './money'

const texts = (amounts: Money[]) => amounts.map(toText)

test('V2 a surplus of 120 over debts of 900, 1200 and 1500 gives 30, 40 and 50', () => {
  const debts = ['900', '1200', '1500'].map(money)
  expect(texts(allocateByWeight(money('120'), debts))).toEqual(['30.00', '40.00', '50.00'])
})

test('a hundred yuan in three parts loses no fen', () => {
  expect(texts(allocate(money('100'), 3))).toEqual(['33.34', '33.33', '33.33'])
})

test('a refund is shared like a payment', () => {
  expect(texts(allocate(money('-0.05'), 3))).toEqual(['-0.02', '-0.02', '-0.01'])
})

test('a debt without a balance gets nothing', () => {
  expect(texts(allocateByWeight(money('0.05'), ['0', '1', '1'].map(money)))).toEqual(['0.00', '0.03', '0.02'])
})

test('there must be something to share by', () => {
  expect(() => allocateByWeight(money('1'), [money('0')])).toThrow('weights')
  expect(() => allocate(money('1'), 0)).toThrow('weights')
  expect(() => allocateByWeight(money('1'), [money('2'), money('-1')])).toThrow('weights')
})

test('the parts always add up and lie within a fen of the exact share', () => {
  const fens = integer({ min: -10_000_000, max: 10_000_000 })
  const weights = array(integer({ min: 0, max: 100_000 }), { minLength: 1, maxLength: 40 }).filter((all) =>
    all.some((one) => one > 0),
  )
  assert(
    property(fens, weights, (total, shares) => {
      const amount = money(`${total}`).times(fen)
      const by = shares.map((share) => money(`${share}`))
      const parts = allocateByWeight(amount, by)
      expect(sum(parts).eq(amount)).toBe(true)
      const whole = sum(by)
      expect(
        parts.every((part, index) =>
          part
            .minus(amount.times(by[index] ?? 0).div(whole))
            .abs()
            .lt(fen),
        ),
      ).toBe(true)
    }),
  )
})
