import { expect, test } from 'vitest'
import { benjaminiHochberg } from './multiplicity'
import { contingency } from './r-by-c'
import { exactTableP } from './r-by-c-exact'
import { trend } from './trend'

test.each([
  // R 4.2.2 fisher.test; the first is Agresti 2002, job satisfaction, p = 0.7827.
  [
    [
      [1, 2, 1, 0],
      [3, 3, 6, 1],
      [10, 10, 14, 9],
      [6, 7, 12, 11],
    ],
    0.782684938965639,
  ],
  [
    [
      [24, 1355],
      [35, 603],
      [21, 192],
      [30, 224],
    ],
    1.02611578798808e-14,
  ],
  // datasets::mtcars, cylinders by gears.
  [
    [
      [1, 8, 2],
      [2, 4, 1],
      [12, 0, 2],
    ],
    8.2597156846191e-5,
  ],
])('the exact p of a larger table is R’s', (table, p) => {
  const found = exactTableP(table)
  expect(found).not.toBeNull()
  expect(Math.abs((found ?? 0) / p - 1)).toBeLessThan(1e-6)
})

test('a two by two table has the p of Fisher’s test', () => {
  expect(
    exactTableP([
      [3, 1],
      [1, 3],
    ]),
  ).toBeCloseTo(34 / 70, 8)
})

test('rows and columns may change places', () => {
  const table = [
    [4, 9, 2],
    [7, 1, 5],
  ]
  expect(
    exactTableP([
      [4, 7],
      [9, 1],
      [2, 5],
    ]),
  ).toBeCloseTo(exactTableP(table) ?? Number.NaN, 12)
})

test('an empty row takes no degree of freedom', () => {
  expect(
    contingency([
      [5, 5],
      [0, 0],
      [2, 8],
    ]).df,
  ).toBe(1)
})

test('over two levels the trend is the whole chi-square', () => {
  const { chi2, pearson, departure } = trend([
    { events: 12, n: 30, score: 0 },
    { events: 20, n: 30, score: 1 },
  ])
  expect(chi2).toBeCloseTo(pearson.chi2, 12)
  expect(departure).toMatchObject({ df: 0, p: 1 })
})

test('factors that were not tested do not count among the tests', () => {
  expect(benjaminiHochberg([0.01, null, 0.02, 0.5])).toEqual([0.03, null, 0.03, 0.5])
})

test('a q is never smaller than its p, nor out of order', () => {
  const ps = [0.2, 0.001, 0.04, 0.03, 0.9]
  const qs = benjaminiHochberg(ps).map((q) => q ?? 0)
  expect(qs.every((q, i) => q >= (ps[i] ?? 1))).toBe(true)
  expect(qs[1]).toBeLessThanOrEqual(qs[3] ?? 0)
})
