import { describe, expect, test } from 'vitest'
import { hasBegun, workingMomentFor } from './working-hours'

const zone = 'Asia/Shanghai'
/** A moment by the clocks of Shanghai, eight hours ahead. */
const at = (local: string) => new Date(`${local}:00+08:00`)

describe('a mail to a colleague', () => {
  test.each([
    ['goes out at once in working time', '2026-11-23T10:07', '2026-11-23T10:07'],
    ['waits for half past eight', '2026-11-23T06:20', '2026-11-23T08:30'],
    ['waits for the next day from six in the evening', '2026-11-23T18:00', '2026-11-24T08:30'],
    ['waits for Monday on a Saturday', '2026-11-21T10:00', '2026-11-23T08:30'],
    ['goes out on a Saturday that is worked in exchange', '2026-10-10T09:00', '2026-10-10T09:00'],
    ['waits for the end of the National Day holidays', '2026-09-30T19:00', '2026-10-08T08:30'],
    ['waits for the end of the Spring Festival', '2026-02-14T20:00', '2026-02-24T08:30'],
  ])('%s', (_, now, sent) => {
    expect(workingMomentFor(at(now), zone)).toEqual(at(sent))
  })

  test('keeps the hours of where the office is', () => {
    expect(workingMomentFor(new Date('2026-11-23T00:10:00Z'), 'Asia/Kathmandu').toISOString()).toBe('2026-11-23T02:45:00.000Z')
  })
})

test('a day begins at half past eight; one before has begun, one after has not', () => {
  const begun = (day: string) => [at('2026-11-23T08:29'), at('2026-11-23T08:30')].map((now) => hasBegun(day, now, zone))
  expect([begun('2026-11-22'), begun('2026-11-23'), begun('2026-11-24')]).toEqual([
    [true, true],
    [false, true],
    [false, false],
  ])
})
