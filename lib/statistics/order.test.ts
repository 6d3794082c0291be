import fc from 'fast-check'
import { expect, test } from 'vitest'
import { orderOf } from './order'

const numbers = fc.array(fc.oneof(fc.double({ noNaN: true }), fc.constantFrom(0, -0, 1, -1, 1e300, -1e-300), fc.integer()))

test('numbers are put in order as comparing them does, equal ones as they came', () => {
  fc.assert(
    fc.property(numbers, (given) => {
      const byHand = [...given.keys()].sort((a, b) => compared(given[a] ?? 0, given[b] ?? 0) || a - b)
      expect([...orderOf(Float64Array.from(given))]).toEqual(byHand)
    }),
  )
})

test('gaps stand behind all numbers', () => {
  const values = Float64Array.of(3, Number.NaN, -2, Number.POSITIVE_INFINITY, Number.NaN, 0)
  expect([...orderOf(values)].slice(0, 4)).toEqual([2, 5, 0, 3])
})

test('both zeros are equal, and stay as they came', () => {
  expect([...orderOf(Float64Array.of(0, -0, -1))]).toEqual([2, 0, 1])
  expect([...orderOf(Float64Array.of(0, -0))]).toEqual([0, 1])
})

/** Infinite numbers have no difference. */
function compared(a: number, b: number) {
  if (a === b) return 0
  return a < b ? -1 : 1
}
