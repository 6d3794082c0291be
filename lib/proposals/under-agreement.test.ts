import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ReliefLine } from '@/db/schema/proposals'
import { leftOf, paymentOf } from '@/lib/agreements/left'
import { mergePlans } from '@/lib/agreements/merge-plans'
import { money, sum, toText } from '@/lib/platform/money'
import { agreed, asked, day, granted, ledgerOf, leftAfter, none, order, recorded, stand, waiver } from './agreed-notes.fixture'
import type { DebtSheet } from './debt-sheet'
import { underAgreement } from './under-agreement'
import { workOut } from './work-out'

describe('a loan note under an agreement', () => {
  const extended = granted([{ type: 'TERM_EXTENSION', toPeriods: 12 }, waiver])
  const ordinary = { ...recorded, buckets: { ...recorded.buckets, penaltyPrincipal: '0.00' }, owed: '12000.00' }
  const payments = extended.plan.rows.map(({ payment }) => payment)

  test('has the instalments, dates and principal that the agreement leaves, and nothing of what was waived', () => {
    const [note] = leftAfter([extended], payments.slice(0, 3), '2027-02-10')
    const fourth = extended.plan.rows[2]?.balance
    expect(note).toMatchObject({ remainingPeriods: 9, nextDueOn: '2027-03-05', endsOn: '2027-11-05', owed: fourth })
    expect(note?.buckets).toMatchObject({ ...none, principal: fourth, penaltyPrincipal: '0.00' })
    expect(note?.agreedPlan?.rows.map(({ payment }) => payment)).toEqual(payments.slice(3))
  })

  test('goes on by the agreed plan, so that asking for nothing changes nothing', () => {
    const [note = recorded] = leftAfter([extended], payments.slice(0, 3), '2027-02-10')
    const { lines } = workOut([note], [asked([], note)], { surplus: null, from: '2027-02-10' })
    expect(lines[0]?.instalmentBefore).toBe(payments[3])
    expect(lines[0]?.after).toEqual(lines[0]?.before)
  })

  test('owes what was missed as overdue, principal and interest apart, and is asked for it with the next instalment', () => {
    const [note] = leftAfter([extended], payments.slice(0, 1), '2027-02-10')
    const missed = extended.plan.rows.slice(1, 3)
    const sumOf = (part: 'principal' | 'interest' | 'payment') => toText(sum(missed.map((row) => money(row[part]))))
    expect(note?.buckets).toMatchObject({ overduePrincipal: sumOf('principal'), overdueInterest: sumOf('interest') })
    expect(note?.remainingPeriods).toBe(9)
    expect(note?.agreedPlan?.rows[0]?.payment).toBe(toText(money(sumOf('payment')).plus(money(payments[3] ?? '0'))))
  })

  test('settles interest first where an instalment is paid in part', () => {
    const [first] = extended.plan.rows
    const [note] = leftAfter([extended], ['100.00'], '2026-12-20')
    expect(note?.buckets.overdueInterest).toBe(toText(money(first?.interest ?? '0').minus('100')))
    expect(note?.buckets.overduePrincipal).toBe(first?.principal)
  })

  test('takes penalties from a bill since, which no plan foresees, and keeps what that bill said', () => {
    const [note] = leftAfter([extended], payments.slice(0, 3), '2027-02-10', true)
    expect(note?.buckets.penaltyPrincipal).toBe('300.00')
    expect(note?.agreedPlan?.rows[0]).toMatchObject({ fees: '300.00' })
    expect(note?.billed).toEqual(recorded.buckets)
  })

  test('counts penalties once that the plan asks for and a bill since still shows', () => {
    const [note] = leftAfter([granted([{ type: 'TERM_EXTENSION', toPeriods: 12 }])], [], day, true)
    expect(note?.buckets).toMatchObject({ fees: '300.00', penaltyPrincipal: '0.00' })
    expect(note?.agreedPlan?.rows[0]?.fees).toBe('300.00')
  })

  test('owes a fee of a bill since, and is asked for it with the next instalment', () => {
    const costly = { ...recorded, buckets: { ...recorded.buckets, penaltyPrincipal: '30.00', fees: '50.00' } }
    const [left] = leftOf(agreed([extended]), ledgerOf([extended]))
    const note = underAgreement(costly, left, stand(day, true))
    expect(note.buckets).toMatchObject({ fees: '50.00', penaltyPrincipal: '30.00' })
    expect(note.agreedPlan?.rows[0]?.fees).toBe('80.00')
  })

  test('goes on at the rate that was granted', () => {
    const [note] = leftAfter([granted([{ type: 'RATE_CUT', toDailyPercent: '0.02' }])], [], day)
    expect(note?.dailyPercent).toBe('0.02')
  })

  test('keeps interest that was put into a later instalment', () => {
    const late = { ...recorded, buckets: { ...recorded.buckets, interest: '144.00', penaltyPrincipal: '0.00' }, owed: '12144.00' }
    const [line] = workOut([late], [{ ...asked([], late), treatment: 'CARRY_FORWARD' }], { surplus: null, from: day }).lines
    if (line === undefined) throw new Error('not worked out')
    const note = { debtId: 'a', plan: line.after, dailyPercent: '0.04', method: 'EQUAL_INSTALMENT' as const }
    const [now] = leftAfter([note], [line.after.rows[0]?.payment ?? ''], '2026-12-20')
    expect(now?.buckets.interest).toBe('144.00')
  })

  const ways: readonly [string, ReliefLine[], Partial<DebtSheet>][] = [
    ['interest-only instalments first', [{ type: 'INTEREST_ONLY', periods: 3 }], {}],
    [
      'instalments so low that the last is large',
      [
        { type: 'LOWER_INSTALMENT', amount: '500' },
        { type: 'TERM_EXTENSION', toPeriods: 8 },
      ],
      {},
    ],
    ['everything at the end', [{ type: 'TERM_EXTENSION', toPeriods: 12 }], { method: 'BULLET' }],
    ['equal principal', [{ type: 'TERM_EXTENSION', toPeriods: 12 }], { method: 'EQUAL_PRINCIPAL' }],
    ['the 31st as its day', [{ type: 'TERM_EXTENSION', toPeriods: 12 }], { nextDueOn: '2026-12-31' }],
  ]
  test.each(ways)('with %s owes no interest that is still to accrue', (_, reliefs, given) => {
    const note = granted(reliefs, { ...ordinary, ...given })
    const months = note.plan.rows
    const [now] = leftOf(agreed([note]), ledgerOf([note])).map((left) => underAgreement(ordinary, left, stand(day)))
    expect(now).toMatchObject({ owed: '12000.00', remainingPeriods: months.length, nextDueOn: months[0]?.due })
  })

  test('keeps the day of the month where the next instalment falls on a shorter month’s end', () => {
    const on31st = granted([{ type: 'TERM_EXTENSION', toPeriods: 6 }], { ...ordinary, nextDueOn: '2027-01-31' })
    const [note = recorded] = leftAfter([on31st], [on31st.plan.rows[0]?.payment ?? ''], '2027-02-10')
    const longer = asked([{ type: 'TERM_EXTENSION', toPeriods: 8 }], note)
    const { lines } = workOut([note], [longer], { surplus: null, from: '2027-02-10' })
    expect(lines[0]?.after.rows.slice(0, 3).map(({ due }) => due)).toEqual(['2027-02-28', '2027-03-31', '2027-04-30'])
  })

  test('is not said to cost more where it costs less than what is agreed', () => {
    const late: ReliefLine[] = [{ type: 'INTEREST_ONLY', periods: 5 }]
    const [note = recorded] = leftAfter([granted(late, ordinary)], [], day)
    const { lines, saving } = workOut([note], [asked([{ type: 'DATE_CHANGE', dueDay: 10 }], note)], { surplus: null, from: day })
    expect([money(saving).gt('0'), lines[0]?.warnings]).toEqual([true, []])
  })

  test('knows of a plan typed from paper what its payments settle at the agreed rate', () => {
    const rows = extended.plan.rows.map(({ due, payment }) => ({ dueOn: due, amount: money(payment), paid: money('0') }))
    const [left] = leftOf({ notes: [extended], negotiated: extended.plan, paymentOrder: order }, rows)
    const note = underAgreement(recorded, left, stand(day))
    expect(money(note.buckets.principal).minus('12000').abs().lte('0.05')).toBe(true)
    expect(note.agreedPlan?.total).toBe(extended.plan.total)
    const [atEnd] = leftOf({ notes: [{ ...extended, method: 'BULLET' }], negotiated: extended.plan, paymentOrder: order }, rows)
    expect(underAgreement(recorded, atEnd, stand(day)).method).toBe('EQUAL_INSTALMENT')
  })

  test('owes nothing once it is paid, and what a bill since says where one does', () => {
    const [note] = leftAfter([extended], payments, '2027-12-01')
    expect(note).toMatchObject({ owed: '0.00', remainingPeriods: 0, isByPlan: true })
    expect(leftAfter([extended], payments, '2027-12-01', true)).toEqual([recorded])
  })

  test('that is paid before the others of its agreement owes nothing beside them', () => {
    const short = granted([{ type: 'TERM_EXTENSION', toPeriods: 3 }, waiver], { ...recorded, debtId: 'b' })
    const together = mergePlans([extended.plan, short.plan]).rows.map(({ payment }) => payment)
    const [long, paid] = leftAfter([extended, short], together.slice(0, 3), '2027-02-10')
    expect([long?.owed, paid?.owed]).toEqual([extended.plan.rows[2]?.balance, '0.00'])
  })

  test('stands as it is recorded where nothing is known of the agreement', () => {
    expect(underAgreement(recorded, undefined, stand(day))).toBe(recorded)
  })

  test('is not planned again where every day of the plan is over', () => {
    const [note] = leftAfter([extended], payments.slice(0, 11), '2028-01-01')
    expect(note).toMatchObject({ remainingPeriods: 0, nextDueOn: '2027-11-05', isByPlan: true })
    expect([note?.owed, note?.agreedPlan]).toEqual([payments[11], undefined])
  })
})

test('what was paid on a day for which the notes ask nothing changes nothing of them', () => {
  const note = granted([{ type: 'TERM_EXTENSION', toPeriods: 12 }])
  const strange = { dueOn: '2030-01-01', amount: money('200.00'), paid: money('50.00') }
  const [left] = leftOf(agreed([note]), [...ledgerOf([note]), strange])
  expect(left?.rows.map((row) => toText(paymentOf(row)))).toEqual(note.plan.rows.map(({ payment }) => payment))
})

const loans = fc.array(fc.record({ months: fc.integer({ min: 1, max: 24 }), yuan: fc.integer({ min: 500, max: 90_000 }) }), {
  minLength: 1,
  maxLength: 3,
})

test('what is left of several notes adds up to what is not paid, to the fen', () => {
  const property = fc.property(
    loans,
    fc.integer({ min: 0, max: 24 }),
    fc.integer({ min: 0, max: 99 }),
    (given, full, percent) => {
      const notes = given.map(({ months, yuan }, index) => {
        const principal = toText(money(String(yuan)))
        const buckets = { ...recorded.buckets, principal, penaltyPrincipal: '0.00' }
        return granted([{ type: 'TERM_EXTENSION', toPeriods: months }], {
          ...recorded,
          debtId: String(index),
          owed: principal,
          buckets,
        })
      })
      const due = mergePlans(notes.map(({ plan }) => plan)).rows.map(({ payment }) => money(payment))
      const paid = due.map((payment, index) =>
        toText(index < full ? payment : index === full ? payment.times(percent).div(100) : money('0')),
      )
      const open = toText(sum(due).minus(sum(paid.map((amount) => money(amount)))))
      const left = leftOf(agreed(notes), ledgerOf(notes, paid))
      expect(toText(sum(left.flatMap(({ rows }) => rows.map(paymentOf))))).toBe(open)
      const plans = left.map((note) => underAgreement({ ...recorded, debtId: note.debtId }, note, stand(day)).agreedPlan)
      expect(toText(sum(plans.flatMap((plan) => (plan === undefined ? [] : [money(plan.total)]))))).toBe(open)
    },
  )
  fc.assert(property, { numRuns: 150 })
})
