import { expect, test } from 'vitest'
import { money, percentText, rate, toText, zero } from '@/lib/platform/money'
import { type Debt, nothingWaived } from '@/lib/relief/offer'
import { monthly } from '@/lib/schedules/frequency'
import { compareRefinance } from './refinance'

/** Vector V3: 12,000.00 at 0.04 % a day, three instalments left, 12,289.14 to pay. */
const note: Debt = {
  buckets: { ...nothingWaived, principal: money('12000') },
  ...{ dailyRate: rate('0.0004'), method: 'equal_instalment', bullet: false, remainingPeriods: 3, nextDue: '2026-12-05' },
  ...{ every: monthly, dayCount: '30/360' },
}
const loan = (over: object = {}) => ({
  ...{ amount: money('12000'), annualRate: rate('0.12'), periods: 12, fee: zero },
  ...over,
})
const today = '2026-11-21'

test('FB-02 a bank loan is shown with its total cost beside what is owed now', () => {
  const { now, loan: then, extra } = compareRefinance([note], loan(), today)
  expect({ total: toText(now.total), instalment: toText(now.instalment), last: now.last }).toEqual({
    ...{ total: '12289.14', instalment: '4096.38', last: '2027-02-05' },
  })
  // 12,000 at 1 % a month over twelve months: 12,000 × 0.01 ÷ (1 − 1.01^−12) = 1,066.19, worked out apart from the engine.
  expect({ total: toText(then.total), instalment: toText(then.instalment), last: then.last }).toEqual({
    ...{ total: '12794.23', instalment: '1066.19', last: '2027-11-21' },
  })
  expect(toText(extra)).toBe('505.09')
})

test('FB-02 the warning against paying debt with debt stands whatever the figures say', () => {
  const cheap = compareRefinance([note], loan({ annualRate: zero, periods: 2 }), today)
  expect(toText(cheap.extra)).toBe('-289.14')
  expect(cheap.cautions).toEqual(['DEBT_FOR_DEBT'])
  expect(compareRefinance([note], loan(), today).cautions).toEqual(['DEBT_FOR_DEBT', 'COSTS_MORE', 'LASTS_LONGER'])
})

test('FB-02 a fee taken first counts as cost, and leaves too little to pay the debt', () => {
  const { loan: then, annual, cautions } = compareRefinance([note], loan({ fee: money('200') }), today)
  expect(toText(then.total)).toBe('12994.23')
  expect(annual && percentText(annual.simple)).toBe('15.20')
  expect(cautions).toEqual(['DEBT_FOR_DEBT', 'COSTS_MORE', 'LASTS_LONGER', 'FEE_FIRST', 'NOT_ENOUGH'])
})

test('FB-02 borrowing more than is owed is called new debt', () => {
  expect(compareRefinance([note], loan({ amount: money('15000') }), today).cautions).toContain('MORE_DEBT')
})

test('several loan notes are added up by month', () => {
  const { now } = compareRefinance([note, { ...note, nextDue: '2026-12-20' }], loan({ amount: money('24000') }), today)
  expect({ total: toText(now.total), instalment: toText(now.instalment), last: now.last }).toEqual({
    ...{ total: '24578.28', instalment: '8192.76', last: '2027-02-20' },
  })
})
