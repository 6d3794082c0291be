import { expect, test } from 'vitest'
import { reachOf, type Sent } from './reach'
import { exactly, roundingWith } from './rounding'

const month = (first: string, clients: number, counsellors: readonly string[], creditors = ['A', 'B']): Sent => ({
  ...{ first, sent: clients, clients, approved: clients, refused: 0, creditors, counsellors },
})
const inside = { limit: 5, round: exactly, isNarrowed: false, today: '2026-05-20' }
const outside = { limit: 10, round: roundingWith('the key of a test'), isNarrowed: false, today: '2026-05-20' }

test('the team is told from when to when, to how many creditors and by how many counsellors', () => {
  const sent = [month('2026-01-01', 6, ['x', 'y']), month('2026-03-01', 8, ['y', 'z'], ['B', 'C'])]
  expect(reachOf(sent, inside)).toEqual({ from: '2026-01-01', to: '2026-03-31', creditors: 3, counsellors: 3, few: 5 })
  expect(reachOf([...sent, month('2026-05-01', 9, [])], inside)).toMatchObject({ to: '2026-05-20' })
  expect(reachOf([], inside)).toBeNull()
})

test('of a part of its cases the team is not told that a few counsellors have them', () => {
  const sent = [month('2026-01-01', 6, ['x', 'y'])]
  expect(reachOf(sent, { ...inside, isNarrowed: true })).toMatchObject({ creditors: 2, counsellors: null })
  expect(reachOf([month('2026-01-01', 6, [])], { ...inside, isNarrowed: true })).toMatchObject({ counsellors: 0 })
})

test('outside the team few counsellors or creditors are not counted, and more of them are rounded', () => {
  const many = Array.from({ length: 13 }, (_, n) => String(n))
  expect(reachOf([month('2026-01-01', 20, ['x', 'y'])], outside)).toMatchObject({ creditors: null, counsellors: null, few: 10 })
  const { creditors, counsellors } = reachOf([month('2026-01-01', 20, many, many)], outside) ?? {}
  expect([10, 15]).toContain(counsellors)
  expect(creditors).toBe(counsellors)
})
