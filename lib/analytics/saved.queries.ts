import { and, desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { members, savedAnalyses } from '@/db/schema'
import type { Actor } from '@/lib/core/actor'
import { query } from '@/lib/core/query'
import { found } from '@/lib/core/refusal'
import { resultIn } from './kept-result'
import { mayRemove } from './removing'
import { seesCases } from './told.queries'

const facts = {
  id: savedAnalyses.id,
  name: savedAnalyses.name,
  fileName: savedAnalyses.fileName,
  fileHash: savedAnalyses.fileHash,
  rows: savedAnalyses.rows,
  at: savedAnalyses.at,
  by: members.name,
}
const saver = and(eq(members.orgId, savedAnalyses.orgId), eq(members.userId, savedAnalyses.by))

/**
 * The kept analyses that somebody may open. They hold every cell of their files, however small, so that whoever figures leave the team
 * for (small-cells.ts) opens their own only.
 */
const readable = (actor: Actor) =>
  and(eq(savedAnalyses.orgId, actor.organisationId), seesCases({ actor }) ? undefined : eq(savedAnalyses.by, actor.id))

/** Those of them, newest first, without their figures; `isOwnOnly`: colleagues may have kept others. */
export const listAnalyses = query({
  name: 'analysis.list',
  input: z.strictObject({}),
  async run({ actor, tx }) {
    const rows = await tx
      .select(facts)
      .from(savedAnalyses)
      .innerJoin(members, saver)
      .where(readable(actor))
      .orderBy(desc(savedAnalyses.at), savedAnalyses.id)
    return { analyses: rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() })), isOwnOnly: !seesCases({ actor }) }
  },
})

/** One kept analysis: what was asked, of which file, the answer as it was, and whether the reader may remove it. */
export const getAnalysis = query({
  name: 'analysis.get',
  input: z.strictObject({ analysisId: z.uuid() }),
  async run({ actor, tx }, { analysisId }) {
    const [row] = await tx
      .select({ ...facts, spec: savedAnalyses.spec, result: savedAnalyses.result, savedBy: savedAnalyses.by })
      .from(savedAnalyses)
      .innerJoin(members, saver)
      .where(and(readable(actor), eq(savedAnalyses.id, analysisId)))
    const { at, result, savedBy, ...kept } = found(row)
    return { ...kept, at: at.toISOString(), result: resultIn(result), mayRemove: mayRemove(actor, savedBy) }
  },
})
