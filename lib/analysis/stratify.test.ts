import { expect, test } from 'vitest'
import type { TwoByTwo } from '@/lib/statistics/two-by-two'
import { dice } from './simulated-office'
import { stratify } from './stratify'

const table = ([a, b, c, d]: readonly [number, number, number, number]): TwoByTwo => ({
  exposedEvents: a,
  exposedOthers: b,
  unexposedEvents: c,
  unexposedOthers: d,
})
const within = (...tables: (readonly [number, number, number, number])[]) =>
  stratify(
    'lender',
    tables.map((cells, index) => ({ stratum: `L${index}`, table: table(cells) })),
  )

/** Lenders that only ever saw one side: all of the crude difference lies between them. */
const kind = [20, 5, 0, 0] as const
const harsh = [0, 0, 6, 19] as const

test('four pairs that all point one way are no ratio, and too few to bear out a difference that lies between lenders', () => {
  const pair = [1, 0, 0, 1] as const
  // Cochran-Mantel-Haenszel, corrected: (4 · 0.5 − 0.5)² / (4 · 0.25) = 2.25, p = 0.13.
  expect(within(kind, harsh, pair, pair, pair, pair)).toMatchObject({ oddsRatio: null, rbg: null, withheld: false })
})

test('forty do bear it out', () => {
  expect(within(kind, harsh, [20, 0, 5, 15])).toBeNull()
})

test('but not where they point against what all of them together show', () => {
  // Inside the one lender that saw both sides every exposed case was approved; altogether fewer of them were.
  expect(within([20, 0, 5, 15], [2, 60, 0, 0], [0, 0, 60, 2])).toMatchObject({ oddsRatio: null })
})

/** Cases of so many lenders, each with a leaning of its own, that no factor sways. */
function lenders(many: number, cases: number, seed: number) {
  const roll = dice(seed)
  const leanings = Array.from({ length: many }, () => 0.3 + 0.5 * roll())
  const counts = Uint32Array.from({ length: 4 * many })
  for (let n = 0; n < cases; n++) {
    const lender = Math.floor(roll() * many)
    const side = roll() < 0.4 ? 0 : 2
    const answer = roll() < (leanings[lender] ?? 0) ? 0 : 1
    const cell = 4 * lender + side + answer
    counts[cell] = (counts[cell] ?? 0) + 1
  }
  const of = (cell: number) => counts[cell] ?? 0
  return within(...leanings.map((_, k) => [of(4 * k), of(4 * k + 1), of(4 * k + 2), of(4 * k + 3)] as const))
}

test.each([
  [60, 300],
  [60, 3000],
  [5, 100],
])('%i lenders with %i cases, none of them different, are seldom said to disagree', (many, cases) => {
  const offices = Array.from({ length: 200 }, (_, seed) => lenders(many, cases, seed * 7919 + many))
  expect(offices.filter((office) => office?.withheld).length).toBeLessThanOrEqual(18)
})
