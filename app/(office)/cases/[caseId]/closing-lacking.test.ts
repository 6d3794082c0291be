import { expect, test } from 'vitest'
import { closingLacking } from './closing-lacking'

test('who closes a case with nothing filled in is told each thing that is asked', () => {
  const fields = closingLacking({ to: 'CLOSED' }).map(({ field }) => field)
  expect(fields).toEqual(['closing.outcome', 'closing.reason', 'closing.summary'])
})

test('other moves ask for no closing, and what is filled in is left to the command', () => {
  expect(closingLacking({ to: 'EVIDENCE' })).toEqual([])
  expect(closingLacking({ to: 'CLOSED', closing: { outcome: 'CLIENT_WITHDREW' } })).toEqual([])
})
