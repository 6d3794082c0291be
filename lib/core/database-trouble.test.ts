import { describe, expect, test } from 'vitest'
import { codeOf, isDatabaseTrouble } from './database-trouble'

const withCode = (code: string) =>
  Object.assign(new Error('Failed query: select 1'), { cause: Object.assign(new Error('x'), { code }) })

describe('a database that cannot do it just now', () => {
  test.each(['57P01', '08006', '53300', '53100', '40P01', '40001', '57014', 'ECONNREFUSED', 'ECONNRESET'])(
    '%s passes by',
    (code) => {
      expect(isDatabaseTrouble(withCode(code))).toBe(true)
    },
  )
  test.each(['23505', '22P02', '42703', 'P0001'])('%s is a mistake, not a trouble', (code) => {
    expect(isDatabaseTrouble(withCode(code))).toBe(false)
    expect(codeOf(withCode(code))).toBe(code)
  })
  test('what the driver says without a code counts too', () => {
    expect(isDatabaseTrouble(new Error('Connection terminated unexpectedly'))).toBe(true)
    expect(isDatabaseTrouble(new Error('timeout exceeded when trying to connect'))).toBe(true)
    expect(isDatabaseTrouble(new Error('a rule of ours'))).toBe(false)
    expect(isDatabaseTrouble('text')).toBe(false)
  })
})
