import { describe, expect, test } from 'vitest'
import { money, toText } from '@/lib/platform/money'
import { type Buckets, dueUnder, oldestDue, overdueOf, owedOf } from './buckets'

const buckets = (amounts: Partial<Record<keyof Buckets, string>>): Buckets => ({
  principal: money(amounts.principal ?? '0'),
  overduePrincipal: money(amounts.overduePrincipal ?? '0'),
  interest: money(amounts.interest ?? '0'),
  overdueInterest: money(amounts.overdueInterest ?? '0'),
  penaltyPrincipal: money(amounts.penaltyPrincipal ?? '0'),
  penaltyInterest: money(amounts.penaltyInterest ?? '0'),
  fees: money(amounts.fees ?? '0'),
})

const all = buckets({
  principal: '10000.00',
  overduePrincipal: '1000.00',
  interest: '100.00',
  overdueInterest: '10.00',
  penaltyPrincipal: '1.00',
  penaltyInterest: '0.10',
  fees: '0.01',
})

describe('what is owed', () => {
  test('SP-02 the total is all buckets to the fen', () => {
    expect(toText(owedOf(all))).toBe('11111.11')
  })
  test('principal and interest that run normally are not overdue', () => {
    expect(toText(overdueOf(all))).toBe('1011.11')
  })
})

describe('the day a case counts from', () => {
  const debt = (oldestUnpaidDueOn: string | null, nextDueOn: string | null) => ({ oldestUnpaidDueOn, nextDueOn })
  test('that of the agreement for the loan notes it covers, and none where it is paid up', () => {
    const note = { id: 'a', ...debt('2026-09-26', '2026-10-26') }
    expect(dueUnder(new Map([['a', '2026-11-26']]), note)).toBe('2026-11-26')
    expect(dueUnder(new Map([['a', null]]), note)).toBeNull()
    expect(dueUnder(new Map([['b', '2026-11-26']]), note)).toBe('2026-09-26')
  })
  test('the oldest unpaid instalment among the debts', () => {
    expect(oldestDue([debt(null, '2026-12-05'), debt('2026-10-05', '2026-12-05'), debt(null, null)])).toBe('2026-10-05')
  })
  test('the next one to come where nothing is overdue', () => {
    expect(oldestDue([debt(null, '2026-12-05'), debt(null, '2026-12-01')])).toBe('2026-12-01')
  })
  test('none where no day is known', () => {
    expect(oldestDue([debt(null, null)])).toBeNull()
    expect(oldestDue([])).toBeNull()
  })
})
