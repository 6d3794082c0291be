import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { reportBug } from '@/lib/core/report-bug'
import { queueDigests } from '@/lib/inbox/digest.job'
import { tellOfPromises } from '@/lib/inbox/promises.job'
import { sweepJobs } from '@/lib/jobs/sweep.job'
import { workOff } from '@/lib/jobs/work.job'
import { deliverDueMails } from '@/lib/mail/deliver.job'
import { remindOfDueDays } from '@/lib/mail/remind.job'
import { now as clock } from '@/lib/platform/clock'
import { mailIncidentNotices } from '@/lib/protection/notice-mails.job'
import { queueScheduledReports } from '@/lib/reports/schedule.job'
import { sweepErasedFiles } from '@/lib/rights/sweep.job'

/** What has to be done without anybody asking. Each may run on several instances at once, and is made up for when it did not. */
const jobs = [
  remindOfDueDays,
  tellOfPromises,
  queueDigests,
  mailIncidentNotices,
  deliverDueMails,
  sweepErasedFiles,
  sweepJobs,
  queueScheduledReports,
  workOff,
] as const
export type Job = (now: Date) => Promise<unknown>

const pause = 60_000

/** Makes the round of all jobs every minute for as long as this process lives, and never keeps it alive. */
export async function makeRounds() {
  for (;;) {
    await sleep(pause, undefined, { ref: false })
    await makeRound(jobs, clock)
  }
}

/**
 * One round: a job that fails is told of, and keeps none of the others from being done. Each begins at its own time: what it
 * takes up for a minute would be anybody's again if that minute began with the job before it.
 */
export async function makeRound(due: readonly Job[], time: () => Date) {
  for (const job of due) await job(time()).catch((error: unknown) => reportBug(error, randomUUID()))
}
