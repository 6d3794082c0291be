import { and, asc, eq, lte, or } from 'drizzle-orm'
import { inTransaction, type Tx } from '@/db/client'
import { jobs } from '@/db/schema'
import { end } from './settle.job'

export type Job = typeof jobs.$inferSelect
/** A job nobody else works on until `leasedUntil`. */
export type Held = Job & { leasedUntil: Date }

/** Longer than any job may take: two questions of a minute each, and the writing. Milliseconds. */
const lease = 5 * 60_000
/** A job that was begun so often and never came to an end would take the process down once more. */
export const mostAttempts = 3

/** Takes up the job of an office that waits longest: one never begun, or one whose process died. */
export const takeUp = (organisationId: string, now: Date): Promise<Held | undefined> =>
  inTransaction({ organisationId }, async (tx) => {
    for (;;) {
      const job = await longestWaiting(tx, organisationId, now)
      if (job === undefined) return undefined
      if (job.attempts < mostAttempts) return hold(tx, job, now)
      await end(tx, job, { state: 'FAILED', failure: 'INTERRUPTED', now })
    }
  })

async function hold(tx: Tx, job: Job, now: Date): Promise<Held> {
  const held = { state: 'RUNNING' as const, step: 0, attempts: job.attempts + 1, leasedUntil: new Date(now.getTime() + lease) }
  await tx
    .update(jobs)
    .set(held)
    .where(and(eq(jobs.orgId, job.orgId), eq(jobs.id, job.id)))
  return { ...job, ...held }
}

async function longestWaiting(tx: Tx, organisationId: string, now: Date) {
  const isLeft = and(eq(jobs.state, 'RUNNING'), lte(jobs.leasedUntil, now))
  const [job] = await tx
    .select()
    .from(jobs)
    .where(and(eq(jobs.orgId, organisationId), or(eq(jobs.state, 'WAITING'), isLeft)))
    .orderBy(asc(jobs.at), asc(jobs.id))
    .limit(1)
    .for('update', { skipLocked: true })
  return job
}
