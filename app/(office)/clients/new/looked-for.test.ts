import { describe, expect, test } from 'vitest'
import { carried, changedSince, isAnything, wantedIn } from './looked-for'

const looked = { name: '欧阳䮌', phone: '', idNumber: '' }

describe('looking before adding', () => {
  test('blanks are nothing to look for', () => {
    expect(isAnything(wantedIn({}))).toBe(false)
    expect(isAnything(wantedIn({ name: ' ', phone: '　' }))).toBe(false)
    expect(isAnything(wantedIn({ idNumber: '1' }))).toBe(true)
  })

  test('what stays as it was looked for is not looked for again', () => {
    expect(changedSince({ ...carried(looked), ...looked, preferredName: '小欧' })).toEqual({})
  })

  test('what was typed or changed after the look is', () => {
    const typed = { ...carried(looked), ...looked, phone: ' 13700137000 ' }
    expect(changedSince(typed)).toEqual({ phone: '13700137000' })
    expect(changedSince({ ...typed, name: '欧阳' })).toEqual({ name: '欧阳', phone: '13700137000' })
  })

  test('a form that says nothing of a look has everything looked for', () => {
    expect(changedSince(looked)).toEqual(looked)
  })

  test('no more is looked for than anybody’s name is long', () => {
    expect(wantedIn({ name: '字'.repeat(5_000) }).name).toHaveLength(200)
  })
})
