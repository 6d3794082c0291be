import { expect, test } from 'vitest'
import { decimalText, money, percentText } from '@/lib/platform/money'
import { annualCost } from './annual-cost'
import type { Solution } from './discount'
import { dueDates, monthly } from './frequency'
import { irr, xirr } from './irr'

const amounts = (...texts: string[]) => texts.map((text) => money(text))
const one = (found: Solution, decimals: number) => (found.kind === 'one' ? decimalText(found.value, decimals) : found.kind)

test('V1 the People’s Bank example costs 12.80 % simple and 13.58 % by IRR', () => {
  const dates = dueDates('2021-05-01', monthly, 12)
  const cost = annualCost(
    { on: '2021-04-01', amount: money('99000') },
    dates.map((on) => ({ on, amount: money('8833.3') })),
  )
  expect(cost && [percentText(cost.simple), percentText(cost.irr)]).toEqual(['12.80', '13.58'])
})

// numpy-financial, test_financial.py
test.each([
  [['-150000', '15000', '25000', '35000', '45000', '60000'], '0.0524'],
  [['-100', '0', '0', '74'], '-0.0955'],
  [['-100', '39', '59', '55', '20'], '0.2809'],
  [['-100', '100', '0', '7'], '0.0621'],
])('the return of %s is %s', (texts, expected) => {
  expect(one(irr(amounts(...texts)), 4)).toBe(expected)
})

test('dated flows are discounted by days (the example of the XIRR help page)', () => {
  const flows = [
    ['2008-01-01', '-10000'],
    ['2008-03-01', '2750'],
    ['2008-10-30', '4250'],
    ['2009-02-15', '3250'],
    ['2009-04-01', '2750'],
  ].map(([on = '', amount = '']) => ({ on, amount: money(amount) }))
  expect(one(xirr(flows), 14)).toBe('0.37336253351883')
})

test('flows of one sign have no rate of return, and that is said', () => {
  expect(irr(amounts('1', '2', '3')).kind).toBe('none')
  expect(irr(amounts('-1', '-2')).kind).toBe('none')
  expect(irr(amounts('0', '0')).kind).toBe('none')
  expect(irr([]).kind).toBe('none')
})

test('flows that change sign twice may have two rates of return, and both are given', () => {
  const found = irr(amounts('-100', '230', '-132'))
  expect(found.kind === 'several' && found.values.map((value) => decimalText(value, 6)).toSorted()).toEqual([
    '0.100000',
    '0.200000',
  ])
})

test('flows that change sign twice may have none', () => {
  expect(irr(amounts('100', '-100', '100')).kind).toBe('none')
})

test('a rate at which the balance only touches zero is one', () => {
  // -100 (1 - 1.1 x)^2 = -100 + 220 x - 121 x^2: ten per cent, twice over.
  expect(one(irr(amounts('-100', '220', '-121')), 10)).toBe('0.1000000000')
})

test('three rates of return are all given, however far apart', () => {
  // (x - 2)(x - 3)(x - 1/5000), x being 1 / (1 + rate): -50 %, -66.7 % and 499,900 %.
  const found = irr(amounts('-6', '30005', '-25001', '5000'))
  expect(found.kind === 'several' && found.values.map((value) => decimalText(value, 4)).toSorted()).toEqual([
    '-0.5000',
    '-0.6667',
    '4999.0000',
  ])
})

test('a loan paid back without interest returns nothing', () => {
  expect(one(irr(amounts('-100', '50', '50')), 10)).toBe('0.0000000000')
})
