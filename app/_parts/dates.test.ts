import { expect, test } from 'vitest'
import { plainYuan, yuan } from './amount'
import { dateInWords } from './dates'

test('a date is said as each language says it, with its year only where it is another', () => {
  expect(dateInWords('2026-11-21', 'zh-CN', '2026-12-01')).toBe('11月21日（周六）')
  expect(dateInWords('2026-11-21', 'en', '2026-12-01')).toBe('Sat 21 Nov')
  expect(dateInWords('2025-10-31', 'zh-CN', '2026-11-21')).toBe('2025年10月31日（周五）')
})

test('amounts carry the same sign in both languages, thousands apart, with a real minus', () => {
  expect(yuan('93750.00')).toBe('¥93,750.00')
  expect(yuan('-1870.5')).toBe('−¥1,870.50')
  expect(plainYuan('0.05')).toBe('0.05')
  expect(yuan('1234567890.10')).toBe('¥1,234,567,890.10')
})
