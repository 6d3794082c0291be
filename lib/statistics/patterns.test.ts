import fc from 'fast-check'
import { expect, test } from 'vitest'
import { patternsOf } from './patterns'

const table = fc
  .integer({ min: 1, max: 4 })
  .chain((width) =>
    fc.array(fc.array(fc.oneof(fc.nat(3), fc.constantFrom(-2.5, 0.125, 1e9)), { minLength: width, maxLength: width })),
  )

test('patterns are what comparing row with row in the order of the keys would give', () => {
  fc.assert(
    fc.property(table, (rows) => {
      const keys = (rows[0] ?? []).map((_, k) => Float64Array.from(rows, (row) => row[k] ?? 0))
      const compare = (a: number, b: number) => {
        const key = keys.find((values) => values[a] !== values[b])
        return key === undefined ? a - b : (key[a] ?? 0) - (key[b] ?? 0)
      }
      const { order, starts } = patternsOf(Uint32Array.from(rows.keys()), keys)
      expect([...order]).toEqual([...rows.keys()].sort(compare))
      const texts = [...order].map((row) => String(rows[row]))
      expect([...starts.slice(0, -1)]).toEqual(texts.flatMap((text, place) => (text === texts[place - 1] ? [] : [place])))
      expect(starts.at(-1)).toBe(rows.length)
    }),
  )
})

test('without keys all rows are one pattern, and without rows there is none', () => {
  expect([...patternsOf(Uint32Array.of(4, 2), []).starts]).toEqual([0, 2])
  expect([...patternsOf(new Uint32Array(), []).starts]).toEqual([0])
})
