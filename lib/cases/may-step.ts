import { type Actor, hasRole } from '@/lib/core/actor'
import { isReopening, type Step } from './stages'

/** Whoever lets a case pass where others may not: a supervisor, or the product acting by itself. */
export const actsAsSupervisor = (actor: Actor) => actor.kind === 'system' || hasRole(actor, 'SUPERVISOR')

/** Whether this person may take this step at all: a closed case is taken up again by a supervisor only. */
export const mayStep = (actor: Actor, step: Step) => !isReopening(step) || actsAsSupervisor(actor)
