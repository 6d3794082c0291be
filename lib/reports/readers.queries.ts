import { and, arrayOverlaps, asc, eq, isNull } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { members } from '@/db/schema'
import { queryRoles } from '@/lib/core/query-roles'

/** Colleagues of an office, active, who may take reports along: nobody outside ever. */
export function readersOf(tx: Tx, organisationId: string) {
  const mayRead = arrayOverlaps(members.roles, [...queryRoles['report.export']])
  const active = and(eq(members.orgId, organisationId), isNull(members.disabledAt), isNull(members.clientId))
  return tx
    .select({ userId: members.userId, name: members.name })
    .from(members)
    .where(and(active, mayRead))
    .orderBy(asc(members.name), asc(members.userId))
}
