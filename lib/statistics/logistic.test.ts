import { expect, test } from 'vitest'
import { clusterRobust } from './cluster-robust'
import { type Estimator, fitLogistic, seenIn } from './logistic'
import { at } from './numbers'
import { onlyTerm, sample, singleRows, type Variable } from './sample'
import { separation } from './separation'
import { haldane, oddsRatio } from './two-by-two'

/** Rows of an outcome and one or more columns of numbers, written out. */
function rowsOf(rows: readonly (readonly number[])[], names = ['x', 'z']) {
  const column = (k: number) => Float64Array.from(rows, (row) => row[k] ?? Number.NaN)
  const variables: Variable[] = names.slice(0, (rows[0]?.length ?? 1) - 1).map((name, k) => ({ name, values: column(k + 1) }))
  return sample(column(0), variables)
}

const repeated = (row: number[], times: number) => Array.from({ length: times }, () => row)
const two = { exposedEvents: 9, exposedOthers: 4, unexposedEvents: 5, unexposedOthers: 11 }
const twoRows = [...repeated([1, 1], 9), ...repeated([0, 1], 4), ...repeated([1, 0], 5), ...repeated([0, 0], 11)]
const slope = (rows: number[][], estimator: Estimator) => Math.exp(at(fitLogistic(rowsOf(rows), estimator).coefficients, 1))

test('one yes-or-no factor has the odds ratio of its table', () => {
  const fit = fitLogistic(rowsOf(twoRows), 'ml')
  expect(Math.exp(at(fit.coefficients, 1))).toBeCloseTo(oddsRatio(two).estimate, 9)
  expect(at(fit.se, 1)).toBeCloseTo(oddsRatio(two).logSe ?? 0, 9)
})

test('Firth’s estimate of a single table is the one with a half added to each cell', () => {
  expect(slope(twoRows, 'firth')).toBeCloseTo(haldane(two).estimate, 8)
})

test('Firth’s estimate exists where a cell is empty, with limits on both sides', () => {
  const rows = [...repeated([1, 1], 7), ...repeated([1, 0], 123), ...repeated([0, 0], 109)]
  const fit = fitLogistic(rowsOf(rows), 'firth')
  expect(Math.exp(at(fit.coefficients, 1))).toBeCloseTo((7.5 * 109.5) / (0.5 * 123.5), 6)
  const [lower = 0, upper = 0] = fit.limits(1) ?? []
  expect(Number.isFinite(lower) && Number.isFinite(upper)).toBe(true)
  // Profile limits are far from symmetric here.
  expect(upper - at(fit.coefficients, 1)).toBeGreaterThan(1.5 * (at(fit.coefficients, 1) - lower))
})

test('Firth’s estimate comes to rest where every level has one row', () => {
  // Firth of a saturated table adds a half to each cell: log odds of (y + 1/2) / (3/2 - y), the first level taken off.
  const outcomes = [1, 0, 1, 1, 0, 0, 1]
  const levels = outcomes.map((_, level) => `level ${level}`)
  const variable = { name: 'x', values: Float64Array.from(outcomes.keys()), levels }
  const fit = fitLogistic(sample(Float64Array.from(outcomes), [variable]), 'firth')
  expect(fit.converged).toBe(true)
  outcomes.forEach((outcome, level) => {
    if (level > 0) expect(at(fit.coefficients, level)).toBeCloseTo(outcome === 1 ? 0 : -Math.log(9), 8)
  })
})

test('a column that repeats another gets no coefficient and spoils none', () => {
  const rows = twoRows.map(([y = 0, x = 0]) => [y, x, 3 * x + 2])
  const fit = fitLogistic(rowsOf(rows), 'ml')
  expect(fit.aliased).toEqual(['z'])
  expect(at(fit.coefficients, 2)).toBeNaN()
  expect(Math.exp(at(fit.coefficients, 1))).toBeCloseTo(oddsRatio(two).estimate, 9)
})

test('amounts in the millions fit as well as shares', () => {
  const rows = Array.from({ length: 60 }, (_, i) => [(i * 7) % 3 === 0 ? 1 : 0, 1_000_000 + 1000 * ((i * 13) % 17)])
  const small = rows.map(([y = 0, x = 0]) => [y, (x - 1_000_000) / 1000])
  const [large, unit] = [fitLogistic(rowsOf(rows), 'ml'), fitLogistic(rowsOf(small), 'ml')]
  expect(1000 * at(large.coefficients, 1)).toBeCloseTo(at(unit.coefficients, 1), 8)
  expect(large.logLikelihood).toBeCloseTo(unit.logLikelihood, 8)
})

test('rows without a value are left out, not guessed', () => {
  const fit = fitLogistic(rowsOf([...twoRows, [1, Number.NaN], [Number.NaN, 1]]), 'ml')
  expect(fit.sample).toMatchObject({ rows: 31, used: 29 })
})

test.each([
  [
    'complete',
    [
      [0, 1],
      [0, 2],
      [0, 3],
      [1, 5],
      [1, 6],
      [1, 7],
    ],
    ['x'],
  ],
  [
    'quasi-complete',
    [
      [0, 1],
      [0, 2],
      [0, 3],
      [1, 3],
      [1, 6],
      [1, 7],
    ],
    ['x'],
  ],
  [
    'none',
    [
      [0, 1],
      [1, 2],
      [0, 3],
      [1, 3],
      [0, 6],
      [1, 7],
    ],
    [],
  ],
  [
    'quasi-complete',
    [...repeated([1, 1, 0.1], 7), ...repeated([1, 0, 0.2], 20), ...repeated([0, 0, 0.3], 25), [1, 0, 0.4], [0, 0, 0.1]],
    ['x'],
  ],
])('%s separation is recognised with its columns', (kind, rows, names) => {
  const found = separation(rowsOf(rows))
  expect(found.kind).toBe(kind)
  expect(found.columns.map(({ name }) => name)).toEqual(names)
})

test('two columns that separate only together are both named', () => {
  const rows = Array.from({ length: 40 }, (_, i) => {
    const [x, z] = [(i * 7) % 11, (i * 5) % 13]
    return [x + z > 11.5 ? 1 : 0, x, z]
  })
  expect(separation(rowsOf(rows))).toEqual({
    kind: 'complete',
    columns: [
      { name: 'x', sign: 1 },
      { name: 'z', sign: 1 },
    ],
  })
})

test('with every row its own cluster the robust error is White’s, times G / (G - 1)', () => {
  const outcome = Float64Array.from(twoRows, ([y = 0]) => y)
  const rows = Float64Array.from(twoRows.keys())
  const fit = fitLogistic(sample(outcome, [], { apart: [rows] }), 'ml')
  const p = 14 / 29
  const { se, clusters } = clusterRobust(fit, (pattern) => at(fit.sample.example, pattern))
  expect(clusters).toBe(29)
  expect(at(se, 0)).toBeCloseTo(Math.sqrt(29 / 28 / (29 * p * (1 - p))), 10)
})

const mixed = [
  { name: 'kind', values: Float64Array.from({ length: 90 }, (_, i) => (i * 7) % 3), levels: ['a', 'b', 'c'] },
  { name: 'amount', values: Float64Array.from({ length: 90 }, (_, i) => (i * 31) % 11) },
]
const happened = Float64Array.from({ length: 90 }, (_, i) => ((i * i * 5) % 13 < 6 ? 1 : 0))

test('one term of a model taken by itself is the model of that term', () => {
  const whole = sample(happened, mixed)
  for (const [index, variable] of mixed.entries()) {
    const term = whole.terms[index]
    if (!term) throw new Error('no term')
    const [narrow, plain] = [fitLogistic(onlyTerm(whole, term), 'ml'), fitLogistic(sample(happened, [variable]), 'ml')]
    expect(narrow.sample.totals).toEqual(plain.sample.totals)
    expect(narrow.sample.names).toEqual(plain.sample.names)
    expect(narrow.logLikelihood).toBeCloseTo(plain.logLikelihood, 10)
  }
})

test('robust errors are the same from single rows as from patterns kept apart by cluster', () => {
  const codes = Float64Array.from({ length: 90 }, (_, i) => (i * 17) % 23)
  const apart = sample(happened, mixed, { apart: [codes] })
  const single = singleRows(happened, mixed, new Float64Array(90).fill(1))
  const fit = fitLogistic(sample(happened, mixed), 'ml')
  const [byPattern, byRow] = [apart, single].map((rows) =>
    clusterRobust(seenIn(fit, rows), (row) => at(codes, at(rows.example, row))),
  )
  expect(byRow?.clusters).toBe(23)
  byPattern?.se.forEach((se, column) => {
    expect(at(byRow?.se ?? [], column)).toBeCloseTo(se, 12)
  })
})
