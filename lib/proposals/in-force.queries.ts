import { and, asc, eq, inArray } from 'drizzle-orm'
import { agreements, debts } from '@/db/schema'
import type { Case } from '@/lib/cases/scope.queries'
import type { Reading } from '@/lib/core/query'
import type { DebtSheet } from './debt-sheet'
import type { ProposalSource } from './letter-source'
import type { Version } from './scope.queries'
import { asRecorded } from './sheets.queries'

/** Whether a version was granted, and the agreement made of it runs or is paid: it asks for nothing any more. */
export async function isInForce({ tx }: Pick<Reading, 'tx'>, { orgId, id }: Pick<Version, 'orgId' | 'id'>): Promise<boolean> {
  const rows = await tx
    .select({ id: agreements.id })
    .from(agreements)
    .where(
      and(...[eq(agreements.orgId, orgId), eq(agreements.versionId, id)], inArray(agreements.status, ['ACTIVE', 'COMPLETED'])),
    )
    .limit(1)
  return rows.length > 0
}

/**
 * What a version in force was written about: the loan notes as they are recorded, where its percentages are percentages of
 * what its agreement has given up since. Any other version is about what is owed today.
 */
export async function sourceBehind(
  { tx }: Pick<Reading, 'tx'>,
  { orgId, id }: Pick<Case, 'orgId' | 'id'>,
  { source, inForce }: { source: ProposalSource; inForce: boolean },
): Promise<ProposalSource> {
  if (!inForce) return source
  const notes = await tx
    .select()
    .from(debts)
    .where(and(eq(debts.orgId, orgId), eq(debts.caseId, id)))
    .orderBy(asc(debts.startedOn), asc(debts.id))
  const sheets: DebtSheet[] = notes.map(asRecorded)
  return { ...source, sheets }
}
