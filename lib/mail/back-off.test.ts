import { expect, test } from 'vitest'
import { mostAttempts, pauseAfter } from './back-off'

test('a mail that was put off is tried again after five minutes, then ten, then never later than six hours', () => {
  expect([1, 2, 3, 7, 9].map((attempts) => pauseAfter(attempts) / 60_000)).toEqual([5, 10, 20, 320, 360])
})

test('ten tries take most of a day', () => {
  const pauses = Array.from({ length: mostAttempts - 1 }, (_, index) => pauseAfter(index + 1))
  const hours = pauses.reduce((total, pause) => total + pause, 0) / 3_600_000
  expect(hours).toBeGreaterThan(20)
  expect(hours).toBeLessThan(26)
})
