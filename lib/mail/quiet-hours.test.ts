import { describe, expect, test } from 'vitest'
import { firstMomentFor, type ReachHours } from './quiet-hours'

const anyHour: ReachHours = { from: null, to: null }
const shanghai = (now: string, hours = anyHour) => firstMomentFor(new Date(now), 'Asia/Shanghai', hours)?.toISOString()

describe('when a client may be reached', () => {
  test('by day a mail goes out at once', () => expect(shanghai('2026-11-21T10:07:30+08:00')).toBe('2026-11-21T02:07:30.000Z'))
  test('at nine in the evening the day is over: it waits for eight in the morning', () =>
    expect(shanghai('2026-11-21T21:00:00+08:00')).toBe('2026-11-22T00:00:00.000Z'))
  test('at one minute to nine it still goes', () =>
    expect(shanghai('2026-11-21T20:59:59+08:00')).toBe('2026-11-21T12:59:59.000Z'))
  test('before dawn it waits for eight the same day', () =>
    expect(shanghai('2026-11-21T05:30:00+08:00')).toBe('2026-11-21T00:00:00.000Z'))
  test('the client’s own hours are narrower, never wider', () => {
    expect(shanghai('2026-11-21T10:00:00+08:00', { from: 12, to: 14 })).toBe('2026-11-21T04:00:00.000Z')
    expect(shanghai('2026-11-21T06:00:00+08:00', { from: 0, to: 24 })).toBe('2026-11-21T00:00:00.000Z')
  })
  test('hours that leave no room mean that nothing is sent', () =>
    expect(shanghai('2026-11-21T10:00:00+08:00', { from: 21, to: 24 })).toBeUndefined())
  test('a zone with an odd offset opens at its own eight o’clock', () =>
    expect(firstMomentFor(new Date('2026-11-21T00:00:00Z'), 'Asia/Kathmandu', anyHour)?.toISOString()).toBe(
      '2026-11-21T02:15:00.000Z',
    ))
})
