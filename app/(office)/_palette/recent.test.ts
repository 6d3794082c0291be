import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { keptOf, readRecent, recentEntries, withLast, writeRecent } from './recent'

const memory = new Map<string, string>()
beforeEach(() =>
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => memory.get(name) ?? null,
    setItem: (name: string, value: string) => memory.set(name, value),
  }),
)
afterEach(() => {
  vi.unstubAllGlobals()
  memory.clear()
})

const board = { id: 'board', text: '看板', href: '/board' }
const found = { id: 'case:7', text: '陈** · XS-0007', note: '借呗', href: '/cases/7' }

describe('what was used last', () => {
  test('comes first, once, and five lines are kept', () => {
    const many = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id }))
    expect(withLast(many, { id: 'c' }).map(({ id }) => id)).toEqual(['c', 'a', 'b', 'd', 'e'])
    expect(withLast(many, { id: 'f' })).toHaveLength(5)
  })

  test('keeps of a case its number, never a name, and of a client nothing', () => {
    expect(keptOf(found)).toEqual({ id: 'case:7', number: 'XS-0007' })
    expect(keptOf({ id: 'client:1', text: '陈**', href: '/clients/1' })).toBeUndefined()
    expect(keptOf(board)).toEqual({ id: 'board' })
  })

  test('is shown as it is offered now; a page no longer offered is left out', () => {
    const recent = [{ id: 'case:7', number: 'XS-0007' }, { id: 'board' }, { id: 'settings' }]
    expect(recentEntries(recent, [board])).toEqual([{ id: 'case:7', text: 'XS-0007', href: '/cases/7' }, board])
  })

  test('belongs to one account, and what somebody else wrote there counts as nothing', () => {
    writeRecent('li', [{ id: 'board' }])
    expect(readRecent('li')).toEqual([{ id: 'board' }])
    expect(readRecent('wang')).toEqual([])
    memory.set('parley.recent.li', '{broken')
    expect(readRecent('li')).toEqual([])
    memory.set('parley.recent.li', '[1, {"id": "case:1", "number": "<b>"}, {"id": "x"}]')
    expect(readRecent('li')).toEqual([{ id: 'x' }])
  })
})
