import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ReliefLine } from '@/db/schema/proposals'
import { workOut } from '@/lib/proposals/work-out'
import { fits } from './fitting'
import { generateOffers } from './generate'
import { groundOf } from './ground'
import type { Situation } from './situation'
import { note, situation } from './situation.fixture'
import { strategies } from './strategies'

const yuan = (min: number, max: number) => fc.integer({ min, max }).map((whole) => `${whole}.00`)

const sheet = fc
  .record({
    principal: yuan(500, 60_000),
    overduePrincipal: yuan(0, 3_000),
    interest: yuan(0, 400),
    penaltyPrincipal: yuan(0, 200),
    dailyPercent: fc.constantFrom('0', '0.02', '0.04', '0.0657'),
    remainingPeriods: fc.integer({ min: 0, max: 24 }),
    method: fc.constantFrom('EQUAL_INSTALMENT' as const, 'EQUAL_PRINCIPAL' as const, 'INTEREST_ONLY' as const),
  })
  .map(({ dailyPercent, remainingPeriods, method, ...buckets }) =>
    note({ dailyPercent, remainingPeriods, method, endsOn: null }, buckets),
  )

const given: fc.Arbitrary<Situation> = fc
  .record({
    sheets: fc.array(sheet, { minLength: 1, maxLength: 2 }),
    surplus: yuan(0, 5_000),
    funds: fc.option(yuan(100, 30_000)),
    elsewhere: fc.record({ creditors: fc.constant(1), owed: yuan(0, 40_000), paying: yuan(0, 600) }),
  })
  .map(({ sheets, ...rest }) => situation({ ...rest, sheets: sheets.map((one, index) => ({ ...one, debtId: `${index}` })) }))

const runs = { numRuns: 12 }
const fen = (amount: string) => Math.round(Number.parseFloat(amount) * 100)

/** What falls due each month, counted from the schedule's text alone. */
function months(schedule: string) {
  const sums = new Map<string, number>()
  for (const line of schedule.split('\n').filter(Boolean)) {
    const [due = '', payment = ''] = line.split(' ')
    sums.set(due.slice(0, 7), (sums.get(due.slice(0, 7)) ?? 0) + fen(payment))
  }
  return [...sums.values()]
}

test('offers that fit stay within the creditor’s share in every month; no two are alike, and the cheapest comes first', () => {
  fc.assert(
    fc.property(given, (facts) => {
      const { offers, budget } = generateOffers(facts)
      expect(fen(budget)).toBeLessThanOrEqual(fen(facts.surplus ?? '0'))
      for (const { kind, affordability, schedule, total } of offers) {
        const due = months(schedule)
        expect(due.reduce((sum, amount) => sum + amount, 0)).toBe(fen(total))
        if (affordability.fits && kind !== 'LUMP_SUM') expect(Math.max(...due)).toBeLessThanOrEqual(fen(budget))
      }
      expect(offers.length).toBeLessThanOrEqual(6)
      expect(new Set(offers.map(({ schedule }) => schedule)).size).toBe(offers.length)
      const order = offers.map(({ affordability, total }) => [affordability.fits ? 0 : 1, fen(total)] as const)
      expect(order).toEqual(order.toSorted(([a, b], [c, d]) => a - c || b - d))
    }),
    runs,
  )
}, 60_000)

test('an extension that fits is the shortest: one instalment less would not', () => {
  fc.assert(
    fc.property(sheet, yuan(300, 4_000), (one, surplus) => {
      const ground = groundOf(situation({ sheets: [one], surplus }))
      const lines = strategies.EXTEND(ground) ?? []
      const shorter = lines.map((line) => ({ ...line, reliefs: line.reliefs.map(oneLess) }))
      const added = Number(lines[0]?.reliefs[0]?.toPeriods) - (one.remainingPeriods ?? 0)
      fc.pre(added > 1 && fits(ground, lines))
      expect(fits(ground, shorter)).toBe(false)
    }),
    runs,
  )
}, 60_000)

const oneLess = (relief: ReliefLine): ReliefLine => ({ ...relief, toPeriods: Number(relief.toPeriods) - 1 })

test('the builder works an offer out to the same figures, and the same facts give the same offers', () => {
  fc.assert(
    fc.property(given, (facts) => {
      const once = generateOffers(facts)
      expect(generateOffers(facts)).toEqual(once)
      for (const { lines, total } of once.offers.filter(({ lines }) => lines.length === facts.sheets.length))
        expect(workOut(facts.sheets, lines, { surplus: once.budget, from: facts.from }).after.total).toBe(total)
    }),
    { numRuns: 4 },
  )
}, 60_000)
