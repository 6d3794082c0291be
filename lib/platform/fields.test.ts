import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { amount, civilDay, line, optional, paragraphs, percentField, requiredLine, requiredParagraphs, whole } from './fields'

const faultOf = (schema: z.ZodType, value: unknown) => schema.safeParse(value).error?.issues.map((issue) => issue.message)

describe('what people may send', () => {
  test('a line loses what cannot be printed and the blanks around it', () => {
    expect(line(20).parse('  王\u0000 某\n某  ')).toBe('王 某 某')
    expect(line(20).parse('a\ud800b')).toBe('a b')
  })
  test('several lines keep their breaks', () => {
    expect(paragraphs(50).parse('甲\r\n乙\u0007丙\n')).toBe('甲\n乙 丙')
  })
  test('line breaks count once, as the browser counted them for whoever typed', () => {
    const sent = `${'甲\r\n'.repeat(4)}乙`
    for (const text of [paragraphs, requiredParagraphs]) {
      expect(text(9).parse(sent)).toBe('甲\n甲\n甲\n甲\n乙')
      expect(faultOf(text(8), sent)).toEqual(['too_long'])
    }
  })
  test('a required line of blanks says nothing', () => {
    expect(faultOf(requiredLine(20), '  \t ')).toEqual(['required'])
    expect(faultOf(requiredLine(20), undefined)).toEqual(['required'])
  })
  test('a rare character counts and survives', () => {
    expect(requiredLine(20).parse('𠮷田䮌')).toBe('𠮷田䮌')
  })
  test('an amount is read as people write it, and never below zero', () => {
    expect(amount.parse('￥１,234.5').toFixed(2)).toBe('1234.50')
    expect(faultOf(amount, '-1')).toEqual(['negative'])
    expect(faultOf(amount, '12.345')).toEqual(['amount'])
    expect(faultOf(amount, 'many')).toEqual(['amount'])
  })
  test('a daily rate of 0.04 % is read with or without its sign', () => {
    expect(percentField.parse('0.04%').toFixed()).toBe('0.04')
    expect(faultOf(percentField, '4e-2')).toEqual(['percent'])
  })
  test('a day has to be on the calendar', () => {
    expect(civilDay.parse('2026-11-21')).toBe('2026-11-21')
    expect(faultOf(civilDay, '2026-02-30')).toEqual(['date'])
    expect(faultOf(civilDay, '0000-01-01')).toEqual(['date'])
  })
  test('unknown is null', () => {
    expect(optional(amount).parse(undefined)).toBeNull()
    expect(optional(civilDay).parse(null)).toBeNull()
  })
  test('a count is whole and within its bounds', () => {
    expect(whole(1, 60).parse(6)).toBe(6)
    expect(faultOf(whole(1, 60), 6.5)).toEqual(['whole'])
    expect(faultOf(whole(1, 60), 61)).toEqual(['whole'])
  })
})
