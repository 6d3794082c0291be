import type { CivilDate } from '@/lib/platform/dates'
import { workingDayOnOrAfter } from '@/lib/platform/working-days'
import { isRegular, type Period } from './accrual'
import { dueDateAfter } from './frequency'
import type { Terms } from './terms'

type Dates = Pick<Terms, 'disbursed' | 'firstDue' | 'dueDay' | 'every' | 'calendar'>

/** The n-th period of a loan, counted from 1: from the due date before it (or the disbursement) to its own. */
export function periodAt(terms: Dates, n: number): Period {
  const from = n === 1 ? terms.disbursed : dueDateOf(terms, n - 1)
  const regular = n > 1 || isRegular(terms.disbursed, terms.firstDue, terms.every)
  return { n, from, due: dueDateOf(terms, n), regular }
}

function dueDateOf({ firstDue, every, dueDay, calendar }: Dates, n: number): CivilDate {
  const date = dueDateAfter(firstDue, every, n - 1, dueDay)
  return calendar ? workingDayOnOrAfter(date, calendar) : date
}
