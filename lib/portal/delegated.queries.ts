import { and, eq, gt, isNull } from 'drizzle-orm'
import { delegations } from '@/db/schema'
import { type DelegateVerb, delegateVerbs } from '@/db/vocabulary-portal'
import { hasRole } from '@/lib/core/actor'
import type { Reading } from '@/lib/core/query'
import { Refusal } from '@/lib/core/refusal'

/**
 * Lets a client do everything of their own, and a delegate only what the authorisation names, while it holds.
 * @throws Refusal `forbidden`
 */
export async function expectMay(reading: Asking, verb: DelegateVerb) {
  if (!(await verbsOf(reading)).includes(verb)) throw new Refusal('forbidden', { why: 'not_delegated' })
}

type Asking = Pick<Reading, 'actor' | 'tx' | 'now'>

/** What the actor may do in this portal: everything where it is their own. */
export async function verbsOf({ actor, tx, now }: Asking): Promise<readonly DelegateVerb[]> {
  if (hasRole(actor, 'CLIENT')) return delegateVerbs
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
  return delegation?.verbs ?? []
}

/** Signing and consenting stay with the client, whatever else an authorisation names. @throws Refusal `forbidden` */
export function expectClient({ actor }: Pick<Reading, 'actor'>) {
  if (!hasRole(actor, 'CLIENT')) throw new Refusal('forbidden', { why: 'not_delegated' })
}
