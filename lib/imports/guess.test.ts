import { expect, test } from 'vitest'
import { guessMapping, twice, valuesOf } from './guess'

test('titles in either language, with units or blanks, are known for what they are', () => {
  expect(guessMapping(['客户姓名', '手机号码', '日利率（%）', ' Principal ', '备注'])).toEqual([
    'name',
    'phone',
    'dailyPercent',
    'principal',
    null,
  ])
})

test('of two columns that could be the phone the first is taken, and giving both to it is told', () => {
  expect(guessMapping(['电话', '手机'])).toEqual(['phone', null])
  expect(twice(['phone', 'name', 'phone'])).toEqual(['phone'])
  expect(twice(['phone', null, null])).toEqual([])
})

test('cells stand under the fields of their columns; empty ones are not known', () => {
  expect(valuesOf(['张三', ' 13800138000 ', '', '备注'], ['name', 'phone', 'principal', null])).toEqual({
    name: '张三',
    phone: '13800138000',
  })
})
