import { randomUUID } from 'node:crypto'
import { and, eq, inArray } from 'drizzle-orm'
import { jobs } from '@/db/schema'
import type { JobKind } from '@/db/vocabulary-jobs'
import type { Work } from '@/lib/core/command'
import { Refusal } from '@/lib/core/refusal'

/** How much one person may have going at once, so that nobody keeps the others waiting. */
const mostAtOnce = 5

/**
 * Puts work into the queue in the transaction of who asks for it, for themselves.
 * @throws Refusal `rule` {why: 'too_many_jobs'}
 */
export async function enqueue(work: Work, job: { kind: JobKind; spec: unknown; steps: number }) {
  const { actor, tx, now } = work
  const mine = and(eq(jobs.orgId, actor.organisationId), eq(jobs.by, actor.id))
  if ((await tx.$count(jobs, and(mine, inArray(jobs.state, ['WAITING', 'RUNNING'])))) >= mostAtOnce)
    throw new Refusal('rule', { why: 'too_many_jobs' })
  const id = randomUUID()
  await tx.insert(jobs).values({ orgId: actor.organisationId, id, by: actor.id, at: now, ...job })
  return id
}
