import { describe, expect, test } from 'vitest'
import { arrangements, chinaCalendar, lastKnownYear } from './china-calendar'
import { addMonths, weekday } from './dates'
import { addWorkingDays, isWorkingDay, workingDaysBetween } from './working-days'

const on = (date: string) => isWorkingDay(date, chinaCalendar)

describe('the calendar of mainland China', () => {
  // Counted by hand from the State Council notices: days off in all, holiday by holiday.
  test.each([
    [2025, 1 + 8 + 3 + 5 + 3 + 8, 5],
    [2026, 3 + 9 + 3 + 5 + 3 + 3 + 7, 6],
  ])('%i has %i days off and %i worked weekends, as announced', (year, off, worked) => {
    const days = [...chinaCalendar.daysOff].filter((date) => date.startsWith(`${year}-`))
    expect(days).toHaveLength(off)
    expect(arrangements[year]?.workedWeekends).toHaveLength(worked)
  })

  test('a day worked in exchange is always a weekend day, and never a day off', () => {
    for (const date of chinaCalendar.extraWorkingDays) {
      expect(weekday(date), date).toBeGreaterThan(5)
      expect(chinaCalendar.daysOff.has(date), date).toBe(false)
    }
  })

  test('every arrangement names its source and was published before the year began', () => {
    for (const [year, { source, publishedOn }] of Object.entries(arrangements)) {
      expect(source).toContain('国')
      expect(publishedOn < `${year}-01-01`).toBe(true)
    }
  })

  test('Chinese New Year 2026: nine days off, worked on the Saturdays before and after', () => {
    expect(['2026-02-14', '2026-02-16', '2026-02-23', '2026-02-24', '2026-02-28'].map(on)).toEqual([
      true,
      false,
      false,
      true,
      true,
    ])
  })

  test('three working days promised on the last day before National Day end after it, on the worked Saturday', () => {
    expect(addWorkingDays('2026-09-30', 3, chinaCalendar)).toBe('2026-10-10')
    expect(workingDaysBetween('2026-09-30', '2026-10-08', chinaCalendar)).toBe(1)
  })

  test('a year whose arrangement is not published knows weekends alone', () => {
    const [next = ''] = addMonths(`${lastKnownYear}-01-01`, 12).split('-')
    expect(Object.keys(arrangements)).not.toContain(next)
    expect(on(`${next}-10-01`)).toBe(weekday(`${next}-10-01`) < 6)
  })
})
