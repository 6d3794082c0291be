import type { CaseStage } from '@/db/vocabulary'
import { type Actor, hasRole } from '@/lib/core/actor'
import { civilDateIn } from '@/lib/platform/dates'
import { isReopening, type Step } from './stages'

/** Whoever lets a case pass where others may not: a supervisor, or the product acting by itself. */
export const actsAsSupervisor = (actor: Actor) => actor.kind === 'system' || hasRole(actor, 'SUPERVISOR')

/** Whether this person may take this step at all: a closed case is taken up again by a supervisor only. */
export const mayStep = (actor: Actor, step: Step) => !isReopening(step) || actsAsSupervisor(actor)

/**
 * Whether this person may take a case back to where a move brought it from. A closing is taken back by whoever may move the
 * case on the day it was made, as a slip of the hand; later the case is taken up again, which is for a supervisor.
 */
export const mayTakeBack = (actor: Actor, { to, at }: { to: CaseStage; at: Date }, now: Date) =>
  to !== 'CLOSED' || actsAsSupervisor(actor) || civilDateIn(at, actor.timeZone) === civilDateIn(now, actor.timeZone)
