import { expect, test } from 'vitest'
import type { TwoByTwo } from '@/lib/statistics/two-by-two'
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
