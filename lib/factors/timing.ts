import { addMonths, type CivilDate, daysBetween, earlier, parts } from '@/lib/platform/dates'
import type { DebtFacts, FactorFacts } from './facts'
import { type Found, found, missing } from './found'

export const overdueBands = ['NOT_DUE', 'D1_30', 'D31_90', 'D91_180', 'D181_UP'] as const

/** F-01: days from the due date of the oldest unpaid instalment to the day of sending; negative while days still run. */
export function daysPastDueAtSending({ debts }: FactorFacts, at: CivilDate): Found {
  const due = oldestUnpaid(debts)
  return due === undefined ? missing('NO_DUE_DATE') : found(daysBetween(due, at))
}

/** F-02: the same in bands. */
export function overdueBand({ debts }: FactorFacts, at: CivilDate): Found {
  const due = oldestUnpaid(debts)
  return due === undefined ? missing('NO_DUE_DATE') : found(bandOfDays(daysBetween(due, at)))
}

/** The band of so many days past due. */
export const bandOfDays = (days: number) => overdueBands[[0, 30, 90, 180].filter((limit) => days > limit).length] ?? 'NOT_DUE'

/**
 * F-03: days from the first due date missed on or after the start of the hardship to the first contact (T1); where none
 * was missed, days from the due date that came next, so that earlier contact is more negative.
 */
export function firstContactTiming({ debts, hardship, firstHardshipContactOn: contact }: FactorFacts, at: CivilDate): Found {
  if (contact === null) return missing('NO_FIRST_CONTACT')
  if (hardship === null) return missing('NO_HARDSHIP')
  const due = firstMissed(debts, hardship.startedOn, at) ?? nextDueSeenFrom(debts, contact)
  return due === undefined ? missing('NO_DUE_DATE') : found(daysBetween(due, contact))
}

/** F-04: days from opening the case to sending. */
export const preparationDays = ({ openedOn }: FactorFacts, at: CivilDate): Found => found(daysBetween(openedOn, at))

/** F-26: the calendar quarter of sending, '2026Q4'. */
export const quarterOfSending = (_: FactorFacts, at: CivilDate): Found => found(quarterNamed(at))

export function quarterNamed(day: CivilDate): string {
  const { year, month } = parts(day)
  return `${year}Q${Math.ceil(month / 3)}`
}

/** Of several loan notes the one unpaid for longest counts; each must have a known due date. */
function oldestUnpaid(debts: readonly DebtFacts[]): CivilDate | undefined {
  const dates = debts.map(({ dueOn }) => dueOn)
  return dates.reduce<CivilDate | undefined>(
    (oldest, date) => (oldest === undefined || date === null ? undefined : earlier(oldest, date)),
    dates[0] ?? undefined,
  )
}

/** Payments settle the oldest instalment first, so every due date after an unpaid one was missed too once it passed. */
function firstMissed(debts: readonly DebtFacts[], hardshipStart: CivilDate, at: CivilDate): CivilDate | undefined {
  const missed = debts.flatMap(({ oldestUnpaidDueOn: unpaid }) => (unpaid ? [firstOnOrAfter(unpaid, hardshipStart)] : []))
  return missed.filter((due) => due < at).toSorted()[0]
}

const firstOnOrAfter = (due: CivilDate, day: CivilDate) => stepUntil(due, 1, (date) => date >= day)

/** Due dates repeat monthly: the one that lay ahead on a day is found by walking back from the next one known. */
function nextDueSeenFrom(debts: readonly DebtFacts[], day: CivilDate): CivilDate | undefined {
  const next = debts.flatMap(({ nextDueOn }) => (nextDueOn ? [nextDueOn] : [])).toSorted()[0]
  if (next === undefined || next < day) return next
  return stepUntil(next, -1, (date) => addMonths(date, -1, parts(next).day) < day)
}

function stepUntil(start: CivilDate, months: 1 | -1, there: (date: CivilDate) => boolean): CivilDate {
  const seedDay = parts(start).day
  let date = start
  for (let step = months; !there(date); step += months) date = addMonths(start, step, seedDay)
  return date
}
