import fc from 'fast-check'
import { expect, test } from 'vitest'
import { reliefTypes } from '@/db/vocabulary'
import { type Money, zero } from '@/lib/platform/money'
import { totalOf } from '@/lib/schedules/plan'
import { type QuoteRequest, regularInstalment } from './figures'
import { quote } from './quote'
import { quoteInput } from './quote-input'
import { reliefs } from './reliefs'

const amount = (max: number) => fc.integer({ min: 0, max }).map((fens) => (fens / 100).toFixed(2))

const debt = fc.record({
  buckets: fc.record({
    principal: fc.integer({ min: 100_00, max: 30_000_000 }).map((fens) => (fens / 100).toFixed(2)),
    overduePrincipal: amount(500_000),
    interest: amount(50_000),
    overdueInterest: amount(50_000),
    penaltyPrincipal: amount(20_000),
    penaltyInterest: amount(20_000),
    fees: amount(20_000),
  }),
  dailyPercent: fc.constantFrom('0', '0.02', '0.04', '0.05', '0.0657'),
  method: fc.constantFrom('equal_instalment', 'equal_principal', 'interest_only'),
  remainingPeriods: fc.integer({ min: 1, max: 36 }),
  nextDue: fc.constantFrom('2026-11-30', '2026-12-05', '2026-12-31'),
  dayCount: fc.constantFrom('30/360', 'actual/365', 'period'),
})

const share = fc.integer({ min: 0, max: 100 }).map((percent) => ({ percent: `${percent}` }))
const waivers = [
  'WAIVE_INTEREST',
  'WAIVE_OVERDUE_INTEREST',
  'WAIVE_PENALTY_PRINCIPAL',
  'WAIVE_PENALTY_INTEREST',
  'WAIVE_FEES',
] as const
const waiver = fc.tuple(fc.constantFrom(...waivers), share).map(([type, part]) => ({ type, ...part }))

const others: fc.Arbitrary<object>[] = [
  fc.record({ type: fc.constant('TERM_EXTENSION'), toPeriods: fc.integer({ min: 1, max: 60 }) }),
  fc.record({ type: fc.constant('INTEREST_ONLY'), periods: fc.integer({ min: 1, max: 6 }) }),
  fc.record({
    type: fc.constant('PAYMENT_PAUSE'),
    periods: fc.integer({ min: 1, max: 6 }),
    interest: fc.constantFrom('accrues', 'waived'),
  }),
  fc.record({ type: fc.constant('DATE_CHANGE'), dueDay: fc.integer({ min: 1, max: 31 }) }),
  fc.record({ type: fc.constant('RATE_CUT'), toDailyPercent: fc.constantFrom('0', '0.01', '0.03') }),
]
/** Any of the other reliefs, each at most once. */
const shaping = fc.tuple(...others.map((relief) => fc.option(relief))).map((lines) => lines.filter((line) => line !== null))
const treatment = fc.constantFrom('FIRST_INSTALMENT', 'CAPITALISE', 'CARRY_FORWARD')

const asks = (given: object): QuoteRequest => quoteInput.parse({ from: '2026-11-21', ...given })
const paid = (request: QuoteRequest): Money[] => quote(request).after.rows.map((row) => row.payment)

test('reliefs may be named in any order', () => {
  fc.assert(
    fc.property(debt, shaping, waiver, treatment, (of, lines, given, how) => {
      const forwards = quote(asks({ debt: of, reliefs: [...lines, given], treatment: how }))
      const backwards = quote(asks({ debt: of, reliefs: [given, ...lines.toReversed()], treatment: how }))
      expect(backwards).toEqual(forwards)
    }),
    { numRuns: 25 },
  )
})

test('a waiver never raises a payment', () => {
  fc.assert(
    fc.property(debt, shaping, waiver, fc.constantFrom('FIRST_INSTALMENT', 'CARRY_FORWARD'), (of, lines, given, how) => {
      const without = paid(asks({ debt: of, reliefs: lines, treatment: how }))
      const waived = paid(asks({ debt: of, reliefs: [...lines, given], treatment: how }))
      expect(waived.every((payment, index) => payment.lte(without[index] ?? zero))).toBe(true)
    }),
    { numRuns: 25 },
  )
})

test('waived principal, or waived arrears that would be capitalised, never raises the instalment', () => {
  fc.assert(
    fc.property(debt, shaping, share, (of, lines, part) => {
      const regular = (more: object[]) =>
        regularInstalment(quote(asks({ debt: of, reliefs: [...lines, ...more], treatment: 'CAPITALISE' })).after.rows)
      const without = regular([])
      expect(regular([{ type: 'WAIVE_PRINCIPAL', ...part }]).lte(without)).toBe(true)
      expect(regular([{ type: 'WAIVE_FEES', ...part }]).lte(without)).toBe(true)
    }),
    { numRuns: 25 },
  )
})

test('what is paid is what was owed after waivers, and interest', () => {
  fc.assert(
    fc.property(debt, shaping, waiver, treatment, (of, lines, given, how) => {
      const { after } = quote(asks({ debt: of, reliefs: [...lines, given], treatment: how }))
      const beyond = totalOf(after.rows, 'payment').minus(after.owed)
      expect(beyond.gte(zero)).toBe(true)
      expect(after.rows.every((row) => row.balance.gte(zero))).toBe(true)
    }),
    { numRuns: 25 },
  )
})

test('every relief of the vocabulary has a rule', () => {
  expect(Object.keys(reliefs).toSorted()).toEqual([...reliefTypes].toSorted())
})
