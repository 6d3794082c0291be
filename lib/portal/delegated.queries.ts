import { and, eq, gt, isNull } from 'drizzle-orm'
import { delegations } from '@/db/schema'
import type { DelegateVerb } from '@/db/vocabulary-portal'
import { hasRole } from '@/lib/core/actor'
import type { Reading } from '@/lib/core/query'
import { Refusal } from '@/lib/core/refusal'

/**
 * Lets a client do everything of their own, and a delegate only what the authorisation names, while it holds.
 * @throws Refusal `forbidden`
 */
export async function expectMay({ actor, tx, now }: Pick<Reading, 'actor' | 'tx' | 'now'>, verb: DelegateVerb) {
  if (hasRole(actor, 'CLIENT')) return
  const [delegation] = await tx
    .select({ verbs: delegations.verbs })
    .from(delegations)
    .where(
      and(
        eq(delegations.orgId, actor.organisationId),
        eq(delegations.userId, actor.id),
        isNull(delegations.revokedAt),
        gt(delegations.expiresAt, now),
      ),
    )
  if (delegation?.verbs.includes(verb) !== true) throw new Refusal('forbidden', { why: 'not_delegated' })
}

/** Signing and consenting stay with the client, whatever else an authorisation names. @throws Refusal `forbidden` */
export function expectClient({ actor }: Pick<Reading, 'actor'>) {
  if (!hasRole(actor, 'CLIENT')) throw new Refusal('forbidden', { why: 'not_delegated' })
}
