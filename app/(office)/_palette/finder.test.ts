import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Answer } from '../board/api'
import { Finder, nothing, type Sight } from './finder'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const answerTo = (path: string) => ({ cases: path.startsWith('search') ? [{ id: path }] : [], clients: [] })

function finder(answer: (path: string) => Promise<Answer<object>> = async (path) => ({ kind: 'done', value: answerTo(path) })) {
  const [asked, seen]: [string[], Sight[]] = [[], []]
  const ask = (async (path: string) => {
    asked.push(path)
    return answer(path)
  }) as <Value>(path: string) => Promise<Answer<Value>>
  return { find: new Finder(() => ({ ask, show: (sight) => seen.push(sight) })), asked, seen }
}

describe('looking up while somebody types', () => {
  test('waits for a rest, so that a word is one search and not one per letter', async () => {
    const { find, asked, seen } = finder()
    for (const q of ['zh', 'zha', 'zhang']) find.look(q)
    await vi.runAllTimersAsync()
    expect(asked).toEqual(['search?q=zhang', 'clients?q=zhang'])
    expect(seen.at(-1)).toMatchObject({ state: 'done', cases: [{ id: 'search?q=zhang' }] })
  })

  test('asks nothing for a single letter, and forgets what was found when the field is emptied', async () => {
    const { find, asked, seen } = finder()
    find.look('z')
    find.look('')
    await vi.runAllTimersAsync()
    expect(asked).toEqual([])
    expect(seen.at(-1)).toBe(nothing)
  })

  test('never shows the answer to an older question', async () => {
    const waiting: (() => void)[] = []
    const slow = (path: string) =>
      new Promise<Answer<object>>((done) => waiting.push(() => done({ kind: 'done', value: answerTo(path) })))
    const { find, seen } = finder(slow)
    find.look('old')
    await vi.advanceTimersByTimeAsync(300)
    find.look('new')
    for (const answer of waiting) answer()
    await vi.advanceTimersByTimeAsync(0)
    expect(seen.at(-1)).toMatchObject({ state: 'searching', cases: [] })
  })

  test('says so when it was too often, or when nobody answered', async () => {
    const often = finder(async () => ({ kind: 'refused', problem: { code: 'too_many', detail: '' } }))
    often.find.look('zs')
    const lost = finder(async () => ({ kind: 'lost' }))
    lost.find.look('zs')
    await vi.runAllTimersAsync()
    expect(often.seen.at(-1)?.state).toBe('tooMany')
    expect(lost.seen.at(-1)?.state).toBe('lost')
  })

  test('closing the palette ends it', async () => {
    const { find, asked } = finder()
    find.look('zs')
    find.stop()
    await vi.runAllTimersAsync()
    expect(asked).toEqual([])
  })
})
