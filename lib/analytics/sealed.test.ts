import { expect, test } from 'vitest'
import { analyticsFilter } from './filter'
import { sealed } from './sealed'

const everything = analyticsFilter.parse({})
const ill = analyticsFilter.parse({ hardship: 'ILLNESS' })
const data = { rows: ['a', 'b', 'c', 'd', 'e', 'f', 'g'], hash: 'of all' }

test('the same filter has the same fingerprints each time', () => {
  expect(sealed(data, everything)).toEqual(sealed(data, everything))
})

test('files of two filters do not tell which rows, or how many, they share', () => {
  const [all, some] = [sealed(data, everything), sealed(data, ill)]
  expect(all.rows.filter((row) => some.rows.includes(row))).toEqual([])
  expect(all.hash).not.toBe(some.hash)
})

test('how many fingerprints there are is no count of rows', () => {
  expect([5, 6, 7].map((n) => sealed({ ...data, rows: data.rows.slice(0, n) }, everything).rows.length)).toEqual([5, 10, 10])
  expect(sealed({ rows: [], hash: '' }, everything)).toEqual({ rows: [], hash: '' })
})
