import { expect, test } from 'vitest'
import { money, toText } from '@/lib/platform/money'
import { leftOf } from './left'

const order = 'COSTS_INTEREST_PRINCIPAL' as const

test('a plan typed from paper where nothing was left to pay by ours is shared out evenly', () => {
  const free = {
    debtId: 'a',
    plan: { rows: [], total: '0.00', interest: '0.00', last: '' },
    dailyPercent: '0',
    method: 'EQUAL_INSTALMENT' as const,
  }
  const ledger = [{ dueOn: '2026-12-05', amount: money('100.00'), paid: money('0') }]
  const left = leftOf({ notes: [free, { ...free, debtId: 'b' }], negotiated: free.plan, paymentOrder: order }, ledger)
  expect(left.map(({ rows }) => rows.map((row) => toText(row.principal)))).toEqual([['50.00'], ['50.00']])
})

test.each([
  ['asked for', null],
  ['typed from paper', { rows: [], total: '200.00', interest: '0.00', last: '' }],
])('an agreement made before its notes were kept tells nothing of them, whatever was paid (plan %s)', (_, negotiated) => {
  const ledger = [{ dueOn: '2026-12-05', amount: money('200.00'), paid: money('50.00') }]
  expect(leftOf({ notes: [], negotiated, paymentOrder: order }, ledger)).toEqual([])
})
