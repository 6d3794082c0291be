import { and, eq } from 'drizzle-orm'
import { inTransaction, type Tx } from '@/db/client'
import { jobFiles, jobs } from '@/db/schema'
import type { Locale } from '@/db/vocabulary'
import type { JobFailure } from '@/db/vocabulary-jobs'
import { tell } from '@/lib/inbox/tell.commands'
import { queueStaffMail } from '@/lib/mail/staff.commands'
import { sha256 } from '@/lib/platform/hash'
import { JobOver, type Made } from './runner'
import type { Held, Job } from './take-up.job'

/** One more step is done, unless somebody cancelled it or another took it up meanwhile. @throws JobOver */
export async function advance(held: Held) {
  await inTransaction({ organisationId: held.orgId }, async (tx) => {
    const { step } = await stillHeld(tx, held)
    await tx
      .update(jobs)
      .set({ step: step + 1 })
      .where(same(held))
  })
}

/** Keeps the file and ends the job, in one transaction: there is never the one without the other. @throws JobOver */
export const finish = (held: Held, made: Made & { reach: unknown }, now: Date) =>
  inTransaction({ organisationId: held.orgId }, async (tx) => {
    await stillHeld(tx, held)
    await tx.insert(jobFiles).values({ orgId: held.orgId, jobId: held.id, bytes: made.bytes })
    const file = { fileName: made.name, fileType: made.type, fileHash: sha256(made.bytes), reach: made.reach }
    await tx.update(jobs).set(file).where(same(held))
    await end(tx, held, { state: 'DONE', failure: null, now })
    if (held.scheduleId !== null) await writeOf(tx, held, made.locale, now)
  })

/** Nobody waits for what is made by itself: a mail says that it is there, and no more. */
const writeOf = (tx: Tx, { orgId, id, by }: Job, locale: Locale, now: Date) =>
  queueStaffMail(
    { tx, now },
    { organisationId: orgId, userId: by, kind: 'REPORT_READY', locale, once: `report:${id}`, path: '/reports/prepared' },
  )

/** @throws JobOver */
export const fail = (held: Held, failure: JobFailure, now: Date) =>
  inTransaction({ organisationId: held.orgId }, async (tx) => {
    await stillHeld(tx, held)
    await end(tx, held, { state: 'FAILED', failure, now })
  })

type Ending = { state: 'DONE' | 'FAILED'; failure: JobFailure | null; now: Date }

/** The end of a job, and a line in the inbox of who asked for it. */
export async function end(tx: Tx, job: Job, { state, failure, now }: Ending) {
  const done = state === 'DONE' ? { step: job.steps } : {}
  await tx
    .update(jobs)
    .set({ state, failure, endedAt: now, leasedUntil: null, ...done })
    .where(same(job))
  const reason = state === 'DONE' ? 'JOB_DONE' : 'JOB_FAILED'
  await tell({ tx, now }, { organisationId: job.orgId, userId: job.by, reason, jobId: job.id })
}

const same = ({ orgId, id }: Job) => and(eq(jobs.orgId, orgId), eq(jobs.id, id))

async function stillHeld(tx: Tx, held: Held): Promise<Job> {
  const mine = and(same(held), eq(jobs.state, 'RUNNING'), eq(jobs.leasedUntil, held.leasedUntil))
  const [job] = await tx.select().from(jobs).where(mine).for('update')
  if (job === undefined) throw new JobOver()
  return job
}
