import type { Fault } from '@/lib/i18n/messages/faults'
import { addMonths, type CivilDate } from '@/lib/platform/dates'

/** What is known of a loan note and can contradict itself; null: not known. */
export type LoanFacts = {
  startedOn: CivilDate | null
  endsOn: CivilDate | null
  nextDueOn: CivilDate | null
  oldestUnpaidDueOn: CivilDate | null
  limitationLastInterruption: CivilDate | null
  totalPeriods: number | null
  remainingPeriods: number | null
}

/**
 * What cannot be true of a loan note together: fields with the code of what is wrong, as a form shows it. What is only
 * unusual for the product is a warning (`limitWarnings`).
 */
export const contradictions = (facts: Partial<LoanFacts>, today: CivilDate): Record<string, Fault[]> =>
  Object.fromEntries(
    rules.flatMap(([field, code, isWrong]) => (isWrong({ ...unknown, ...facts }, today) ? [[field, [code]]] : [])),
  )

type Rule = [field: keyof LoanFacts, code: Fault, isWrong: (facts: LoanFacts, today: CivilDate) => boolean]

/** Of two rules about one field the later one is said. */
const rules: readonly Rule[] = [
  ['startedOn', 'in_future', ({ startedOn }, today) => isAfter(startedOn, today)],
  ['endsOn', 'before_start', ({ startedOn, endsOn }) => isAfter(startedOn, endsOn)],
  ['nextDueOn', 'before_start', ({ startedOn, nextDueOn }) => isAfter(startedOn, nextDueOn)],
  ['oldestUnpaidDueOn', 'before_start', ({ startedOn, oldestUnpaidDueOn }) => isAfter(startedOn, oldestUnpaidDueOn)],
  ['oldestUnpaidDueOn', 'after_next_due', ({ oldestUnpaidDueOn, nextDueOn }) => isAfter(oldestUnpaidDueOn, nextDueOn)],
  // An instalment still to come may be the oldest unpaid one, but then it is the next.
  ['oldestUnpaidDueOn', 'not_overdue', ({ oldestUnpaidDueOn }, today) => isAfter(oldestUnpaidDueOn, addMonths(today, 1))],
  ['limitationLastInterruption', 'in_future', (facts, today) => isAfter(facts.limitationLastInterruption, today)],
  ['remainingPeriods', 'above_total', ({ totalPeriods, remainingPeriods }) => isMore(remainingPeriods, totalPeriods)],
]

const unknown: LoanFacts = {
  ...{ startedOn: null, endsOn: null, nextDueOn: null, oldestUnpaidDueOn: null },
  ...{ limitationLastInterruption: null, totalPeriods: null, remainingPeriods: null },
}

const isAfter = (one: CivilDate | null, other: CivilDate | null) => one !== null && other !== null && one > other
const isMore = (one: number | null, other: number | null) => one !== null && other !== null && one > other
