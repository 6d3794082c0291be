import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { faults } from '@/lib/i18n/messages/faults'
import { amount, civilDay, type FieldFault, percentField, requiredLine } from '@/lib/platform/fields'
import { quoteInput } from '@/lib/relief/quote-input'
import { amountText, everyText, percentText, scheduleInput } from '@/lib/schedules/input'
import { fieldErrors, fieldSentence } from './field-errors'

const enFaults = faults.en

/** Does not compile unless there is a sentence for every fault that the fields of forms name. */
const ofFields: Record<FieldFault, string> = enFaults

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
  expect(fieldSentence('date:3', 'zh-CN')).toBe('3: 请填日历上有的日期，例如 2026-11-21。')
  expect(fieldSentence('some_code_nobody_knows', 'en')).toBe('check this entry.')
  expect(Object.keys(ofFields).length).toBeGreaterThan(6)
})

test('a schema’s own fault says how to mend it', () => {
  const input = z.strictObject({ name: requiredLine(9), paid: amount, on: civilDay, share: percentField })
  expect(fieldErrors(input, { name: '  ', paid: '1.234', on: '2026-02-30', share: 'x' }, 'en')).toEqual({
    name: ['This cannot be empty.'],
    paid: ['write an amount with at most two decimals, such as 1200.00.'],
    on: ['give a day that the calendar has, such as 2026-11-21.'],
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

test('more than all of it cannot be waived', () => {
  const asked = {
    debt: { buckets: { principal: '12000' }, dailyPercent: '0.04', remainingPeriods: 3, nextDue: '2026-12-05' },
    reliefs: [{ type: 'WAIVE_INTEREST', percent: '200' }],
    from: '2026-11-21',
  }
  expect(fieldErrors(quoteInput, asked, 'en')).toEqual({ 'reliefs.0.percent': [faults.en.hundred] })
})

describe('a value that may have several forms', () => {
  const terms = { principal: '12000', rate: { dailyPercent: '0.04' }, method: 'flat', periods: 6 }
  const wrong = (change: object) => fieldErrors(scheduleInput, { ...terms, ...change }, 'en')

  test('and has none of them is told which there are', () => {
    const faults = wrong({
      rate: { annualPercent: '14.4', dailyPercent: '0.04' },
      ...{ changes: [{ on: '2026-02-01' }], rounding: { interest: 'x' } },
    })
    expect(faults).toEqual({
      rate: ['One of these is possible: {annualPercent} / {dailyPercent} / {periodPercent}.'],
      'changes.0': ['One of these is possible: {on, ratePercent} / {on, extendBy} / {on, disburse}.'],
      'rounding.interest': ['One of these is possible: "none" / write a number above 0 with at most four decimals.'],
    })
    for (const rate of ['14.4', 14.4, null, []]) expect(wrong({ rate })).toEqual({ rate: [enFaults.rate_form] })
    expect(wrong({ rate: undefined })).toEqual({ rate: ['This is required.'] })
    expect(fieldErrors(scheduleInput, { ...terms, rate: {} }, 'zh-CN')).toEqual({
      rate: ['可以是以下之一：{annualPercent} / {dailyPercent} / {periodPercent}。'],
    })
  })

  test('and was meant to have one is told what is wrong with that', () => {
    const faults = wrong({ rate: { annualPercent: 'x' }, changes: [{ on: 'x', extendBy: 1 }], payments: [{ amount: '1,200' }] })
    expect(faults).toEqual({
      'rate.annualPercent': [enFaults.percent],
      'changes.0.on': [enFaults.date],
      'payments.0.amount': ['Write an amount with at most two decimals and no thousands separators, such as 1200.00.'],
    })
    expect(wrong({ principal: undefined, periods: undefined })).toEqual({
      principal: ['This is required.'],
      periods: ['This is required.'],
    })
  })

  test('and is left out is called missing, and one that is null or of another kind is told its kind', () => {
    const debt = { buckets: { principal: '12000' }, dailyPercent: '0.04', remainingPeriods: 3, nextDue: '2026-12-05' }
    const said = (relief: object) => fieldErrors(quoteInput, { debt, reliefs: [relief], from: '2026-11-21' }, 'en')
    expect(said({ type: 'TERM_EXTENSION' })).toEqual({ 'reliefs.0.toPeriods': ['This is required.'] })
    expect(said({ type: 'TERM_EXTENSION', toPeriods: '6' })).toEqual({ 'reliefs.0.toPeriods': ['This must be a number.'] })
    expect(said({ type: 'LUMP_SUM', amount: '0', on: '2026-12-01' })).toEqual({ 'reliefs.0.amount': [enFaults.zero] })
    expect(said({ type: 'LOWER_INSTALMENT', amount: '0' })).toEqual({ 'reliefs.0.amount': [enFaults.zero] })
  })

  test('and takes other fields by what it is, as a relief does, is told so too', () => {
    const debt = { buckets: { principal: '12000' }, dailyPercent: '0.04', remainingPeriods: 3, nextDue: '2026-12-05' }
    const reliefs = [{ type: 'WAIVE_PRINCIPAL' }, { type: 'WAIVE_FEES', percent: 'x' }, { type: 'DATE_CHANGE' }]
    const faults = fieldErrors(quoteInput, { debt, reliefs, from: '2026-11-21' }, 'en')
    expect(faults).toEqual({
      'reliefs.0': ['One of these is possible: {type, percent} / {type, amount}.'],
      'reliefs.1.percent': [enFaults.percent],
      'reliefs.2.dueDay': ['This is required.'],
    })
  })
})
