import { expect, test } from 'vitest'
import { money } from '@/lib/platform/money'
import { reachedOn } from './savings'

const goal = (target: string, saved: string, monthly: string) => ({
  target: money(target),
  saved: money(saved),
  monthly: money(monthly),
})

test('FB-05 the projected date is the month in which the last part is put aside', () => {
  // 6,000.00 − 1,500.00 at 600.00 a month: 4,500 / 600 = 7.5, so the eighth month.
  expect(reachedOn(goal('6000', '1500', '600'), '2026-11-21')).toBe('2027-07-21')
  // 4,800 / 600 = 8 exactly: no ninth month.
  expect(reachedOn(goal('6000', '1200', '600'), '2026-11-21')).toBe('2027-07-21')
  expect(reachedOn(goal('6000', '1199.99', '600'), '2026-11-21')).toBe('2027-08-21')
})

test('FB-05 a month without that day takes its last day', () => {
  expect(reachedOn(goal('600', '0', '300'), '2026-12-31')).toBe('2027-02-28')
})

test('FB-05 what is saved already is reached today', () => {
  expect(reachedOn(goal('500', '500', '0'), '2026-11-21')).toBe('2026-11-21')
})

test('FB-05 nothing put aside, or too little for twenty years, has no date', () => {
  expect(reachedOn(goal('500', '499.99', '0'), '2026-11-21')).toBeNull()
  expect(reachedOn(goal('24100', '0', '100'), '2026-11-21')).toBeNull()
  expect(reachedOn(goal('24000', '0', '100'), '2026-11-21')).toBe('2046-11-21')
})
