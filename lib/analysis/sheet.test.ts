import { expect, test } from 'vitest'
import { levelsIn, numberColumn, numberOf, textColumn } from './sheet'

test.each([
  ['1200', 1200],
  ['1,200.50', 1200.5],
  ['-3.5', -3.5],
  ['45%', 45],
  ['.5', 0.5],
  ['1e3', 1000],
  ['¥5,000.00', 5000],
  ['￥1200', 1200],
  ['1,200.50元', 1200.5],
  ['５０００', 5000],
  ['-300 CNY', -300],
])('%s is the number it looks like', (text, value) => {
  expect(numberOf(text)).toBe(value)
})

test.each(['', '元', '1e400', '12元/月', '12 days', '1,20', '3-4', '.', 'none'])('“%s” is no number', (text) => {
  expect(numberOf(text)).toBeNaN()
})

test('an empty cell, NA and a dash are missing, a word that says none is not', () => {
  expect(textColumn([{ a: ' ' }, { a: 'NA' }, { a: '-' }, { a: ' none ' }, {}], 'a')).toEqual([null, null, null, 'none', null])
  expect([...numberColumn([{ a: '7' }, { a: 'x' }], 'a')]).toEqual([7, Number.NaN])
})

test('levels come in the order a reader expects, whatever the rows', () => {
  expect(levelsIn(['10', 'b', '9', null, 'a', '9'])).toEqual(['9', '10', 'a', 'b'])
})
