import { expect, test } from 'vitest'
import { z } from 'zod'
import { faults } from '@/lib/i18n/messages/faults'
import { amount, civilDay, type FieldFault, percentField, requiredLine } from '@/lib/platform/fields'
import { quoteInput } from '@/lib/relief/quote-input'
import { amountText, everyText, percentText } from '@/lib/schedules/input'
import { fieldErrors, fieldSentence } from './field-errors'

/** Does not compile unless there is a sentence for every fault that the fields of forms name. */
const ofFields: Record<FieldFault, string> = faults.en

test('what a command finds wrong is told as a sentence in both languages, never as its code', () => {
  for (const code of [
    'taken',
    'before_start',
    'in_future',
    'mixed_roles',
    'password_common',
    'name_mismatch',
    'kind_not_allowed',
  ])
    for (const locale of ['zh-CN', 'en'] as const) expect(fieldSentence(code, locale)).not.toMatch(/[_{]|^[a-z]+$/)
  expect(fieldSentence('choice', 'en')).toBe('choose from the list.')
  expect(fieldSentence('date:3', 'zh-CN')).toBe('3: 请选择日历上的日期。')
  expect(fieldSentence('some_code_nobody_knows', 'en')).toBe('check this entry.')
  expect(Object.keys(ofFields).length).toBeGreaterThan(6)
})

test('a schema’s own fault says how to mend it', () => {
  const input = z.strictObject({ name: requiredLine(9), paid: amount, on: civilDay, share: percentField })
  expect(fieldErrors(input, { name: '  ', paid: '1.234', on: '2026-02-30', share: 'x' }, 'en')).toEqual({
    name: ['This cannot be empty.'],
    paid: ['write an amount with at most two decimals, such as 1,200.00.'],
    on: ['choose a day of the calendar.'],
    share: ['write a percentage, such as 0.04.'],
  })
})

test('the calculators name faults there are sentences for', () => {
  const schemas = [amountText.refine(() => false, 'amount'), everyText, percentText.refine(() => false, 'percent')]
  for (const schema of schemas) expect(fieldErrors(schema, '1', 'en')['']).not.toEqual(['check this entry.'])
  const asked = {
    debt: { buckets: { principal: '12000' }, dailyPercent: '0.04', remainingPeriods: 3, nextDue: '2026-12-05' },
    reliefs: [
      { type: 'TERM_EXTENSION', toPeriods: 6 },
      { type: 'TERM_EXTENSION', toPeriods: 9 },
    ],
    from: '2026-11-21',
  }
  expect(Object.values(fieldErrors(quoteInput, asked, 'en')).flat()).toContain(faults.en.relief_twice)
})
