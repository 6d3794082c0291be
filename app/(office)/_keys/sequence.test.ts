import { expect, test } from 'vitest'
import { Sequence } from './sequence'

const press = (key: string) => ({ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false })
const on = (at: number) => ({ at, singleKeys: true })

test('two keys one after the other go to a page', () => {
  const keys = new Sequence()
  expect(keys.hear(press('g'), on(0))).toBeUndefined()
  expect(keys.hear(press('b'), on(300))).toBe('board')
})

test('G and C goes to the cases, C alone opens a new one', () => {
  const keys = new Sequence()
  keys.hear(press('g'), on(0))
  expect(keys.hear(press('c'), on(100))).toBe('cases')
  expect(keys.hear(press('c'), on(200))).toBe('newCase')
})

test('who waits too long has begun anew', () => {
  const keys = new Sequence()
  keys.hear(press('g'), on(0))
  expect(keys.hear(press('b'), on(5_000))).toBeUndefined()
})

test('with single keys off no sequence leads anywhere', () => {
  const keys = new Sequence()
  keys.hear(press('g'), { at: 0, singleKeys: false })
  expect(keys.hear(press('b'), { at: 100, singleKeys: false })).toBeUndefined()
})
