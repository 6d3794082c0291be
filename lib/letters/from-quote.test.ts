import { expect, test } from 'vitest'
import { money, rate, toText } from '@/lib/platform/money'
import { type Debt, nothingWaived } from '@/lib/relief/offer'
import { quote } from '@/lib/relief/quote'
import { askText } from './asks'
import { asksOf, planFactsOf } from './from-quote'

/** 小张 (SX-02): job loss, asks half of the interest of the published vector V12. */
const debt: Debt = {
  buckets: { ...nothingWaived, principal: money('18000.00'), interest: money('432.00') },
  dailyRate: rate('0.0004'),
  method: 'equal_instalment',
  bullet: false,
  remainingPeriods: 6,
  nextDue: '2026-12-05',
  every: { count: 1, unit: 'month' },
  dayCount: '30/360',
}

test('SX-02 the letter of 小张 asks for the amount that half of the interest is, and its schedule adds up', () => {
  const reliefs = [{ type: 'WAIVE_INTEREST' as const, percent: '50' }]
  const { after, waived } = quote({ debt, reliefs, from: '2026-11-30' })
  const [ask] = asksOf(reliefs, { buckets: debt.buckets, waived })
  expect(ask && askText(ask, 'zh-CN')).toBe('减免已产生的利息¥216.00')
  const plan = planFactsOf(after.rows)
  expect([toText(plan.total), plan.rows.length]).toEqual(['18979.51', 6])
})

test('a waiver of everything says so', () => {
  const reliefs = [{ type: 'WAIVE_INTEREST' as const, percent: '100' }]
  const { waived } = quote({ debt, reliefs, from: '2026-11-30' })
  const [ask] = asksOf(reliefs, { buckets: debt.buckets, waived })
  expect(ask && askText(ask, 'zh-CN')).toBe('减免已产生的利息¥432.00（全部）')
})

test('a waiver of what is not there is left out of the letter', () => {
  const asks = asksOf(
    [
      { type: 'WAIVE_INTEREST', percent: '100' },
      { type: 'WAIVE_PENALTY_PRINCIPAL', percent: '100' },
    ],
    { buckets: debt.buckets, waived: { ...nothingWaived, interest: money('432.00') } },
  )
  expect(asks.map(({ type }) => type)).toEqual(['WAIVE_INTEREST'])
})

test('the parameters as they are stored become the clauses of the letter', () => {
  const waivers = { buckets: debt.buckets, waived: nothingWaived }
  const clauses = asksOf(
    [
      { type: 'TERM_EXTENSION', toPeriods: 12 },
      { type: 'LOWER_INSTALMENT', amount: '2159.41' },
      { type: 'RATE_CUT', toDailyPercent: '0.02' },
      { type: 'LUMP_SUM', amount: '15000.00', on: '2026-12-20' },
      { type: 'PAYMENT_PAUSE', periods: 2, interest: 'accrues' },
      { type: 'OTHER', text: '延后首期' },
    ],
    waivers,
  ).map((ask) => askText(ask, 'zh-CN'))
  expect(clauses).toEqual([
    '将剩余还款期数延长至12期',
    '将每期还款额调整为¥2,159.41',
    '将日利率调整为0.02%',
    '于2026年12月20日一次性支付¥15,000.00结清全部欠款',
    '暂缓还款2期，期间利息照计',
    '延后首期',
  ])
})
