import { and, eq, inArray, sql } from 'drizzle-orm'
import { agreements, instalments } from '@/db/schema'
import type { ClosingOutcome } from '@/db/vocabulary'
import type { Work } from '@/lib/core/command'
import { agreementAtClosing } from './closing'
import type { Case } from './scope.queries'

/**
 * A closed case has no agreement in being: what runs ends as the closing outcome says, and a draft that still waits for its
 * paper is set aside, so that nobody is asked to sign it.
 */
export async function endAgreements({ tx, now, audit }: Work, { orgId, id: caseId }: Case, outcome: ClosingOutcome) {
  const open = await tx
    .select({ id: agreements.id, status: agreements.status })
    .from(agreements)
    .where(and(eq(agreements.orgId, orgId), eq(agreements.caseId, caseId), inArray(agreements.status, ['DRAFT', 'ACTIVE'])))
    .for('update')
  for (const agreement of open) {
    const status = (agreement.status === 'ACTIVE' && agreementAtClosing[outcome]) || 'REPLACED'
    await tx
      .update(agreements)
      .set({ status, endedAt: now, version: sql`${agreements.version} + 1` })
      .where(and(eq(agreements.orgId, orgId), eq(agreements.id, agreement.id)))
    audit({ type: 'agreement.ended', caseId, agreementId: agreement.id, status })
  }
}

/**
 * A closing that is taken back takes the end of its agreements back: of those that ended at that very moment. One with a
 * ledger runs again, one without waits for its paper again.
 */
export async function resumeAgreements({ tx, audit }: Work, { orgId, id: caseId }: Case, closedAt: Date) {
  const ended = await tx
    .select({ id: agreements.id, instalments: sql<number>`count(${instalments.id})::int` })
    .from(agreements)
    .leftJoin(instalments, and(eq(instalments.orgId, agreements.orgId), eq(instalments.agreementId, agreements.id)))
    .where(and(eq(agreements.orgId, orgId), eq(agreements.caseId, caseId), eq(agreements.endedAt, closedAt)))
    .groupBy(agreements.orgId, agreements.id)
  for (const { id: agreementId, instalments: rows } of ended) {
    const status = rows > 0 ? 'ACTIVE' : 'DRAFT'
    await tx
      .update(agreements)
      .set({ status, endedAt: null, version: sql`${agreements.version} + 1` })
      .where(and(eq(agreements.orgId, orgId), eq(agreements.id, agreementId)))
    audit({ type: 'agreement.resumed', caseId, agreementId, status })
  }
}
