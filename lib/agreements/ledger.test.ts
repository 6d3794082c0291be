import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { money, sum, toText } from '@/lib/platform/money'
import { settle } from '@/lib/schedules/payment-order'
import { ledger, type Paid, summaryOf } from './ledger'

const plan = [
  { n: 1, dueOn: '2026-12-05', amount: money('3343.25') },
  { n: 2, dueOn: '2027-01-05', amount: money('3127.25') },
  { n: 3, dueOn: '2027-02-05', amount: money('3127.26') },
]
const paid = (paidOn: string, amount: string, isVerified = true): Paid => ({ paidOn, amount: money(amount), isVerified })
const statuses = (payments: Paid[], today: string) => ledger(plan, payments, today).map((row) => row.status)

describe('SS-10 the ledger follows from the dates', () => {
  test('an instalment is due all its day and late the day after', () => {
    expect(statuses([], '2026-12-05')).toEqual(['DUE', 'DUE', 'DUE'])
    expect(statuses([], '2026-12-06')).toEqual(['LATE', 'DUE', 'DUE'])
  })

  test('a payment settles the oldest instalment first and runs over into the next', () => {
    const rows = ledger(plan, [paid('2026-12-04', '4000')], '2026-12-06')
    expect(rows.map((row) => [toText(row.paid), row.paidOn, row.status])).toEqual([
      ['3343.25', '2026-12-04', 'PAID'],
      ['656.75', '2026-12-04', 'PARTLY'],
      ['0.00', null, 'DUE'],
    ])
  })

  test('an instalment paid in two parts is paid on the day of the second', () => {
    const [first] = ledger(plan, [paid('2026-12-10', '343.25'), paid('2026-12-04', '3000')], '2026-12-11')
    expect(first).toMatchObject({ status: 'PAID', paidOn: '2026-12-10' })
  })

  test('what is only reported is shown as reported and does not count as paid', () => {
    const [first] = ledger(plan, [paid('2026-12-04', '3343.25', false)], '2026-12-09')
    expect(first).toMatchObject({ status: 'REPORTED', daysLate: 0, paidOn: null })
    expect(toText(first?.paid ?? money('1'))).toBe('0.00')
  })

  test('a part paid in time is late once the day has passed', () => {
    const [first] = ledger(plan, [paid('2026-12-01', '100')], '2026-12-15')
    expect(first).toMatchObject({ status: 'LATE', daysLate: 10 })
  })
})

describe('SS-10 SS-11 the breach rule', () => {
  const standing = (payments: Paid[], today: string) => summaryOf(ledger(plan, payments, today), 30)

  test('one missed instalment raises the flag the next day', () => {
    expect(standing([], '2026-12-06')).toMatchObject({
      lateCount: 1,
      lateAmount: '3343.25',
      daysLate: 1,
      isBroken: false,
      breaksOn: '2027-01-05',
    })
  })

  test('the plan is broken when an instalment is unpaid for more than the organisation’s days', () => {
    expect(standing([], '2027-01-04').isBroken).toBe(false)
    expect(standing([], '2027-01-05').isBroken).toBe(true)
  })

  test('the next instalment and what is left are named', () => {
    expect(standing([paid('2026-12-05', '3443.25')], '2026-12-06')).toMatchObject({
      paid: '3443.25',
      left: '6154.51',
      next: { n: 2, dueOn: '2027-01-05', amount: '3027.25' },
      isComplete: false,
      breaksOn: null,
    })
  })

  test('SS-06 a plan paid to the end is complete, an empty one is not', () => {
    expect(standing([paid('2026-12-05', '9597.76')], '2026-12-06')).toMatchObject({ isComplete: true, left: '0.00', next: null })
    expect(summaryOf([], 30).isComplete).toBe(false)
  })
})

test('payments are never lost or made: what instalments hold is what was paid, up to the total', () => {
  const cents = fc.integer({ min: 1, max: 500_000 })
  const payment = fc.record({ cents, day: fc.integer({ min: 1, max: 28 }), isVerified: fc.boolean() })
  fc.assert(
    fc.property(fc.array(cents, { minLength: 1, maxLength: 8 }), fc.array(payment, { maxLength: 8 }), (dues, payments) => {
      const due = dues.map((amount, index) => ({
        n: index + 1,
        dueOn: `2027-01-0${index + 1}`,
        amount: money('0.01').times(amount),
      }))
      const made = payments.map(({ cents: amount, day, isVerified }) =>
        paid(`2027-01-${day.toString().padStart(2, '0')}`, money('0.01').times(amount).toFixed(2), isVerified),
      )
      const rows = ledger(due, made, '2027-01-15')
      const held = sum(rows.flatMap((row) => [row.paid, row.reported]))
      const given = sum(made.map((each) => each.amount))
      const owed = sum(due.map((each) => each.amount))
      expect(toText(held)).toBe(toText(given.lte(owed) ? given : owed))
    }),
  )
})

test('V10 500 settles costs of 20 and interest of 180 before principal, unless the contract says otherwise', () => {
  const owed = { costs: money('20'), interest: money('180'), principal: money('10000') }
  const parts = settle(money('500'), owed)
  expect([parts.costs, parts.interest, parts.principal, parts.over].map(toText)).toEqual(['20.00', '180.00', '300.00', '0.00'])
  const agreed = settle(money('500'), owed, ['principal', 'interest', 'costs'])
  expect(toText(agreed.principal)).toBe('500.00')
})
