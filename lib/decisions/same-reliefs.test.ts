import { expect, test } from 'vitest'
import { isAsAsked } from './same-reliefs'

const [extension, waiver] = [
  { type: 'TERM_EXTENSION', toPeriods: 12 },
  { type: 'WAIVE_INTEREST', amount: '120.50' },
] as const

test('an answer is as asked in any order and however an amount is written', () => {
  expect(isAsAsked([extension, waiver], [{ type: 'WAIVE_INTEREST', amount: '120.5' }, extension])).toBe(true)
})

test.each([
  ['a shorter extension', [{ ...extension, toPeriods: 11 }, waiver]],
  ['a waiver left out', [extension]],
  ['a waiver of a share instead of an amount', [extension, { type: 'WAIVE_INTEREST' as const, percent: '120.50' }]],
  ['one thing more', [extension, waiver, { type: 'STOP_COLLECTION' as const }]],
])('%s is another answer', (_, granted) => {
  expect(isAsAsked([extension, waiver], granted)).toBe(false)
})
