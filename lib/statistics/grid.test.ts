import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addedUpOn, gridOf } from './grid'
import { type Sample, sample } from './sample'

const level = fc.constantFrom(0, 1, 2, Number.NaN)
const rows = fc.array(fc.record({ outcome: fc.constantFrom(0, 1, Number.NaN), a: level, b: level, count: fc.nat(3) }), {
  minLength: 12,
  maxLength: 40,
})

test('rows of few levels are grouped as sorting them would, gaps and empty rows included', () => {
  fc.assert(
    fc.property(rows, (given) => {
      const column = (of: 'outcome' | 'a' | 'b' | 'count') => Float64Array.from(given, (row) => row[of])
      const variables = (['a', 'b'] as const).map((name) => ({ name, values: column(name), levels: ['x', 'y', 'z'] }))
      const counts = column('count')
      // Kept apart by a column that is the same everywhere: that cannot be done on a grid.
      const sorted = sample(column('outcome'), variables, { counts, apart: [new Float64Array(given.length)] })
      expect(sample(column('outcome'), variables, { counts })).toEqual<Sample>(sorted)
    }),
  )
})

test('the first key counts most, and of each combination the first row is told', () => {
  const [low, high] = [Float64Array.of(0, 1, 1, 0, Number.NaN), Float64Array.of(1, 0, 1, 1, 0)]
  const grid = gridOf(new Float64Array(5), [
    { values: high, size: 2 },
    { values: low, size: 2 },
  ])
  expect([...(grid?.cells ?? [])]).toEqual([2, 1, 3, 2, Number.NaN])
  const { example, sums } = addedUpOn(grid ?? { cells: low, size: 0 }, [Float64Array.of(1, 2, 4, 8, 16)])
  expect([[...example], [...(sums[0] ?? [])]]).toEqual([
    [1, 0, 2],
    [2, 9, 4],
  ])
})

test('with many more combinations than rows there is no grid', () => {
  const values = new Float64Array(10)
  expect(gridOf(values, [{ values, size: 41 }])).toBeNull()
  expect(gridOf(values, [{ values, size: 40 }])).not.toBeNull()
  expect(gridOf(values, [{ values, size: 0 }])).toBeNull()
})
