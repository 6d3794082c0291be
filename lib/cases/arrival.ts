import type { MoveTrace } from '@/db/schema'
import type { CaseStage } from '@/db/vocabulary'
import { chinaCalendar } from '@/lib/platform/china-calendar'
import { addDays, type CivilDate } from '@/lib/platform/dates'
import { addWorkingDays } from '@/lib/platform/working-days'
import type { CaseFacts } from './guards'
import { stages } from './stages'

type DueFact = 'expectedReplyBy' | 'nearestDeadline' | 'nextInstalmentOn'
/** Stages whose due date somebody else has set. */
export const dueFacts: Partial<Record<CaseStage, DueFact>> = {
  SUBMITTED: 'expectedReplyBy',
  INFO_REQUESTED: 'nearestDeadline',
  MONITORING: 'nextInstalmentOn',
}

/** When the next action in a stage is due: the day a fact names, else the stage's target from today. Nothing in CLOSED. */
export function dueIn(stage: CaseStage, facts: CaseFacts, today: CivilDate): CivilDate | null {
  if (stages[stage].nextAction === null) return null
  const fact = dueFacts[stage]
  const named = fact === undefined ? null : facts[fact]
  return named ?? targetFrom(stage, today)
}

/** A case that arrives in a stage: whose move it is, what comes next and by when, and what its past no longer says. */
export function arrival(stage: CaseStage, facts: CaseFacts, { now, today }: { now: Date; today: CivilDate }) {
  return {
    stage,
    stageSince: now,
    whoseMove: stages[stage].whoseMove,
    nextAction: stages[stage].nextAction,
    nextActionText: '',
    dueOn: dueIn(stage, facts, today),
    holdUntil: null,
    holdReason: '',
    ...(marks[stage]?.(facts, now) ?? {}),
  }
}

type Kept = 'fallbackReason' | 'closingOutcome' | 'closingReason' | 'clientSummary'
type Marks = Partial<Pick<MoveTrace, Kept> & { closedAt: Date | null }>

const marks: Partial<Record<CaseStage, (facts: CaseFacts, now: Date) => Marks>> = {
  INTAKE: () => ({ closedAt: null, closingOutcome: null, closingReason: '', clientSummary: '', fallbackReason: null }),
  DRAFTING: () => ({ fallbackReason: null }),
  FALLBACK: ({ fallbackReason }) => ({ fallbackReason }),
  CLOSED: ({ closing }, closedAt) =>
    closing === null
      ? {}
      : { closedAt, closingOutcome: closing.outcome, closingReason: closing.reason, clientSummary: closing.summary },
}

/** A stage without a target (履约跟踪) still asks for a look within a month. */
const targetFrom = (stage: CaseStage, today: CivilDate) => {
  const { targetDays } = stages[stage]
  return targetDays === null ? addDays(today, 30) : addWorkingDays(today, targetDays, chinaCalendar)
}
