import { expect, test } from 'vitest'
import { measure, percentile } from './measure.mjs'
import { duration } from './steps.mjs'

const source = `// @ts-ignore
export function outer(list: string[]) {
  return list.map((item) => {
    return item as unknown
  })
}
const inner = () => 1
const words = ['a'] as const
let loose: any
`

test('the shape of a file is its lines, its named functions and its ways round the types', () => {
  const { lines, functions, anys, assertions, suppressions } = measure('sample.ts', source)
  expect(lines).toBe(9)
  expect(functions).toEqual([
    { name: 'outer', lines: 5 },
    { name: 'inner', lines: 1 },
  ])
  expect({ anys, assertions, suppressions }).toEqual({ anys: 1, assertions: 1, suppressions: ['@ts-ignore'] })
})

test('a word for the types in a text is no way round them', () => {
  expect(measure('sample.ts', "const text = 'any @ts-ignore'\n")).toMatchObject({ anys: 0, suppressions: [] })
})

test('95 of 100 lie at or below the 95th percentile', () => {
  const hundred = Array.from({ length: 100 }, (_, at) => at + 1)
  expect(percentile(hundred, 0.95)).toBe(95)
  expect(percentile([7], 0.95)).toBe(7)
  expect(percentile([], 0.95)).toBe(0)
})

test('times are told as people read them', () => {
  expect([400, 41_000, 125_000].map(duration)).toEqual(['0.4 s', '41 s', '2 min 05 s'])
})
