import { type CivilDate, daysBetween } from '@/lib/platform/dates'
import { one, type Rate, rate } from '@/lib/platform/money'
import { dayCounts } from './day-count'
import { daysOf, dueDateAfter, type Frequency, perYear } from './frequency'
import type { DayCountRule, LoanRate } from './terms'

/** One period of a loan. `regular` periods are exactly one step of the frequency long. */
export type Period = { n: number; from: CivilDate; due: CivilDate; regular: boolean }

export type Accrual = { dayCount: DayCountRule; every: Frequency }

/** The fraction of a balance that a whole period bears as interest. */
export function periodFactor(loanRate: LoanRate, period: Period, accrual: Accrual): Rate {
  return loanRate.value.times(span(period, accrual)[loanRate.per])
}

/** The part of a period's factor that falls between two of its days, by actual days. */
export function partFactor(whole: Rate, period: Period, from: CivilDate, to: CivilDate): Rate {
  const days = daysBetween(period.from, period.due)
  const part = daysBetween(from, to)
  return part === days ? whole : whole.times(part).div(days)
}

export const isRegular = (from: CivilDate, due: CivilDate, every: Frequency): boolean =>
  dueDateAfter(from, every, 1) === due || dueDateAfter(due, every, -1) === from

/** The length of a period in each unit a rate may be quoted for. */
type Span = Record<LoanRate['per'], Rate>

function span(period: Period, accrual: Accrual): Span {
  if (accrual.dayCount === 'period') return wholePeriod(accrual.every)
  if (accrual.dayCount === '30/360') return thirtyDayMonths(period, accrual.every)
  return actualDays(period, accrual.dayCount, accrual.every)
}

function wholePeriod(every: Frequency): Span {
  const [periods, per] = perYear(every)
  return { year: rate(per).div(periods), day: rate(daysOf(every)), period: one }
}

/** A regular period is its nominal length, however many days the calendar gives it; an odd one is counted by month ends. */
function thirtyDayMonths(period: Period, every: Frequency): Span {
  const months = every.unit === 'month'
  const counted = months ? dayCounts['30e/360'].days(period.from, period.due) : daysBetween(period.from, period.due)
  const days = rate(period.regular ? daysOf(every) : counted)
  return { year: days.div(360), day: days, period: days.div(daysOf(every)) }
}

function actualDays(period: Period, rule: keyof typeof dayCounts, every: Frequency): Span {
  const [periods, per] = perYear(every)
  const years = dayCounts[rule].years(period.from, period.due)
  return { year: years, day: rate(daysBetween(period.from, period.due)), period: years.times(periods).div(per) }
}
