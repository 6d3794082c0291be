import { and, eq, isNull, sql } from 'drizzle-orm'
import { members } from '@/db/schema'
import type { Reading } from '@/lib/core/query'
import { found } from '@/lib/core/refusal'

/** @throws Refusal `not_found` unless this is a member of staff who works cases and is not disabled */
export async function expectMember({ tx, actor }: Pick<Reading, 'tx' | 'actor'>, userId: string) {
  const [member] = await tx
    .select({ userId: members.userId })
    .from(members)
    .where(and(eq(members.orgId, actor.organisationId), eq(members.userId, userId), isNull(members.disabledAt), worksCases))
  return found(member)
}

export const worksCases = sql`${members.roles} && array['SUPERVISOR', 'COUNSELLOR', 'ASSISTANT']::text[]`
