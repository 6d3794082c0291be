import { expect, test } from 'vitest'
import { approvals } from './approval'
import { hiddenSlices } from './hidden-slices'

const fates = (counts: readonly number[]) => new Map(approvals.map((fate, index) => [fate, counts[index] ?? 0]))
const named = (hidden: readonly boolean[]) => approvals.filter((_, index) => hidden[index])
const hidden = (...counts: number[]) =>
  hiddenSlices(fates(counts), 10).map((isHidden, index) => (isHidden ? approvals[index] : ''))
const open = ['pending', 'countered', 'no_response', 'withdrawn']

test('where everything is of many, everything is told', () => {
  expect(hidden(130, 80, 30, 0, 20, 12).join('')).toBe('')
})

test('of a part the kinds of open ones stay inside the team: the whole less a part would count those of the rest', () => {
  const part = fates([115, 51, 0, 10, 17, 0])
  expect(named(hiddenSlices(part, 10, true))).toEqual(open)
  expect(named(hiddenSlices(part, 5, true))).toEqual([])
})

test('of nobody each kind is nobody, also of a part', () => {
  expect(named(hiddenSlices(fates([]), 10, true))).toEqual([])
})

test('approved and refused are told together or not at all: either would tell the other', () => {
  expect(hidden(60, 8, 30, 0, 20, 12).filter(Boolean)).toEqual(['approved', 'refused'])
  expect(hidden(60, 11, 30, 0, 20, 12).filter(Boolean)).toEqual([])
})

test('a few pending take another kind that is open with them, and leave the decided alone', () => {
  expect(hidden(130, 80, 3, 0, 20, 30).filter(Boolean)).toEqual(['pending', 'no_response'])
})

test('of a few open ones it is not said what they wait for, nor what they do not', () => {
  expect(hidden(130, 80, 3, 0, 0, 0).filter(Boolean)).toEqual(open)
  expect(hidden(130, 80, 3, 2, 0, 4).filter(Boolean)).toEqual(open)
})

test('a few decided are not worked out as the rest', () => {
  expect(hidden(4, 3, 30, 0, 20, 12).filter(Boolean)).toEqual([...approvals])
})
