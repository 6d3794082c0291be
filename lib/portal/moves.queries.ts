import { and, asc, eq } from 'drizzle-orm'
import { stageEvents } from '@/db/schema'
import type { Reading } from '@/lib/core/query'
import { found } from '@/lib/core/refusal'
import { civilDateIn } from '@/lib/platform/dates'
import type { Move } from './progress'

/** How each of the client's cases went from stage to stage, in order. */
export async function movesOf({ actor, tx }: Reading): Promise<ReadonlyMap<string, Move[]>> {
  const rows = await tx
    .select({ caseId: stageEvents.caseId, to: stageEvents.to, at: stageEvents.at })
    .from(stageEvents)
    .where(and(eq(stageEvents.orgId, actor.organisationId), eq(stageEvents.clientId, found(actor.clientId))))
    .orderBy(asc(stageEvents.at), asc(stageEvents.caseVersion))
  const moves = new Map<string, Move[]>()
  for (const { caseId, to, at } of rows)
    moves.set(caseId, [...(moves.get(caseId) ?? []), { to, on: civilDateIn(at, actor.timeZone) }])
  return moves
}
