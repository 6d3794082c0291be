import { expect, test } from 'vitest'
import { Refusal } from '@/lib/core/refusal'
import { JobOver } from './runner'
import { failureOf } from './work.job'

const withCode = (code: string) => Object.assign(new Error('the database refused a statement'), { code })

test.each([
  ['a statement that took longer than a minute', withCode('57014'), 'TOO_LONG'],
  ['an answer that did not come in time', new Error('Query read timeout'), 'TOO_LONG'],
  ['a role that was taken away', new Refusal('forbidden'), 'FORBIDDEN'],
  ['anything unexpected', new TypeError('x is not a function'), 'BROKEN'],
] as const)('%s fails the same way each time, and says so', (_, error, failure) => {
  expect(failureOf(error)).toBe(failure)
})

test.each([
  ['a database that is shut down', withCode('57P01')],
  ['one that is full of connections', withCode('53300')],
  ['a job that somebody cancelled', new JobOver()],
] as const)('%s is no failure of the job: it is left to a later round', (_, error) => {
  expect(failureOf(error)).toBeUndefined()
})
