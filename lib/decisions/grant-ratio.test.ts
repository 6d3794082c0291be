import { describe, expect, test } from 'vitest'
import type { ReliefLine } from '@/db/schema/proposals'
import { money, rate, zero } from '@/lib/platform/money'
import { grantRatios, type Yardstick } from './grant-ratio'

const contract: Yardstick = {
  buckets: {
    principal: money('18000'),
    overduePrincipal: zero,
    interest: money('432'),
    overdueInterest: zero,
    penaltyPrincipal: money('100'),
    penaltyInterest: zero,
    fees: zero,
  },
  balance: money('18532'),
  instalment: money('3127.25'),
  dailyPercent: rate('0.04'),
  remainingPeriods: 6,
}
const ratios = (asked: ReliefLine[], granted: ReliefLine[]) => grantRatios(asked, granted, contract)

describe('SS-17 granted over asked, each relief in its own unit', () => {
  test('V12 half of the interest asked for is 0.50, named as percent or as amount', () => {
    const asked: ReliefLine[] = [{ type: 'WAIVE_INTEREST', percent: '100' }]
    expect(ratios(asked, [{ type: 'WAIVE_INTEREST', percent: '50' }])).toEqual({ WAIVE_INTEREST: '0.50' })
    expect(ratios(asked, [{ type: 'WAIVE_INTEREST', amount: '216.00' }])).toEqual({ WAIVE_INTEREST: '0.50' })
  })

  test('a waiver is measured against what there is to waive: all principal, overdue or not, and no more than the bucket', () => {
    const buckets = { ...contract.buckets, principal: zero, overduePrincipal: money('2000') }
    const [asked, granted]: ReliefLine[][] = [
      [{ type: 'WAIVE_PRINCIPAL', percent: '50' }],
      [{ type: 'WAIVE_PRINCIPAL', amount: '200' }],
    ]
    expect(grantRatios(asked ?? [], granted ?? [], { ...contract, buckets })).toEqual({ WAIVE_PRINCIPAL: '0.20' })
    const more: ReliefLine[] = [{ type: 'WAIVE_INTEREST', amount: '500' }]
    expect(ratios(more, [{ type: 'WAIVE_INTEREST', percent: '100' }])).toEqual({ WAIVE_INTEREST: '1.00' })
  })

  test.each<[ReliefLine, ReliefLine, string]>([
    [{ type: 'TERM_EXTENSION', toPeriods: 12 }, { type: 'TERM_EXTENSION', toPeriods: 9 }, '0.50'],
    [{ type: 'TERM_EXTENSION', toPeriods: 12 }, { type: 'TERM_EXTENSION', toPeriods: 6 }, '0.00'],
    [{ type: 'INSTALMENT_PLAN', periods: 18 }, { type: 'INSTALMENT_PLAN', periods: 15 }, '0.75'],
    [{ type: 'LOWER_INSTALMENT', amount: '2127.25' }, { type: 'LOWER_INSTALMENT', amount: '2377.25' }, '0.75'],
    [{ type: 'RATE_CUT', toDailyPercent: '0' }, { type: 'RATE_CUT', toDailyPercent: '0.03' }, '0.25'],
    [{ type: 'LUMP_SUM', amount: '16532' }, { type: 'LUMP_SUM', amount: '17532' }, '0.50'],
    [{ type: 'PAYMENT_PAUSE', periods: 3 }, { type: 'PAYMENT_PAUSE', periods: 1 }, '0.33'],
    [{ type: 'INTEREST_ONLY', periods: 4 }, { type: 'INTEREST_ONLY', periods: 4 }, '1.00'],
    [{ type: 'WAIVE_PENALTY_PRINCIPAL', percent: '100' }, { type: 'WAIVE_PENALTY_PRINCIPAL', amount: '20' }, '0.20'],
    [{ type: 'DATE_CHANGE', dueDay: 20 }, { type: 'DATE_CHANGE', dueDay: 15 }, '1.00'],
    [{ type: 'STOP_COLLECTION' }, { type: 'STOP_COLLECTION' }, '1.00'],
    // A waiver of an empty bucket takes nothing off; granting it is granting all of it.
    [{ type: 'WAIVE_FEES', percent: '100' }, { type: 'WAIVE_FEES', percent: '100' }, '1.00'],
    // Worse than the contract is not a grant.
    [{ type: 'LOWER_INSTALMENT', amount: '2127.25' }, { type: 'LOWER_INSTALMENT', amount: '4000' }, '0.00'],
  ])('%o answered with %o is %s', (asked, granted, ratio) => {
    expect(ratios([asked], [granted])).toEqual({ [asked.type]: ratio })
  })

  test('what was asked for and left out of the answer is 0.00; what was never asked for has no ratio', () => {
    const asked: ReliefLine[] = [
      { type: 'WAIVE_INTEREST', percent: '100' },
      { type: 'TERM_EXTENSION', toPeriods: 12 },
    ]
    const granted: ReliefLine[] = [
      { type: 'TERM_EXTENSION', toPeriods: 12 },
      { type: 'DATE_CHANGE', dueDay: 5 },
    ]
    expect(ratios(asked, granted)).toEqual({ TERM_EXTENSION: '1.00', WAIVE_INTEREST: '0.00' })
  })
})
