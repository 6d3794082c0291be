import type { Role } from '@/db/vocabulary'
import type { Actor } from './prove'

export type { Actor } from './prove'

export const hasRole = (actor: Actor, ...roles: Role[]) => actor.roles.some((role) => roles.includes(role))

/** Supervisors and auditors see every case of the organisation; everyone else sees by owner, deputy and open team. */
export const seesWholeOffice = (actor: Actor) => actor.kind === 'system' || hasRole(actor, 'SUPERVISOR', 'AUDITOR')

/** Sees every case but masked, so that nothing masked may be guessed by looking for it: only what is not about the person. */
export const searchesByNumberOnly = (actor: Actor) =>
  hasRole(actor, 'AUDITOR') && !hasRole(actor, 'SUPERVISOR', 'COUNSELLOR', 'ASSISTANT')

/** The row-level security context of an actor's transactions. */
export const contextOf = (actor: Actor) => ({
  organisationId: actor.organisationId,
  clientId: actor.kind === 'client' ? (actor.clientId ?? nobody) : undefined,
})

/** A client account without a client record sees nothing, rather than everything. */
const nobody = '00000000-0000-0000-0000-000000000000'
