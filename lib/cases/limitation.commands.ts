import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { proposalLines, proposalVersions } from '@/db/schema'
import type { Work } from '@/lib/core/command'
import type { Case } from './scope.queries'

type Answer = NonNullable<(typeof proposalVersions.$inferSelect)['limitationAnswer']>

/**
 * Answers the limitation question of the newest draft: a proposal can restart the period [诉讼时效规定 14, 19].
 * @returns whether there is a draft that keeps the answer
 */
export async function answerLimitation({ tx, audit }: Work, kase: Case, limitationAnswer: Answer) {
  const [draft] = await tx
    .select({ id: proposalVersions.id })
    .from(proposalVersions)
    .where(and(eq(proposalVersions.orgId, kase.orgId), eq(proposalVersions.caseId, kase.id), isNull(proposalVersions.sentAt)))
    .orderBy(desc(proposalVersions.number))
    .limit(1)
    .for('update')
  if (draft === undefined) return false

  await tx
    .update(proposalVersions)
    .set({ limitationAnswer, version: sql`${proposalVersions.version} + 1` })
    .where(and(eq(proposalVersions.orgId, kase.orgId), eq(proposalVersions.id, draft.id)))
  const lines = await tx
    .select({ reliefs: proposalLines.reliefs })
    .from(proposalLines)
    .where(and(eq(proposalLines.orgId, kase.orgId), eq(proposalLines.versionId, draft.id)))
  const reliefs = lines.flatMap((line) => line.reliefs.map((relief) => relief.type))
  audit({ type: 'proposal.saved', caseId: kase.id, versionId: draft.id, reliefs })
  return true
}
