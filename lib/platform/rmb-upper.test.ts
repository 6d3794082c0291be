import { expect, test } from 'vitest'
import { money } from './money'
import { rmbUpper } from './rmb-upper'

test.each([
  ['93750.00', '玖万叁仟柒佰伍拾元整'],
  // The examples of 支付结算办法, annex 1; where it allows a 零 or none, none is written.
  ['1409.50', '壹仟肆佰零玖元伍角'],
  ['6007.14', '陆仟零柒元壹角肆分'],
  ['1680.32', '壹仟陆佰捌拾元叁角贰分'],
  ['107000.53', '壹拾万柒仟元伍角叁分'],
  ['16409.02', '壹万陆仟肆佰零玖元零贰分'],
  ['325.04', '叁佰贰拾伍元零肆分'],
  ['0', '零元整'],
  ['0.50', '伍角'],
  ['0.05', '伍分'],
  ['10', '壹拾元整'],
  ['100000005', '壹亿零伍元整'],
  ['100100000', '壹亿零壹拾万元整'],
  ['1000000000000', '壹万亿元整'],
  ['1234500000000', '壹万贰仟叁佰肆拾伍亿元整'],
  ['1000000010000', '壹万亿零壹万元整'],
  ['-20.10', '负贰拾元壹角'],
])('%s is written %s', (amount, written) => {
  expect(rmbUpper(money(amount))).toBe(written)
})

test('an amount beyond 9999 万亿 is refused', () => {
  expect(() => rmbUpper(money('1e16'))).toThrow('too large')
})
