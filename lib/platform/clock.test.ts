import { afterEach, expect, test, vi } from 'vitest'
import { now } from './clock'

afterEach(() => vi.unstubAllEnvs())

test('the clock goes on by itself', () => {
  expect(Math.abs(now().getTime() - Date.now())).toBeLessThan(1000)
})

test('a clock the launcher has fixed stands still', () => {
  vi.stubEnv('PARLEY_CLOCK', '2026-11-21T09:00:00+08:00')
  expect(now().toISOString()).toBe('2026-11-21T01:00:00.000Z')
})
