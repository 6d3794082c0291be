import { and, eq } from 'drizzle-orm'
import { cases, sensitiveGrants } from '@/db/schema'
import { visibleTo } from '@/lib/cases/scope'
import { hasRole } from '@/lib/core/actor'
import type { Reading } from '@/lib/core/query'

/**
 * May the actor open medical and safeguarding content of this client? That takes, for every role, a grant on one of the
 * client's cases that the actor can see; assistants never may (domain.md 2.6). A client sees their own.
 */
export async function mayReadSensitive({ actor, tx }: Pick<Reading, 'actor' | 'tx'>, clientId: string): Promise<boolean> {
  if (actor.kind === 'client') return actor.clientId === clientId
  if (!hasRole(actor, 'SUPERVISOR', 'COUNSELLOR', 'AUDITOR')) return false
  const grants = await tx
    .select({ caseId: sensitiveGrants.caseId })
    .from(sensitiveGrants)
    .innerJoin(cases, and(eq(cases.orgId, sensitiveGrants.orgId), eq(cases.id, sensitiveGrants.caseId)))
    .where(
      and(
        eq(sensitiveGrants.orgId, actor.organisationId),
        eq(sensitiveGrants.userId, actor.id),
        eq(cases.clientId, clientId),
        visibleTo(actor),
      ),
    )
    .limit(1)
  return grants.length > 0
}
