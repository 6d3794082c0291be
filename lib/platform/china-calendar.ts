import { addDays, type CivilDate } from './dates'
import type { WorkingCalendar } from './working-days'

/** One year's arrangement: first and last day of each holiday, and the weekend days worked in exchange (调休). */
type Arrangement = {
  source: string
  publishedOn: CivilDate
  daysOff: readonly (readonly [first: CivilDate, last: CivilDate])[]
  workedWeekends: readonly CivilDate[]
}

/**
 * Public holidays of mainland China as the General Office of the State Council announced them (国务院办公厅关于某年部分节假日
 * 安排的通知), a year at a time and only shortly before it begins. A year that is not here knows weekends alone: 2027 was
 * not to be found in what was published when this table was last looked at. A new year is one more row.
 */
export const arrangements: Readonly<Record<number, Arrangement>> = {
  2025: {
    source: '国办发明电〔2024〕12号',
    publishedOn: '2024-11-12',
    daysOff: [
      ['2025-01-01', '2025-01-01'],
      ['2025-01-28', '2025-02-04'],
      ['2025-04-04', '2025-04-06'],
      ['2025-05-01', '2025-05-05'],
      ['2025-05-31', '2025-06-02'],
      ['2025-10-01', '2025-10-08'],
    ],
    workedWeekends: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
  },
  2026: {
    source: '国务院办公厅关于2026年部分节假日安排的通知',
    publishedOn: '2025-11-04',
    daysOff: [
      ['2026-01-01', '2026-01-03'],
      ['2026-02-15', '2026-02-23'],
      ['2026-04-04', '2026-04-06'],
      ['2026-05-01', '2026-05-05'],
      ['2026-06-19', '2026-06-21'],
      ['2026-09-25', '2026-09-27'],
      ['2026-10-01', '2026-10-07'],
    ],
    workedWeekends: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  },
}

/** The last year whose holidays are known; beyond it only weekends count as days off. */
export const lastKnownYear = Object.keys(arrangements).toSorted().at(-1) ?? ''

const daysFrom = (first: CivilDate, last: CivilDate): CivilDate[] =>
  first > last ? [] : [first, ...daysFrom(addDays(first, 1), last)]

const all = Object.values(arrangements)

/** Working days in mainland China: weekends and public holidays off, exchanged weekends worked. */
export const chinaCalendar: WorkingCalendar = {
  daysOff: new Set(all.flatMap(({ daysOff }) => daysOff.flatMap(([first, last]) => daysFrom(first, last)))),
  extraWorkingDays: new Set(all.flatMap(({ workedWeekends }) => workedWeekends)),
}
