import { and, desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { decisions, proposalVersions } from '@/db/schema'
import { visibleCase } from '@/lib/cases/scope.queries'
import { query } from '@/lib/core/query'
import { decisionView } from './view'

/** Every answer in a case, the latest first, with the version and round it belongs to (SS-05). */
export const listDecisions = query({
  name: 'decision.list',
  input: z.strictObject({ caseId: z.uuid() }),
  async run(reading, { caseId }) {
    await visibleCase(reading, caseId)
    const rows = await reading.tx
      .select({ decision: decisions, number: proposalVersions.number, round: proposalVersions.round })
      .from(decisions)
      .innerJoin(proposalVersions, and(eq(proposalVersions.orgId, decisions.orgId), eq(proposalVersions.id, decisions.versionId)))
      .where(and(eq(decisions.orgId, reading.actor.organisationId), eq(decisions.caseId, caseId)))
      .orderBy(desc(decisions.recordedAt))
    return { decisions: rows.map(({ decision, number, round }) => ({ ...decisionView(decision), number, round })) }
  },
})
