import { and, eq, inArray, lt } from 'drizzle-orm'
import { inTransaction } from '@/db/client'
import { jobFiles, jobs } from '@/db/schema'
import { organisationsHere } from '@/lib/core/accounts.queries'
import { beforeKeeping } from './keeping'

/** Deletes files a week after they were made, and what is left of a job after a month. @returns how many files went */
export async function sweepJobs(now: Date): Promise<number> {
  let gone = 0
  for (const { id } of await organisationsHere()) gone += await sweepOffice(id, now)
  return gone
}

const sweepOffice = (organisationId: string, now: Date) =>
  inTransaction({ organisationId }, async (tx) => {
    const endedBefore = (what: 'file' | 'line') => and(eq(jobs.orgId, organisationId), lt(jobs.endedAt, beforeKeeping(now, what)))
    const old = tx.select({ id: jobs.id }).from(jobs).where(endedBefore('file'))
    const files = await tx.delete(jobFiles).where(and(eq(jobFiles.orgId, organisationId), inArray(jobFiles.jobId, old)))
    if (files.rowCount !== 0) await tx.update(jobs).set({ fileHash: '' }).where(endedBefore('file'))
    await tx.delete(jobs).where(endedBefore('line'))
    return files.rowCount ?? 0
  })
