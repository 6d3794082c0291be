import { describe, expect, test } from 'vitest'
import { passwordFault } from './password-rule'

describe('passwords', () => {
  test('a sentence of one’s own is taken, in any script', () => {
    expect(passwordFault('correct horse battery')).toBeUndefined()
    expect(passwordFault('雨后青石小巷里有三只猫呀')).toBeUndefined()
  })
  test('eleven characters are too few and 129 too many', () => {
    expect(passwordFault('k7!mQ2$wZ9x')).toBe('password_short')
    expect(passwordFault('k7!mQ2$wZ9xR')).toBeUndefined()
    expect(passwordFault('k7!mQ2$wZ9x-'.repeat(11))).toBe('password_long')
  })
  test('what is tried first is refused, whatever surrounds it', () => {
    const tried = [
      'password1234',
      'P@ssword!2026'.replace('@', 'a'),
      'admin1234567',
      'woaini1314520',
      '123456789012',
      'qwertyuiopas',
    ]
    expect(tried.map((password) => passwordFault(password))).toEqual(Array(6).fill('password_common'))
  })
  test('one pattern repeated, and few different characters, are refused', () => {
    expect(passwordFault('abc1abc1abc1')).toBe('password_common')
    expect(passwordFault('aaaaaaaaaaaab')).toBe('password_common')
  })
  test('one’s own e-mail with a few characters is refused', () => {
    expect(passwordFault('liwenjing2026', 'liwenjing@example.org')).toBe('password_common')
  })
})
