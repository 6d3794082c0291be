import { expect, test } from 'vitest'
import { addWorkingDays, isWorkingDay, workingDayOnOrAfter, workingDaysBetween } from './working-days'

// State Council notice for 2026: the National Day holiday runs 1 to 7 October, and Saturday 10 October is worked.
const calendar = {
  daysOff: new Set(['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07']),
  extraWorkingDays: new Set(['2026-10-10']),
}

test('a weekend day made up for a holiday is a working day', () => {
  expect(isWorkingDay('2026-10-10', calendar)).toBe(true)
  expect(isWorkingDay('2026-10-11', calendar)).toBe(false)
  expect(isWorkingDay('2026-10-05', calendar)).toBe(false)
})

test('a reply promised in three working days skips the holiday', () => {
  expect(addWorkingDays('2026-09-30', 3, calendar)).toBe('2026-10-10')
  expect(addWorkingDays('2026-09-30', 0, calendar)).toBe('2026-09-30')
})

test('a due date on a holiday moves to the next working day', () => {
  expect(workingDayOnOrAfter('2026-10-03', calendar)).toBe('2026-10-08')
  expect(workingDayOnOrAfter('2026-10-10', calendar)).toBe('2026-10-10')
})

test('working days are counted without the first day and with the last', () => {
  expect(workingDaysBetween('2026-09-30', '2026-10-10', calendar)).toBe(3)
  expect(workingDaysBetween('2026-10-10', '2026-09-30', calendar)).toBe(0)
})
