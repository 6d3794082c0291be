import { exactTest, hypergeometric } from '@/lib/statistics/hypergeometric'
import { at } from '@/lib/statistics/numbers'
import { rules } from './rules'
import type { Study } from './study'
import { type Note, percentWord } from './warnings'

/** That values of a column are missing more often with one outcome than with the other; `missing`: decided rows without one. */
export function missingNotes(study: Study, column: string, missing: Record<Decided, number>): Note[] {
  const { event, nonEvent } = missing
  if (event + nonEvent === 0) return []
  const [events, others] = [rowsOf(study, 'event', () => true), rowsOf(study, 'nonEvent', () => true)]
  const table = {
    ...{ exposedEvents: event, exposedOthers: events - event },
    ...{ unexposedEvents: nonEvent, unexposedOthers: others - nonEvent },
  }
  const [eventShare, otherShare] = [event / events, nonEvent / others]
  if (!(Math.abs(eventShare - otherShare) >= rules.missingGap)) return []
  if (exactTest(hypergeometric(table), event).twoSided >= rules.missingP) return []
  return [
    { key: 'missing_differs', column, values: { eventShare: percentWord(eventShare), otherShare: percentWord(otherShare) } },
  ]
}

/** The same of the days to a decision: those of one outcome alone would say how long both take. */
export function missingDayNotes(study: Study): Note[] {
  const { days, spec } = study
  if (days === null || !spec.time) return []
  const without = (word: Decided) => rowsOf(study, word, (row) => !(at(days, row) >= 0))
  return missingNotes(study, spec.time.column, { event: without('event'), nonEvent: without('nonEvent') })
}

type Decided = 'event' | 'nonEvent'

const rowsOf = ({ counts, standing }: Study, word: Decided, isOne: (row: number) => boolean) =>
  counts.reduce((total, count, row) => (standing[row] === word && isOne(row) ? total + count : total), 0)
