import { describe, expect, test } from 'vitest'
import { malformedField } from './well-formed'

const nested = (levels: number): unknown => JSON.parse(`${'['.repeat(levels)}${']'.repeat(levels)}`)

describe('values from outside', () => {
  test('names of every script, emoji and rare characters pass', () => {
    expect(malformedField({ name: '买买提·吐尔逊', note: '𠮷野家 👩‍👩‍👧', lines: [{ amount: '1.00' }] })).toBeUndefined()
  })
  test('a lone surrogate or NUL is named by its field, however deep', () => {
    expect(malformedField({ ok: '', name: 'a\u0000b' })).toBe('name')
    expect(malformedField({ lines: [{ note: '\ud800' }] })).toBe('lines')
    expect(malformedField({ facts: { 'a\udc00': 1 } })).toBe('facts')
  })
  test('a key that would change the prototype is refused', () => {
    expect(malformedField(JSON.parse('{"filters":{"__proto__":{"isAdmin":true}}}'))).toBe('filters')
  })
  test('twenty thousand levels are refused without exhausting the stack', () => {
    expect(malformedField({ a: nested(20_000) })).toBe('a')
    expect(malformedField({ a: nested(10) })).toBeUndefined()
  })
  test('half a million parts are too many, in one list or in many', () => {
    expect(malformedField({ ids: Array.from({ length: 500_000 }, () => 1) })).toBe('ids')
    expect(malformedField({ ids: Array.from({ length: 700 }, () => Array.from({ length: 700 }, () => 1)) })).toBe('ids')
  })
  test('a date or a buffer is one value', () => {
    expect(malformedField({ at: new Date(0), bytes: Buffer.alloc(100_000) })).toBeUndefined()
  })
})
