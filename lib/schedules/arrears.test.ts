import { expect, test } from 'vitest'
import { money, rate, toText } from '@/lib/platform/money'
import { costOfWaiting } from './cost-of-waiting'
import { daysPastDue, daysPastDueAt } from './days-past-due'
import { settle } from './payment-order'
import { penaltyOn } from './penalty'

const dailyRate = rate('0.0004')

test('V6 ten days overdue on 1,000 at 1.5 times 0.04 % cost 6.00', () => {
  expect(toText(penaltyOn(money('1000'), 10, { dailyRate }))).toBe('6.00')
})

test('within the days of grace there is no penalty; after them only the days beyond, or all where the contract says so', () => {
  const penalty = (days: number, graceIsLost: boolean) =>
    toText(penaltyOn(money('1000'), days, { dailyRate, graceDays: 3, graceIsLost }))
  expect([penalty(3, false), penalty(4, false), penalty(3, true), penalty(4, true)]).toEqual(['0.00', '0.60', '0.00', '2.40'])
})

test('nothing is charged before the due date', () => {
  expect(toText(penaltyOn(money('1000'), -5, { dailyRate }))).toBe('0.00')
})

test('V9 SP-02 days past due turn at midnight in Shanghai', () => {
  const at = (instant: string) => daysPastDueAt('2026-11-21', new Date(instant), 'Asia/Shanghai')
  expect(at('2026-11-20T16:00:00Z')).toBe(0)
  expect(at('2026-11-21T15:59:59.999Z')).toBe(0)
  expect(at('2026-11-21T16:00:00Z')).toBe(1)
  expect(daysPastDue('2026-11-21', '2026-11-16')).toBe(-5)
})

const open = { costs: money('20'), interest: money('180'), principal: money('10000') }
const texts = (settled: Record<string, ReturnType<typeof money>>) =>
  Object.fromEntries(Object.entries(settled).map(([claim, amount]) => [claim, toText(amount)]))

test('V10 a payment of 500 pays costs, then interest, then principal', () => {
  expect(texts(settle(money('500'), open))).toEqual({ costs: '20.00', interest: '180.00', principal: '300.00', over: '0.00' })
})

test('a contract may put principal first', () => {
  const order = ['principal', 'interest', 'costs'] as const
  expect(texts(settle(money('500'), open, order))).toEqual({ costs: '0.00', interest: '0.00', principal: '500.00', over: '0.00' })
})

test('what is paid beyond everything open is said', () => {
  expect(texts(settle(money('10200.01'), open)).over).toBe('0.01')
})

test('SD-09 thirty days of waiting cost interest on what is not due and penalty on what is', () => {
  const debt = {
    principal: money('10000'),
    overduePrincipal: money('2000'),
    overdueInterest: money('100'),
    penalty: { dailyRate },
  }
  // 10,000 x 0.0004 x 30, 2,000 x 0.0006 x 30, 100 x 0.0006 x 30
  expect(texts(costOfWaiting(debt, 30))).toEqual({
    interest: '120.00',
    penaltyPrincipal: '36.00',
    penaltyInterest: '1.80',
    total: '157.80',
  })
})
