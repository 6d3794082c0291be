import { expect, test } from 'vitest'
import { startingDirectory } from './directory'
import { nameIn } from './names'

const names = startingDirectory.flatMap(({ legalName, shortName, products }) => [
  ...[legalName, shortName],
  ...products.map(({ brand }) => brand),
])

test('every creditor and product an office starts with has a name of its own in English', () => {
  const english = names.map((name) => nameIn('en', name))
  expect(english.filter((name) => /\p{Script=Han}/u.test(name))).toEqual([])
  expect(new Set(english).size).toBe(new Set(names).size)
})

test('in Chinese they stand as in the directory, and what an office wrote itself is never changed', () => {
  expect(names.map((name) => nameIn('zh-CN', name))).toEqual(names)
  expect(nameIn('en', '青石银行')).toBe('青石银行')
  expect(nameIn('en', 'toString')).toBe('toString')
})
