import { wilson } from '@/lib/statistics/proportions'
import type { Funnel } from './result'
import { countWhere, type Standing, type Study } from './study'

/**
 * What came in and what was decided, before any comparison. The bounds take every pending row as refused, then as
 * approved: approvals tend to come sooner, so the rate of the decided alone may flatter.
 */
export function funnelOf(study: Study): Funnel {
  const count = (wanted: Standing) => countWhere(study, (row) => study.standing[row] === wanted)
  const [events, others, pending, missingOutcome] = [count('event'), count('nonEvent'), count('pending'), count('missing')]
  const decided = events + others
  const open = decided + pending
  return {
    rows: open + missingOutcome,
    decided,
    events,
    pending,
    missingOutcome,
    rate: { estimate: decided > 0 ? events / decided : null, wilson: wilson(events, decided) },
    bounds: open > 0 ? [events / open, (events + pending) / open] : null,
  }
}
