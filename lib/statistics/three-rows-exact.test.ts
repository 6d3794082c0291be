import fc from 'fast-check'
import { expect, test } from 'vitest'
import { logFactorial } from './log-factorial'
import { sum } from './numbers'
import { columnTotals } from './r-by-c'
import { exactTableP } from './r-by-c-exact'

test.each([
  // R 4.2.2 fisher.test(workspace = 2e8); the second is survival::colon, deaths, differentiation by treatment.
  [
    'made up',
    [
      [20, 30, 43],
      [200, 230, 233],
      [60, 50, 40],
    ],
    0.0106001648178,
  ],
  [
    'colon',
    [
      [27, 37, 29],
      [229, 219, 215],
      [52, 44, 54],
    ],
    0.529759685663,
  ],
])('the exact p of some hundred counts in three rows is R’s: %s', (_, table, p) => {
  expect(Math.abs((exactTableP(table) ?? 0) / p - 1)).toBeLessThan(1e-9)
})

test('a table that would keep somebody waiting has no exact p: its χ² tells as much', () => {
  const row = [100, 100, 100]
  expect(exactTableP([row, row, row])).toBeNull()
})

const counts = fc.array(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 3 })

test('it is the sum over every table with the same totals that is no likelier', () => {
  fc.assert(
    fc.property(
      counts.filter((table) => [...table.map((row) => sum(row)), ...columnTotals(table)].every((total) => total > 0)),
      (table) => {
        expect(exactTableP(table)).toBeCloseTo(everyTable(table), 10)
      },
    ),
    { numRuns: 60 },
  )
})

test('a row in which nothing was counted changes nothing, where there are more columns than rows left either', () => {
  const table = [
    [1, 2, 3, 4],
    [4, 3, 2, 1],
    [2, 2, 2, 2],
  ]
  expect(exactTableP([...table, [0, 0, 0, 0]])).toBeCloseTo(everyTable(table), 10)
})

/** All tables one by one, in whole products of factorials. */
function everyTable(table: number[][]): number {
  const weight = (cells: number[][]) => -sum(cells.flat().map(logFactorial))
  const shares = tablesOf(
    table.map((row) => sum(row)),
    columnTotals(table),
  ).map((cells) => ({ share: Math.exp(weight(cells)), isRare: weight(cells) <= weight(table) + 1e-7 }))
  const total = (some: typeof shares) => sum(some.map(({ share }) => share))
  return total(shares.filter(({ isRare }) => isRare)) / total(shares)
}

function tablesOf([row = 0, ...others]: readonly number[], columns: readonly number[]): number[][][] {
  if (others.length === 0) return [[[...columns]]]
  return waysOf(row, columns).flatMap((cells) =>
    tablesOf(
      others,
      columns.map((total, j) => total - (cells[j] ?? 0)),
    ).map((rest) => [cells, ...rest]),
  )
}

/** Every way to spread a row over columns. */
function waysOf(size: number, [first = 0, ...others]: readonly number[]): number[][] {
  if (others.length === 0) return size <= first ? [[size]] : []
  const counts = Array.from({ length: Math.min(size, first) + 1 }, (_, count) => count)
  return counts.flatMap((count) => waysOf(size - count, others).map((rest) => [count, ...rest]))
}
