import { expect, test, vi } from 'vitest'
import { makeRound } from './rounds'

const times = (...texts: string[]) => {
  const left = texts.map((text) => new Date(text))
  return () => left.shift() ?? new Date(0)
}

test('a job that fails is told of without its words, and keeps none of the others from being done', async () => {
  const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const done = vi.fn(async () => {})
  await makeRound([async () => Promise.reject(new Error('李晓梅 13911112222')), done], () => new Date(0))
  expect(done).toHaveBeenCalledOnce()
  expect(told).toHaveBeenCalledOnce()
  expect(String(told.mock.calls[0]?.[0])).not.toContain('13911112222')
  told.mockRestore()
})

test('each job begins at its own time, however long the one before it took', async () => {
  const [first, second] = [vi.fn(async () => {}), vi.fn(async () => {})]
  await makeRound([first, second], times('2026-11-21T02:00:00Z', '2026-11-21T02:03:00Z'))
  expect(first).toHaveBeenCalledWith(new Date('2026-11-21T02:00:00Z'))
  expect(second).toHaveBeenCalledWith(new Date('2026-11-21T02:03:00Z'))
})
