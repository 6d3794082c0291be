import { expect, test } from 'vitest'
import { maskBankCard, maskIdNumber, maskName, maskPhone } from './mask'

test.each([
  ['张三', '张*'],
  ['张伟明', '张**'],
  ['欧阳娜娜', '欧阳**'],
  ['欧阳修', '欧阳*'],
  ['欧阳', '欧*'],
  ['欧阳䮌', '欧阳*'],
  ['古丽米热·艾比布力', '古丽**·艾**'],
  ['古丽米热•艾比布力', '古丽**·艾**'],
  ['𠮷田', '𠮷*'],
  ['田𠮷𠮷', '田**'],
  ['张', '张*'],
  ['John Smith', 'J** S**'],
])('the name %s is shown as %s', (name, shown) => {
  expect(maskName(name)).toBe(shown)
})

test.each([
  ['13812345678', '138****5678'],
  ['+86 138 1234 5678', '138****5678'],
  ['１３８１２３４５６７８', '138****5678'],
  ['021-62345678', '****5678'],
  ['12345', '****45'],
])('the phone %s is shown as %s', (phone, shown) => {
  expect(maskPhone(phone)).toBe(shown)
})

test('an ID number keeps its province and its last four characters', () => {
  expect(maskIdNumber('11010519491231002x')).toBe('110***********002X')
  expect(maskIdNumber('E1234567')).toBe('****67')
})

test('a bank card keeps its last four digits', () => {
  expect(maskBankCard('6222 0202 0011 2233 445')).toBe('**** 3445')
  expect(maskBankCard('123')).toBe('**** 23')
})
