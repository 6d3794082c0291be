import { type Actor, hasRole } from '@/lib/core/actor'
import { mayDo } from '@/lib/core/permissions'

/** Who may remove an analysis that `by` saved: they themselves, and who answers for the office. */
export const mayRemove = (actor: Actor, by: string) =>
  mayDo(actor, 'analysis.remove') && (actor.id === by || hasRole(actor, 'SUPERVISOR', 'ADMIN'))
