import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fen, type Money, money, rate, sum, toText, zero } from '@/lib/platform/money'
import { monthly } from './frequency'
import { payOffOf } from './pay-off'
import { totalOf } from './plan'
import { schedule } from './schedule'
import { dayCountRules, methods, prepayments, type Terms } from './terms'

fc.configureGlobal({ numRuns: 40 })

const fens = (min: number, max: number) => fc.integer({ min, max }).map((count) => money(`${count}`).times(fen))

/** Terms over the whole range a debt may have, from one fen to ten million yuan, from no interest to a loan shark's. */
const anyTerms: fc.Arbitrary<Terms> = fc.record({
  principal: fens(1, 1_000_000_000),
  rate: fc.record({
    per: fc.constant('day' as const),
    value: fc.integer({ min: 0, max: 2000 }).map((part) => rate(part).div(1_000_000)),
  }),
  method: fc.constantFrom(...methods),
  periods: fc.integer({ min: 1, max: 48 }),
  disbursed: fc.constantFrom('2026-01-31', '2026-11-05', '2027-12-30'),
  firstDue: fc.constantFrom('2028-01-30', '2028-01-31', '2028-02-29'),
  every: fc.constantFrom(monthly, { count: 2, unit: 'week' as const }, { count: 15, unit: 'day' as const }),
  dayCount: fc.constantFrom(...dayCountRules),
  interestOnlyPeriods: fc.integer({ min: 0, max: 12 }),
  interestDeferredPeriods: fc.integer({ min: 0, max: 6 }),
  prepayment: fc.constantFrom(...prepayments),
  paid: fc.array(fc.record({ on: fc.constantFrom('2028-01-15', '2028-02-29', '2028-05-01'), amount: fens(1, 50_000_000) }), {
    maxLength: 3,
  }),
  rounding: fc.record({
    mode: fc.constantFrom('half_even' as const, 'half_up' as const, 'up' as const),
    instalmentMultiple: fc.constantFrom(fen, money('1')),
    principalMultiple: fc.constantFrom(fen, money('1')),
    interest: fc.constantFrom(fen, undefined),
    perSegment: fc.boolean(),
  }),
})

const inWholeFen = (amount: Money) => amount.times(100).isInteger()

test('V7 the parts of every row add up, and the rows repay the principal to the fen', () => {
  fc.assert(
    fc.property(anyTerms, (terms) => {
      const { rows } = schedule(terms)
      expect(toText(totalOf(rows, 'principal'))).toBe(toText(terms.principal))
      expect(rows.every((row) => row.payment.eq(sum([row.principal, row.interest, row.fees])))).toBe(true)
      expect(
        rows.every((row) => [row.principal, row.interest, row.payment].every((part) => inWholeFen(part) && part.gte(zero))),
      ).toBe(true)
    }),
  )
})

test('a row asks for no less than its principal where exactly carried interest is less than a fen', () => {
  const { rows } = schedule({
    ...extreme,
    ...{ principal: money('0.19'), periods: 13, rate: { per: 'day', value: rate('0.001562') }, interestOnlyPeriods: 2 },
    ...{ disbursed: '2028-01-16', firstDue: '2028-01-30', every: { count: 2, unit: 'week' }, dayCount: 'period' },
    rounding: { mode: 'half_even', instalmentMultiple: fen, principalMultiple: fen, interest: undefined, perSegment: false },
  })
  expect(rows.every(({ interest }) => interest.gte(zero))).toBe(true)
  expect(toText(totalOf(rows, 'principal'))).toBe('0.19')
})

test('flat interest rounded up in every row is not given back in the last', () => {
  const { rows } = schedule({
    ...extreme,
    ...{ periods: 3, interestOnlyPeriods: 2, method: 'flat', dayCount: 'period', rate: { per: 'day', value: rate('0.000001') } },
    rounding: { ...extreme.rounding, mode: 'up' },
  })
  expect(rows.map(({ interest }) => toText(interest))).toEqual(['0.01', '0.01', '0.00'])
})

test('the balance only falls, is never negative, and ends at nothing', () => {
  fc.assert(
    fc.property(anyTerms, (terms) => {
      const { rows } = schedule(terms)
      const balances = [terms.principal, ...rows.map((row) => row.balance)]
      expect(balances.every((balance, index) => balance.gte(zero) && balance.lte(balances[index - 1] ?? balance))).toBe(true)
      expect(toText(rows.at(-1)?.balance ?? money('1'))).toBe('0.00')
    }),
  )
})

const settlementOf = (terms: Terms, on: string) => {
  const { principal, interest } = payOffOf({ ...terms, payOffOn: on }, on)
  return principal.plus(interest)
}

test('what is settled in full on a day asks for nothing more, that day or later', () => {
  const days = fc.constantFrom('2028-01-15', '2028-01-31', '2028-02-10', '2028-02-29', '2028-05-20', '2029-01-05')
  fc.assert(
    fc.property(anyTerms, days, fc.boolean(), ({ rounding, ...rest }, on, low) => {
      const terms = {
        ...rest,
        asOf: '2040-01-01',
        rounding: { ...rounding, interest: fen },
        ...(low && { fixedInstalment: money('0.01') }),
      }
      const before = terms.paid?.filter((payment) => payment.on <= on) ?? []
      const amount = settlementOf({ ...terms, paid: before }, on)
      fc.pre(amount.gt(zero))
      const settled = { ...terms, paid: [...before, { on, amount }] }
      for (const day of [on, '2029-01-06', '2040-01-01']) expect(toText(settlementOf(settled, day))).toBe('0.00')
      expect(toText(totalOf(schedule(settled).rows, 'payment'))).toBe(toText(sum(settled.paid.map((one) => one.amount))))
    }),
  )
})

test('due dates rise, and there are never more rows than periods', () => {
  fc.assert(
    fc.property(anyTerms, (terms) => {
      const { rows } = schedule(terms)
      expect(rows.length).toBeLessThanOrEqual(terms.periods)
      expect(rows.every((row, index) => index === 0 || row.due > (rows[index - 1]?.due ?? ''))).toBe(true)
    }),
  )
})

test('the same terms give the same schedule', () => {
  fc.assert(
    fc.property(anyTerms, (terms) => {
      expect(schedule(terms)).toEqual(schedule({ ...terms }))
    }),
  )
})

const plain = (terms: Terms): Terms => ({
  ...terms,
  method: 'equal_instalment',
  paid: [],
  interestOnlyPeriods: 0,
  interestDeferredPeriods: 0,
})

test('a longer term never raises the instalment', () => {
  fc.assert(
    fc.property(anyTerms, (terms) => {
      const first = (periods: number) => schedule({ ...plain(terms), periods: periods + 1 }).rows[0]?.payment ?? zero
      expect(first(terms.periods + 1).lte(first(terms.periods))).toBe(true)
    }),
  )
})

test('a lower rate never raises the instalment', () => {
  fc.assert(
    fc.property(anyTerms, (terms) => {
      const first = (value: Terms['rate']['value']) =>
        schedule({ ...plain(terms), periods: terms.periods + 1, rate: { per: 'day', value } }).rows[0]
      const [lower, higher] = [first(terms.rate.value.div(2)), first(terms.rate.value)]
      expect(lower && higher && lower.payment.lte(higher.payment)).toBe(true)
    }),
  )
})

const extreme: Terms = {
  principal: fen,
  rate: { per: 'day', value: zero },
  method: 'equal_instalment',
  periods: 600,
  disbursed: '2026-01-31',
  firstDue: '2026-02-28',
  every: monthly,
  dayCount: '30/360',
  rounding: { mode: 'half_up', instalmentMultiple: fen, principalMultiple: fen, interest: fen, perSegment: true },
}

test('one fen over fifty years is paid once', () => {
  const { rows } = schedule(extreme)
  expect(toText(totalOf(rows, 'payment'))).toBe('0.01')
})

test('without interest 600 equal parts repay exactly', () => {
  const { rows } = schedule({ ...extreme, principal: money('600.00') })
  expect(rows.map((row) => toText(row.payment)).every((payment) => payment === '1.00')).toBe(true)
})

test('ten million over fifty years at 36 % a year stays exact', () => {
  const { rows } = schedule({ ...extreme, principal: money('10000000'), rate: { per: 'day', value: rate('0.001') } })
  expect(toText(totalOf(rows, 'principal'))).toBe('10000000.00')
})
