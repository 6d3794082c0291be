import { and, desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { jobFiles, jobs } from '@/db/schema'
import { logAccess } from '@/lib/core/access-log'
import { query } from '@/lib/core/query'
import { found, Refusal } from '@/lib/core/refusal'
import { keptUntil } from './keeping'
import { stillReaches } from './reach'
import { ownJob } from './scope.queries'

/** What the actor has asked for lately, newest first, and how far it is. */
export const listJobs = query({
  name: 'job.list',
  input: z.strictObject({}),
  async run({ actor, tx }) {
    const rows = await tx
      .select()
      .from(jobs)
      .where(and(eq(jobs.orgId, actor.organisationId), eq(jobs.by, actor.id)))
      .orderBy(desc(jobs.at), desc(jobs.id))
      .limit(50)
    return { jobs: rows.map(view) }
  },
})

/**
 * The file a job made, for who asked for it, as long as they may still see all it was made of. Leaves a line in the access log.
 * @throws Refusal `not_found` where there is no file, or not any more; `rule` {why: 'job_reach'} where they may not
 */
export const jobFile = query({
  name: 'job.download',
  input: z.strictObject({ jobId: z.uuid() }),
  async run(reading, { jobId }) {
    const job = await ownJob(reading, jobId)
    if (job.fileHash === '') throw new Refusal('rule', { why: 'job_no_file' })
    if (!stillReaches(job.reach, reading.actor)) throw new Refusal('rule', { why: 'job_reach' })
    const mine = and(eq(jobFiles.orgId, job.orgId), eq(jobFiles.jobId, job.id))
    const [file] = await reading.tx.select({ bytes: jobFiles.bytes }).from(jobFiles).where(mine)
    await logAccess(reading.tx, reading, { kind: 'download', what: 'job.download', object: jobId })
    return { name: job.fileName, type: job.fileType, bytes: found(file).bytes }
  },
})

const view = ({ id, kind, spec, at, state, step, steps, failure, endedAt, fileName, fileHash }: typeof jobs.$inferSelect) => ({
  ...{ jobId: id, kind, spec, at: at.toISOString(), state, step, steps, failure, fileName, hasFile: fileHash !== '' },
  keptUntil: endedAt === null ? null : keptUntil(endedAt).toISOString(),
})
