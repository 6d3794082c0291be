import { expect, test } from 'vitest'
import { sharesByDay } from './answer-time.report'
import { byCreditor } from './creditors.report'
import { keptAfter } from './kept.report'

test('an answer of one kind keeps the other from happening: shares add up to one (Aalen–Johansen)', () => {
  // Four sent: approved on day 2, refused on day 5, approved on day 10, one still waiting on day 14.
  // By hand: 1/4 by day 2; 3/4 · 1/3 = 1/4 refused by day 5; 2/4 · 1/2 = 1/4 more approved by day 10.
  const rows = sharesByDay([
    { time: 2, cause: 'approved' },
    { time: 5, cause: 'refused' },
    { time: 10, cause: 'approved' },
    { time: 14, cause: null },
  ])
  const at = (day: number) => rows.find((row) => row.day === day)
  expect(at(3)).toMatchObject({ n: 4, atRisk: 3, approved: '0.2500', refused: '0.0000', pending: '0.7500' })
  expect(at(7)).toMatchObject({ atRisk: 2, approved: '0.2500', refused: '0.2500', pending: '0.5000' })
  expect(at(14)).toMatchObject({ atRisk: 1, approved: '0.5000', refused: '0.2500', pending: '0.2500' })
})

test('agreements still kept are those that missed nothing, the younger ones counting as far as they go (Kaplan–Meier)', () => {
  // Four agreements: missed on day 30 and on day 100, kept so far for 200 and 400 days. 3/4, then 3/4 · 2/3.
  const rows = keptAfter([
    { time: 30, event: true },
    { time: 100, event: true },
    { time: 200, event: false },
    { time: 400, event: false },
  ])
  expect(rows.map(({ months, kept, atRisk, missed }) => [months, kept, atRisk, missed])).toEqual([
    [3, '0.7500', 3, 1],
    [6, '0.5000', 2, 2],
    [12, '0.5000', 1, 2],
  ])
})

test('how many were answered is counted from one telling day to the next', () => {
  const rows = sharesByDay([
    { time: 3, cause: 'approved', count: 12 },
    { time: 4, cause: 'approved', count: 3 },
    { time: 5, cause: 'refused', count: 20 },
    { time: 90, cause: null, count: 5 },
  ])
  expect(rows.slice(0, 3).map(({ answered, closed }) => [answered, closed])).toEqual([
    [12, 0],
    [3, 20],
    [0, 0],
  ])
})

test('beyond the longest time anybody was followed nothing is said, unless all had ended', () => {
  const young = keptAfter([
    { time: 30, event: true },
    { time: 120, event: false },
  ])
  expect(young.map(({ kept }) => kept)).toEqual(['0.5000', null, null])
  expect(young[2]).toMatchObject({ low: null, high: null })
  expect(keptAfter([{ time: 30, event: true }]).map(({ kept }) => kept)).toEqual(['0.0000', '0.0000', '0.0000'])
})

test('without agreements there is no share, not a share of 100 %', () => {
  expect(keptAfter([]).map(({ kept }) => kept)).toEqual([null, null, null])
})

test('a creditor that answers two at once and leaves six waiting is not one that answers in two days', () => {
  const sent = { creditor: '拖延银行', event: false, fate: 'no_answer' as const }
  const answered = { creditor: '拖延银行', event: true, time: 2, count: 2 }
  const rows = [
    { ...answered, fate: 'approved' as const },
    { ...sent, time: 60, count: 6 },
  ]
  expect(byCreditor(rows)).toEqual([{ creditor: '拖延银行', sent: 8, approved: 2, refused: 0, pending: 6, days: null }])
  // Kaplan-Meier by hand: 2 of 8 on day 2, and 4 of the 6 left on day 9: 3/4 · 1/3 = 1/4, so half are answered by day 9.
  const nine = { creditor: '拖延银行', event: true, time: 9, count: 4, fate: 'refused' as const }
  expect(byCreditor([...rows.slice(0, 1), nine, { ...sent, time: 60, count: 2 }])[0]?.days).toBe('9')
})

test('what was taken back was sent, and waits for no answer', () => {
  const of = { creditor: '某行', count: 5 }
  const rows = [
    { ...of, fate: 'countered' as const, event: true, time: 4 },
    { ...of, fate: null, event: false, time: 90 },
  ]
  expect(byCreditor(rows)).toEqual([{ creditor: '某行', sent: 10, approved: 0, refused: 0, pending: 10, days: '4' }])
})
