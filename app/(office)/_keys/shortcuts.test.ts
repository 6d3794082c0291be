import { describe, expect, test } from 'vitest'
import { messages } from '@/lib/i18n/catalogue'
import { chordOf, isLead, isSingle, linesFor, type Press, places, printed, shortcutOf, shortcuts } from './shortcuts'

const press = (key: string, held: Partial<Press> = {}): Press => ({
  ...{ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false },
  ...held,
})
const on = { place: 'everywhere', singleKeys: true } as const
const off = { ...on, singleKeys: false } as const

describe('a key', () => {
  test('is the same with Ctrl and with ⌘, and in capitals by the lock', () => {
    expect(chordOf(press('k', { ctrlKey: true }))).toBe('mod+k')
    expect(chordOf(press('K', { metaKey: true }))).toBe('mod+k')
    expect(chordOf(press('M'))).toBe('m')
  })

  test('with Shift is another letter, but the same sign', () => {
    expect(chordOf(press('P', { shiftKey: true }))).toBe('shift+p')
    expect(chordOf(press('?', { shiftKey: true }))).toBe('?')
    expect(chordOf(press('z', { ctrlKey: true, shiftKey: true }))).toBe('mod+shift+z')
  })

  test('with Alt is left to those who write with it', () => {
    expect(chordOf(press('k', { altKey: true, ctrlKey: true }))).toBeUndefined()
  })

  test('means what it means only where it does', () => {
    expect(shortcutOf('m', on)).toBeUndefined()
    expect(shortcutOf('m', { ...on, place: 'board' })).toBe('move')
    expect(shortcutOf('mod+shift+z', { ...on, place: 'board' })).toBeUndefined()
  })

  test('P peeks and I assigns to oneself on the board; [ and ] go on from a case; N logs a contact in both places', () => {
    const [board, kase] = [{ ...on, place: 'board' } as const, { ...on, place: 'case' } as const]
    expect(['p', 'i', 'n'].map((key) => shortcutOf(key, board))).toEqual(['peek', 'mine', 'contact'])
    expect(['[', ']', 'n'].map((key) => shortcutOf(key, kase))).toEqual(['previousCase', 'nextCase', 'logHere'])
    expect(['[', ']'].map((key) => shortcutOf(key, board))).toEqual([undefined, undefined])
    expect(shortcutOf('shift+p', board)).toBeUndefined()
  })

  test('Ctrl or ⌘ with Enter sends a form on every page', () => {
    for (const held of [{ ctrlKey: true }, { metaKey: true }])
      expect(shortcutOf(chordOf(press('Enter', held)) ?? '', on)).toBe('submit')
    expect(shortcutOf('Enter', on)).toBeUndefined()
  })

  test('after another one leads somewhere', () => {
    expect(isLead('g')).toBe(true)
    expect(isLead('m')).toBe(false)
    expect(shortcutOf('b', { ...on, lead: 'g' })).toBe('board')
    expect(shortcutOf('z', { ...on, lead: 'g' })).toBeUndefined()
  })
})

describe('single keys', () => {
  test('switched off do nothing; the palette, undo and the arrows stay', () => {
    expect(shortcutOf('c', off)).toBeUndefined()
    expect(shortcutOf('?', off)).toBeUndefined()
    expect(shortcutOf('shift+p', off)).toBeUndefined()
    expect(shortcutOf('b', { ...off, lead: 'g' })).toBeUndefined()
    expect(['p', 'i'].map((key) => shortcutOf(key, { ...off, place: 'board' }))).toEqual([undefined, undefined])
    expect(['[', ']', 'n'].map((key) => shortcutOf(key, { ...off, place: 'case' }))).toEqual([undefined, undefined, undefined])
    expect(shortcutOf('mod+k', off)).toBe('palette')
    expect(shortcutOf('mod+Enter', off)).toBe('submit')
    expect(shortcutOf('mod+z', { ...off, place: 'board' })).toBe('undo')
    expect(shortcutOf('ArrowLeft', { ...off, place: 'board' })).toBe('left')
  })

  test('are those that write something', () => {
    expect(['x', '?', '.', ' ', 'shift+p', 'g b'].filter((keys) => !isSingle(keys))).toEqual([])
    expect(['mod+k', 'ArrowUp', 'Enter', 'Escape', 'shift+ArrowUp'].filter(isSingle)).toEqual([])
  })
})

describe('the sheet of keys', () => {
  test('has a sentence for every shortcut in both languages, and every key once', () => {
    const said = Object.values(shortcuts).map(({ says }) => says)
    for (const { keys } of Object.values(messages))
      expect(Object.keys(keys.list).toSorted()).toEqual([...new Set(said)].toSorted())
    for (const place of places.filter((one) => one !== 'everywhere')) {
      const lines = [...linesFor('everywhere'), ...linesFor(place)].flatMap(({ keys }) => keys)
      expect(lines).toHaveLength(new Set(lines).size)
    }
  })

  test('prints keys as they stand on the keyboard', () => {
    expect(printed('mod+k', false)).toBe('Ctrl K')
    expect(printed('mod+k', true)).toBe('⌘ K')
    expect(printed('g b', false)).toBe('G B')
    expect([printed(' ', false), printed('ArrowLeft', false), printed('shift+p', false)]).toEqual(['Space', '←', 'Shift P'])
  })
})
