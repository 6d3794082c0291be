import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { evidenceRequests } from '@/db/schema'
import { lockCase } from '@/lib/cases/scope.queries'
import { command, type Work } from '@/lib/core/command'
import { found, Refusal } from '@/lib/core/refusal'
import { visibleEvidence } from './scope.queries'

/**
 * Ends a request by hand: a document that came another way answers it (`answeredBy`), or, with `none`, nobody needs it any more and
 * the client is not asked again.
 * @throws Refusal `rule` {why: 'already_done'} · `invalid` {answeredBy: choice} for another client's, one turned back or run out
 */
export const closeRequest = command({
  name: 'evidence.closeRequest',
  input: z.strictObject({ requestId: z.uuid(), answeredBy: z.union([z.uuid('choice'), z.literal('none', 'choice')], 'choice') }),
  async run(work, { requestId, answeredBy }) {
    const evidenceId = answeredBy === 'none' ? null : answeredBy
    const { caseId, clientId, code } = found(await requestOf(work, requestId))
    await lockCase(work, caseId)
    if (evidenceId !== null) await expectAnswers(work, { evidenceId, clientId })
    const closed = await close(work, requestId, evidenceId)
    if (closed.length === 0) throw new Refusal('rule', { why: 'already_done' })
    work.audit({ type: 'evidence.requestClosed', caseId, requestId, code, evidenceId })
    return { requestId }
  },
})

const oneRequest = ({ actor }: Work, requestId: string) =>
  and(eq(evidenceRequests.orgId, actor.organisationId), eq(evidenceRequests.id, requestId))

const requestOf = async (work: Work, requestId: string) =>
  (await work.tx.select().from(evidenceRequests).where(oneRequest(work, requestId)))[0]

async function expectAnswers(work: Work, { evidenceId, clientId }: { evidenceId: string; clientId: string }) {
  const item = await visibleEvidence(work, evidenceId)
  const isHere = item.status === 'RECEIVED' || item.status === 'VERIFIED'
  if (item.clientId !== clientId || !isHere) throw new Refusal('invalid', { fields: { answeredBy: ['choice'] } })
}

/** What nobody needs leaves the list for good; that it was asked for stays in the history. */
function close(work: Work, requestId: string, evidenceId: string | null) {
  const open = and(oneRequest(work, requestId), isNull(evidenceRequests.fulfilledAt))
  const id = { id: evidenceRequests.id }
  if (evidenceId === null) return work.tx.delete(evidenceRequests).where(open).returning(id)
  return work.tx
    .update(evidenceRequests)
    .set({ fulfilledAt: work.now, fulfilledBy: evidenceId, cannotProvide: '' })
    .where(open)
    .returning(id)
}
