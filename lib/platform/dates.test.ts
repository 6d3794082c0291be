import { expect, test } from 'vitest'
import { addDays, addMonths, civilDateIn, compareDates, daysBetween, parseCivilDate, weekday } from './dates'

test('SP-02 a day begins at midnight in Shanghai, not in Greenwich or on the machine', () => {
  const lastSecond = new Date('2026-11-21T15:59:59Z')
  const midnight = new Date('2026-11-21T16:00:00Z')
  expect(civilDateIn(lastSecond, 'Asia/Shanghai')).toBe('2026-11-21')
  expect(civilDateIn(midnight, 'Asia/Shanghai')).toBe('2026-11-22')
  expect(civilDateIn(midnight, 'UTC')).toBe('2026-11-21')
})

test.each(['2026-02-30', '2026-13-01', '2025-02-29', '2026-1-1', '0099-01-01', '', 'yesterday', '2026-11-21T00:00'])(
  '%s is no date',
  (text) => {
    expect(parseCivilDate(text)).toBeUndefined()
  },
)

test('a date in full-width digits is folded', () => {
  expect(parseCivilDate(' ２０２６－１１－２１ ')).toBe('2026-11-21')
  expect(parseCivilDate('2024-02-29')).toBe('2024-02-29')
})

test('days are counted across months, years and leap days', () => {
  expect(addDays('2024-02-28', 2)).toBe('2024-03-01')
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
  expect(daysBetween('2024-01-01', '2025-01-01')).toBe(366)
  expect(daysBetween('2026-11-22', '2026-11-21')).toBe(-1)
})

test('a month later keeps the day, or is the last day of a shorter month', () => {
  expect(addMonths('2026-11-30', 3)).toBe('2027-02-28')
  expect(addMonths('2026-11-05', 14)).toBe('2028-01-05')
  expect(addMonths('2026-01-31', -2)).toBe('2025-11-30')
})

test('a series seeded on the 31st returns to the 31st after February', () => {
  expect(addMonths('2023-02-28', 1, 31)).toBe('2023-03-31')
})

test('Monday is the first day of the week', () => {
  expect(weekday('2026-11-21')).toBe(6)
  expect(weekday('2026-11-23')).toBe(1)
  expect(weekday('1969-12-31')).toBe(3)
})

test('dates sort earlier first', () => {
  expect(['2026-11-21', '2025-12-31', '2026-01-01'].toSorted(compareDates)).toEqual(['2025-12-31', '2026-01-01', '2026-11-21'])
  expect(compareDates('2026-11-21', '2026-11-21')).toBe(0)
})

test('a year of a full century is a leap year only every fourth time', () => {
  expect(['1900-01-31', '2100-01-31', '2000-01-31', '2024-01-31'].map((date) => addMonths(date, 1))).toEqual([
    ...['1900-02-28', '2100-02-28', '2000-02-29', '2024-02-29'],
  ])
})
