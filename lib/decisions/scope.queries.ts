import { and, desc, eq } from 'drizzle-orm'
import { decisions } from '@/db/schema'
import type { DecisionResult } from '@/db/vocabulary'
import type { Case } from '@/lib/cases/scope.queries'
import type { Work } from '@/lib/core/command'
import { found } from '@/lib/core/refusal'
import type { Line, Version } from '@/lib/proposals/scope.queries'

export type Decision = typeof decisions.$inferSelect
type Door = Pick<Work, 'tx' | 'actor'>

/** Every answer to a version, the latest first. */
export const decisionsOf = ({ tx }: Pick<Door, 'tx'>, { orgId, id }: Pick<Version, 'orgId' | 'id'>): Promise<Decision[]> =>
  tx
    .select()
    .from(decisions)
    .where(and(eq(decisions.orgId, orgId), eq(decisions.versionId, id)))
    .orderBy(desc(decisions.recordedAt))

/** Every answer in a case, the latest first. */
export const decisionsOfCase = ({ tx }: Pick<Door, 'tx'>, { orgId, id }: Pick<Case, 'orgId' | 'id'>): Promise<Decision[]> =>
  tx
    .select()
    .from(decisions)
    .where(and(eq(decisions.orgId, orgId), eq(decisions.caseId, id)))
    .orderBy(desc(decisions.recordedAt))

export async function decisionOf({ tx, actor }: Door, decisionId: string): Promise<Decision> {
  const [decision] = await tx
    .select()
    .from(decisions)
    .where(and(eq(decisions.orgId, actor.organisationId), eq(decisions.id, decisionId)))
  return found(decision)
}

/** The answer that holds for a loan note: the latest about it or about all of them. */
export const answerFor = (line: Pick<Line, 'debtId'>, latestFirst: readonly Decision[]) =>
  latestFirst.find(({ debtId }) => debtId === null || debtId === line.debtId)

/** A counter-offer we accepted is granted in part. */
export const resultOf = (decision: Decision | undefined): DecisionResult | undefined =>
  decision?.counterAccepted ? 'ACCEPTED_MODIFIED' : decision?.result
