import { expect, test } from 'vitest'
import { civilDates } from './civil-dates'

test('a date reads as a person writes it in either language, never as a machine does in English', () => {
  expect(civilDates('zh-CN').inText('2026-12-05')).toBe('2026年12月5日')
  expect(civilDates('en').inText('2026-12-05')).toBe('5 Dec 2026')
})

test('a day to come carries its weekday in Chinese, and the year only where it is another', () => {
  expect(civilDates('zh-CN').ahead('2026-11-21', '2026-11-20')).toBe('11月21日（周六）')
  expect(civilDates('zh-CN').ahead('2027-01-05', '2026-11-20')).toBe('2027年1月5日（周二）')
  expect(civilDates('en').ahead('2026-11-21', '2026-11-20')).toBe('21 Nov 2026')
})

test('in a column Chinese keeps the digits under one another', () => {
  expect(civilDates('zh-CN').inColumn('2026-12-05')).toBe('2026-12-05')
  expect(civilDates('en').inColumn('2026-09-05')).toBe('5 Sept 2026')
})

test('the month alone has no day', () => {
  expect([civilDates('en').inMonths('2027-08-06'), civilDates('zh-CN').inMonths('2027-08-06')]).toEqual(['Aug 2027', '2027年8月'])
})

test('no date is a dash, and so is the end of a plan that has none', () => {
  const { inText, inColumn, inMonths } = civilDates('en')
  expect([inText(null), inText(''), inColumn(null), civilDates('zh-CN').inColumn(''), inMonths('')]).toEqual(
    Array.from({ length: 5 }, () => '—'),
  )
})
