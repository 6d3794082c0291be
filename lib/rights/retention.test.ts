import { expect, test } from 'vitest'
import { keptUntil } from './retention'

test('records are kept for five years after the last case was closed, whichever was opened first', () => {
  expect(keptUntil(['2024-03-01', '2025-06-30', '2023-01-15'])).toBe('2030-06-30')
  expect(keptUntil(['2024-02-29'])).toBe('2029-02-28')
})

test('while a case is open, or none ever was, no end is set', () => {
  expect(keptUntil(['2024-03-01', null])).toBeNull()
  expect(keptUntil([])).toBeNull()
})
