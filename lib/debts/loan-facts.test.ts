import { describe, expect, test } from 'vitest'
import { money, rate } from '@/lib/platform/money'
import { daysPastDueAt } from '@/lib/schedules/days-past-due'
import { annualRates } from './annual-rate'
import { completeness } from './completeness'
import { limitWarnings } from './product-limits'

test('SP-02 days past due turn at midnight in Shanghai (vector V9)', () => {
  const due = '2026-11-21'
  const at = (instant: string) => daysPastDueAt(due, new Date(instant), 'Asia/Shanghai')
  expect(at('2026-11-20T16:00:00Z')).toBe(0)
  expect(at('2026-11-21T15:59:59.999Z')).toBe(0)
  expect(at('2026-11-21T16:00:00Z')).toBe(1)
})

describe('the rate', () => {
  test('SD-16 0.04 % a day is 14.40 % a year simple and 15.39 % IRR (vector V3)', () => {
    expect(annualRates(rate('0.04'))).toEqual({ simple: '14.40', irr: '15.39' })
  })
  test('a rate of nothing is nothing both ways', () => {
    expect(annualRates(rate('0'))).toEqual({ simple: '0.00', irr: '0.00' })
  })
})

describe('SP-04 how much of a loan note is known', () => {
  const nothing = {
    contractNumber: '',
    contractLender: '',
    originalAmount: null,
    dailyPercent: null,
    startedOn: null,
    endsOn: null,
    totalPeriods: null,
    remainingPeriods: null,
    nextDueOn: null,
  }
  test('missing facts are listed in the order of the bill page', () => {
    expect(completeness({ ...nothing, contractLender: '重庆蚂蚁消费金融有限公司', dailyPercent: rate('0.04') })).toEqual({
      known: 2,
      of: 9,
      missing: ['contractNumber', 'originalAmount', 'startedOn', 'endsOn', 'totalPeriods', 'remainingPeriods', 'nextDueOn'],
    })
  })
  test('a rate of zero is a fact', () => {
    expect(completeness({ ...nothing, dailyPercent: rate('0') }).missing).not.toContain('dailyPercent')
  })
})

describe('what the product allows', () => {
  const jiebei = { maxLimit: money('300000.00'), minTermDays: 7, maxTermMonths: 12 }
  const loan = { originalAmount: money('300000.00'), creditLimit: null, startedOn: '2026-01-31', endsOn: '2027-01-31' }

  test('SD-12 a loan above 300,000 is warned about, one at the limit is not', () => {
    expect(limitWarnings(loan, jiebei)).toEqual([])
    expect(limitWarnings({ ...loan, originalAmount: money('300000.01') }, jiebei)).toEqual(['ABOVE_LIMIT'])
  })
  test('SD-15 a credit limit above the product’s is warned about too', () => {
    expect(limitWarnings({ ...loan, creditLimit: money('500000') }, jiebei)).toEqual(['ABOVE_LIMIT'])
  })
  test('SD-13 a term outside 7 days to 12 months is warned about', () => {
    expect(limitWarnings({ ...loan, endsOn: '2026-02-06' }, jiebei)).toEqual(['TERM_TOO_SHORT'])
    expect(limitWarnings({ ...loan, endsOn: '2026-02-07' }, jiebei)).toEqual([])
    expect(limitWarnings({ ...loan, endsOn: '2027-02-01' }, jiebei)).toEqual(['TERM_TOO_LONG'])
  })
  test('what the directory does not know is not warned about', () => {
    expect(limitWarnings(loan, { maxLimit: null, minTermDays: null, maxTermMonths: null })).toEqual([])
  })
})
