import { expect, test } from 'vitest'
import { exactly, roundingFor, roundingWith } from './rounding'

const counts = Array.from({ length: 2000 }, (_, n) => n)

test('a count leaves the team as a multiple of five less than five away, and nought and fives as they are', () => {
  const round = roundingWith('one key')
  for (const n of counts) {
    expect(round(n) % 5).toBe(0)
    expect(Math.abs(round(n) - n)).toBeLessThan(5)
    if (n % 5 === 0) expect(round(n)).toBe(n)
  }
})

test('it is told the same each time, another key tells another, and on average it is itself', () => {
  const [one, other] = [roundingWith('one key'), roundingWith('other key')]
  expect(counts.map(one)).toEqual(counts.map(roundingWith('one key')))
  expect(counts.map(one)).not.toEqual(counts.map(other))
  const off = counts.reduce((sum, n) => sum + one(n) - n, 0) / counts.length
  expect(Math.abs(off)).toBeLessThan(0.15)
})

test('inside the team counts are exact', () => {
  expect(roundingFor(5, 'an office')).toBe(exactly)
})
