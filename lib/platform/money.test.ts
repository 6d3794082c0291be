import { expect, test } from 'vitest'
import { money, parseMoney, percentText, rate, round, sum, toText } from './money'

test('ten dimes are exactly one yuan', () => {
  expect(toText(sum(Array.from({ length: 10 }, () => money('0.10'))))).toBe('1.00')
})

test('an amount is written with two decimals, without grouping and never as minus zero', () => {
  expect(['1200', '0.005', '-0.001', '-12.3', '1e7'].map((text) => toText(money(text)))).toEqual([
    '1200.00',
    '0.01',
    '0.00',
    '-12.30',
    '10000000.00',
  ])
})

test('half a fen goes up, to the even neighbour, or up always, as stated', () => {
  expect(toText(round(money('0.125'), 'half_up'))).toBe('0.13')
  expect(toText(round(money('0.125'), 'half_even'))).toBe('0.12')
  expect(toText(round(money('0.121'), 'up'))).toBe('0.13')
  expect(toText(round(money('0.129'), 'down'))).toBe('0.12')
})

test('rounding to whole yuan or to ten yuan', () => {
  expect(toText(round(money('304.91'), 'half_even', money('1')))).toBe('305.00')
  expect(toText(round(money('304.91'), 'up', money('10')))).toBe('310.00')
})

test.each([
  ['1,234.5', '1234.50'],
  ['￥１２３４．５０', '1234.50'],
  ['1234.50 元', '1234.50'],
  ['-0.5', '-0.50'],
  ['999999999999.99', '999999999999.99'],
])('%s is read as an amount', (written, expected) => {
  const amount = parseMoney(written)
  expect(amount && toText(amount)).toBe(expected)
})

test.each(['', 'abc', '1.234', '1,23', '1e5', '1234567890123', 'NaN', 'Infinity', '0x10', '--1', '12 34', '1,2345'])(
  '%s is not an amount',
  (written) => {
    expect(parseMoney(written)).toBeUndefined()
  },
)

test('a rate keeps forty digits and is printed as percent', () => {
  expect(rate(1).div(3).toString()).toBe(`0.${'3'.repeat(40)}`)
  expect(percentText(rate('0.153865'))).toBe('15.39')
  expect(percentText(rate('-0.00001'))).toBe('0.00')
})
