import { DrizzleQueryError } from 'drizzle-orm/errors'
import { expect, test } from 'vitest'
import { describeError } from './report-bug'

test('what is written about a bug holds no value of the statement that failed', () => {
  const cause = Object.assign(new Error('invalid input: 13800138000'), { code: '22P02', detail: 'Key (phone)=(13800138000)' })
  const error = new DrizzleQueryError('insert into clients values ($1)\n at once', ['张伟明', '13800138000'], cause)
  const said = JSON.stringify(describeError(error))
  expect(said).not.toMatch(/13800138000|张伟明/)
  expect(describeError(error)).toMatchObject({ kind: 'Error', code: '22P02' })
  expect(describeError(error).at.length).toBeGreaterThan(0)
})
