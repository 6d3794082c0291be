import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { jobs } from '@/db/schema'
import type { JobState } from '@/db/vocabulary-jobs'
import { command, type Work } from '@/lib/core/command'
import { Refusal } from '@/lib/core/refusal'
import { ownJob } from './scope.queries'

const input = z.strictObject({ jobId: z.uuid() })

/** Ends a job that has not ended; what it has done so far is thrown away. @throws Refusal `rule` {why: 'job_over'} */
export const cancelJob = command({
  name: 'job.cancel',
  input,
  async run(work, { jobId }) {
    const kind = await change(work, jobId, ['WAITING', 'RUNNING'], { state: 'CANCELLED', endedAt: work.now, leasedUntil: null })
    work.audit({ type: 'job.cancelled', jobId, kind })
    return { jobId }
  },
})

/** Begins a job anew that failed or was cancelled. @throws Refusal `rule` {why: 'job_over'} where it did not */
export const retryJob = command({
  name: 'job.retry',
  input,
  async run(work, { jobId }) {
    const anew = { state: 'WAITING' as const, step: 0, attempts: 0, endedAt: null, failure: null, at: work.now }
    const kind = await change(work, jobId, ['FAILED', 'CANCELLED'], anew)
    work.audit({ type: 'job.retried', jobId, kind })
    return { jobId }
  },
})

async function change(work: Work, jobId: string, from: readonly JobState[], to: Partial<typeof jobs.$inferInsert>) {
  const job = await ownJob(work, jobId, 'lock')
  if (!from.includes(job.state)) throw new Refusal('rule', { why: 'job_over' })
  await work.tx
    .update(jobs)
    .set(to)
    .where(and(eq(jobs.orgId, job.orgId), eq(jobs.id, job.id)))
  return job.kind
}
