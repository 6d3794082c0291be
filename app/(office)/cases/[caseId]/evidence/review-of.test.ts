import { expect, test } from 'vitest'
import { evidenceStatuses } from '@/db/vocabulary'
import { reviewOf } from './review-of'

test('a document of any state can be judged: right, to be sent again, or out of date', () => {
  for (const status of evidenceStatuses)
    expect(reviewOf(status).results.map(([result]) => result)).toEqual(['VERIFIED', 'REJECTED', 'EXPIRED'])
})

test('one that was found right gets a second look, which leaves it right unless something else is chosen', () => {
  expect(reviewOf('VERIFIED')).toMatchObject({ label: 'reviewAgain', hint: 'reviewAgainHint' })
  expect(reviewOf('VERIFIED').results[0]).toEqual(['VERIFIED', 'stillRight'])
})

test.each(['RECEIVED', 'REJECTED', 'EXPIRED'] as const)('one that is %s gets its first look', (status) => {
  expect(reviewOf(status)).toMatchObject({ label: 'review', hint: null })
  expect(reviewOf(status).results[0]).toEqual(['VERIFIED', 'verify'])
})
