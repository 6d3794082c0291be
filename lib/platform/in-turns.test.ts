import { expect, test } from 'vitest'
import { mapInTurns } from './in-turns'

test('every value is changed, in order, and others get their turn in between', async () => {
  let turns = 0
  const count = () => {
    turns += 1
    waiting = setImmediate(count)
  }
  let waiting = setImmediate(count)
  const values = Array.from({ length: 1_001 }, (_, n) => n)
  expect(await mapInTurns(values, (n) => n * 2, 100)).toEqual(values.map((n) => n * 2))
  clearImmediate(waiting)
  expect(turns).toBeGreaterThanOrEqual(10)
  expect(await mapInTurns([], String)).toEqual([])
})
