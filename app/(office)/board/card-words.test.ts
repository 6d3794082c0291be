import { describe, expect, test } from 'vitest'
import { dueOf, initialOf, isHeld, shortDate, stayOf } from './card-words'

// Saturday.
const today = '2026-11-21'
const now = { today, timeZone: 'Asia/Shanghai' }

describe('what a card says', () => {
  test.each([
    ['2026-11-19', { tone: 'late', says: 'late', days: 2 }],
    ['2026-11-21', { tone: 'soon', says: 'today', days: 0 }],
    ['2026-11-22', { tone: 'soon', says: 'tomorrow', days: -1 }],
    ['2026-11-27', { tone: 'later', says: 'date', days: -6 }],
    [null, { tone: 'soon', says: 'none', days: 0 }],
  ] as const)('due %s', (due, words) => {
    expect(dueOf(due, today)).toEqual(words)
  })

  test('SS-02 a review that takes longer than its target shows: ten working days, weekends not counted', () => {
    // Friday 6 November, 10:00 in Shanghai: 9–13 and 16–20 November are ten working days.
    const since = '2026-11-06T02:00:00Z'
    expect(stayOf({ since, stage: 'SUBMITTED' }, now)).toEqual({ days: 10, target: 10, isOver: false })
    expect(stayOf({ since: '2026-11-05T02:00:00Z', stage: 'SUBMITTED' }, now)).toMatchObject({ days: 11, isOver: true })
  })

  test('SP-02 the day turns at midnight in Shanghai, wherever the server stands', () => {
    const stage = 'DRAFTING'
    // 23:30 on Thursday and 00:30 on Friday in Shanghai, both Thursday in UTC.
    expect(stayOf({ since: '2026-11-19T15:30:00Z', stage }, now).days).toBe(1)
    expect(stayOf({ since: '2026-11-19T16:30:00Z', stage }, now).days).toBe(0)
  })

  test('a stage without a target is never too long', () => {
    expect(stayOf({ since: '2025-01-01T00:00:00Z', stage: 'MONITORING' }, now)).toMatchObject({ target: null, isOver: false })
  })

  test('a hold ends on its date by itself', () => {
    expect([isHeld({ hold: '2026-11-22' }, today), isHeld({ hold: today }, today), isHeld({ hold: null }, today)]).toEqual([
      ...[true, false, false],
    ])
  })

  test('a rare surname is one character, and a date of another year keeps its year', () => {
    expect([initialOf('𠮷田'), initialOf(' 李文静'), initialOf('')]).toEqual(['𠮷', '李', ''])
    expect([shortDate('2026-12-05', today, 'zh-CN'), shortDate('2027-01-05', today, 'zh-CN')]).toEqual(['12-05', '2027-01-05'])
    expect([shortDate('2026-12-05', today, 'en'), shortDate('2027-01-05', today, 'en')]).toEqual(['5 Dec', '5 Jan 2027'])
  })
})
