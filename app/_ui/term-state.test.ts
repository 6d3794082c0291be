import { expect, test } from 'vitest'
import { afterEvent, type TermEvent, type TermState, termDelay } from './term-state'

const after = (...events: TermEvent[]) => events.reduce<TermState>(afterEvent, 'shut')

test('an explanation opens under the pointer and by a press, by mouse, finger or Enter alike', () => {
  expect(after('enter')).toBe('hovered')
  expect(after('press')).toBe('held')
})

test('it stays while the pointer goes from the word into it', () => {
  expect(after('enter', 'enter')).toBe('hovered')
  expect(termDelay.leave ?? 0).toBeGreaterThanOrEqual(termDelay.enter ?? 0)
})

test('it goes with the pointer that opened it, unless it was pressed', () => {
  expect(after('enter', 'leave')).toBe('shut')
  expect(after('enter', 'press', 'leave')).toBe('held')
  expect(after('press', 'enter', 'leave')).toBe('held')
})

test('Escape, a press elsewhere and a second press put it away, however it was opened', () => {
  expect(after('enter', 'away')).toBe('shut')
  expect(after('press', 'away')).toBe('shut')
  expect(after('press', 'press')).toBe('shut')
  expect(after('away')).toBe('shut')
})
