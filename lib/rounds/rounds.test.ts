import { expect, test, vi } from 'vitest'
import { makeRound } from './rounds'

test('a job that fails is told of without its words, and keeps none of the others from being done', async () => {
  const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const [now, done] = [new Date('2026-11-21T02:00:00Z'), vi.fn(async () => {})]
  await makeRound([async () => Promise.reject(new Error('李晓梅 13911112222')), done], now)
  expect(done).toHaveBeenCalledWith(now)
  expect(told).toHaveBeenCalledOnce()
  expect(String(told.mock.calls[0]?.[0])).not.toContain('13911112222')
  told.mockRestore()
})
