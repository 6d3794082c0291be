import { describe, expect, test } from 'vitest'
import type { Plan } from '@/db/schema/proposals'
import { toText } from '@/lib/platform/money'
import { comparePlans } from './compare-plans'
import { mergePlans } from './merge-plans'
import { planOfTyped, readTypedPlan } from './typed-plan'

type Parts = [due: string, principal: string, interest: string, payment: string, balance: string]
const rowsOf = (...parts: Parts[]) =>
  parts.map(([due, principal, interest, payment, balance], index) => ({
    n: index + 1,
    due,
    principal,
    interest,
    fees: '0.00',
    payment,
    balance,
  }))
const one: Plan = {
  rows: rowsOf(['2026-12-05', '100.00', '2.00', '102.00', '100.00'], ['2027-01-05', '100.00', '1.00', '101.00', '0.00']),
  total: '203.00',
  interest: '3.00',
  last: '2027-01-05',
}
const other: Plan = {
  rows: rowsOf(['2026-12-20', '50.00', '0.50', '50.50', '50.00'], ['2027-01-05', '50.00', '0.25', '50.25', '0.00']),
  total: '100.75',
  interest: '0.75',
  last: '2027-01-05',
}

describe('several loan notes, one plan', () => {
  test('what falls due on one day is one instalment, and the totals add up', () => {
    const merged = mergePlans([one, other])
    expect(merged.rows.map(({ n, due, payment, balance }) => [n, due, payment, balance])).toEqual([
      [1, '2026-12-05', '102.00', '200.00'],
      [2, '2026-12-20', '50.50', '150.00'],
      [3, '2027-01-05', '151.25', '0.00'],
    ])
    expect([merged.total, merged.interest, merged.last]).toEqual(['303.75', '3.75', '2027-01-05'])
  })

  test('one plan stays as it is', () => expect(mergePlans([one])).toEqual(one))
})

describe('SE-13 the lender’s plan beside ours', () => {
  test('is read as it is typed, pasted or copied out of a spreadsheet', () => {
    const { rows, faults } = readTypedPlan('2026-12-05 3,343.25\n\n２．2027年1月5日，3127.25元\n3. 2027/2/5\t¥3127.26')
    expect(faults).toEqual([])
    expect(rows.map(({ due, amount }) => [due, toText(amount)])).toEqual([
      ['2026-12-05', '3343.25'],
      ['2027-01-05', '3127.25'],
      ['2027-02-05', '3127.26'],
    ])
    expect(planOfTyped(rows)).toMatchObject({ total: '9597.76', last: '2027-02-05' })
    expect(planOfTyped(rows).rows.map(({ balance }) => balance)).toEqual(['6254.51', '3127.26', '0.00'])
  })

  test('names the line and the fault of what it cannot read', () => {
    expect(readTypedPlan('2026-02-30 100\n2026-12-05 -5\n2027-01-05 100\n2027-01-04 100').faults).toEqual([
      { line: 1, fault: 'date' },
      { line: 2, fault: 'amount' },
      { line: 4, fault: 'order' },
    ])
  })

  test('is compared line by line, with days and amounts and lines of one side only', () => {
    const theirs = planOfTyped(readTypedPlan('2026-12-05 102.00\n2027-01-06 101.00\n2027-02-05 1.00').rows)
    expect(comparePlans(one, theirs).map(({ difference, isSame }) => [difference, isSame])).toEqual([
      ['0.00', true],
      ['0.00', false],
      ['1.00', false],
    ])
    expect(comparePlans(one, one).every((line) => line.isSame)).toBe(true)
    expect(comparePlans(one, theirs).at(2)).toMatchObject({ ours: null, theirs: { due: '2027-02-05' } })
  })
})
