import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Presence, readSign, type Sign } from './presence'

const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`
const [office, other, li, wang] = [id(1), id(2), id(3), id(4)]
const sign = (user: string, tab: number, more: Partial<Sign> = {}): Sign => ({
  org: office,
  user,
  tab: id(tab),
  isHere: true,
  ...more,
})

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function office1() {
  const changes: string[] = []
  return { changes, presence: new Presence((org) => changes.push(org)) }
}

test('who opens the board is here, once for all their tabs, until the last one closes', () => {
  const { presence, changes } = office1()
  presence.take(sign(wang, 5))
  presence.take(sign(li, 6))
  presence.take(sign(li, 7))
  expect(presence.here(office)).toEqual([li, wang])
  presence.take(sign(li, 6, { isHere: false }))
  expect(presence.here(office)).toEqual([li, wang])
  presence.take(sign(li, 7, { isHere: false }))
  expect(presence.here(office)).toEqual([wang])
  expect(changes).toEqual([office, office, office])
})

test('a sign of life changes nothing and keeps them here; without one they are gone within a minute', () => {
  const { presence, changes } = office1()
  presence.take(sign(li, 5))
  vi.advanceTimersByTime(50_000)
  presence.take(sign(li, 5))
  vi.advanceTimersByTime(50_000)
  expect([presence.here(office), changes]).toEqual([[li], [office]])
  vi.advanceTimersByTime(10_000)
  expect([presence.here(office), changes]).toEqual([[], [office, office]])
  expect(vi.getTimerCount()).toBe(0)
})

test('one office never hears of another', () => {
  const { presence, changes } = office1()
  presence.take(sign(li, 5, { org: other }))
  expect([presence.here(office), presence.here(other), changes]).toEqual([[], [li], [other]])
})

test('a notification that is not ours is not heard', () => {
  expect(readSign(JSON.stringify(sign(li, 5)))).toEqual(sign(li, 5))
  for (const text of ['', '{}', 'null', JSON.stringify({ ...sign(li, 5), user: '李文静' })])
    expect(readSign(text)).toBeUndefined()
})
