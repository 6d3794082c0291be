import { randomUUID } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import { inTransaction, type Tx } from '@/db/client'
import { jobs, organisations, reportSchedules } from '@/db/schema'
import { organisationsHere } from '@/lib/core/accounts.queries'
import { appendAudit } from '@/lib/core/command'
import { found } from '@/lib/core/refusal'
import { hasBegun } from '@/lib/mail/working-hours'
import { civilDateIn } from '@/lib/platform/dates'
import { type Due, dueBy, periodBefore } from './due-days'
import { preparedSteps } from './prepared.report'
import { readersOf } from './readers.queries'

type Schedule = typeof reportSchedules.$inferSelect
type Round = { tx: Tx; now: Date; zone: string }

/**
 * Puts every report that is due by its schedule into the queue, once for each colleague and day, who may take reports along by
 * then. Harmless to repeat, and to run on several instances at once. @returns how many
 */
export async function queueScheduledReports(now: Date): Promise<number> {
  let queued = 0
  for (const { id } of await organisationsHere()) queued += await queueIn(id, now)
  return queued
}

const queueIn = (organisationId: string, now: Date) =>
  inTransaction({ organisationId }, async (tx) => {
    const running = and(eq(reportSchedules.orgId, organisationId), isNull(reportSchedules.pausedAt))
    const schedules = await tx.select().from(reportSchedules).where(running).orderBy(reportSchedules.id)
    if (schedules.length === 0) return 0
    const [office] = await tx.select().from(organisations).where(eq(organisations.id, organisationId))
    const round = { tx, now, zone: found(office).timeZone }
    let queued = 0
    for (const schedule of schedules) for (const due of dueNow(schedule, round)) queued += await queue(schedule, due, round)
    return queued
  })

/** What has begun by now and had not before the schedule was made or let go on. */
const dueNow = ({ rhythm, day, since }: Schedule, { now, zone }: Round): Due[] =>
  dueBy(civilDateIn(now, zone), { rhythm, day }).filter(
    ({ madeOn }) => hasBegun(madeOn, now, zone) && !hasBegun(madeOn, since, zone),
  )

async function queue(schedule: Schedule, { day }: Due, { tx, now }: Round): Promise<number> {
  const { orgId, id: scheduleId, report, format, locale, period, recipients } = schedule
  const spec = { report, format, locale, ...periodBefore(day, period), creditor: null, team: null }
  const job = { orgId, kind: 'REPORT' as const, spec, at: now, steps: preparedSteps, scheduleId, scheduledOn: day }
  // Of those chosen, who is still here and may still take reports along.
  const readers = (await readersOf(tx, orgId)).filter(({ userId }) => recipients.includes(userId))
  if (readers.length === 0) return 0
  const made = await tx
    .insert(jobs)
    .values(readers.map(({ userId: by }) => ({ ...job, id: randomUUID(), by })))
    .onConflictDoNothing({ target: [jobs.orgId, jobs.scheduleId, jobs.scheduledOn, jobs.by] })
    .returning({ id: jobs.id })
  if (made.length > 0) {
    const event = { type: 'report.scheduled' as const, scheduleId, report, day, recipients: made.length }
    await appendAudit(tx, { now, by: 'system:schedule', command: 'report.prepare', requestId: '' }, [event])
  }
  return made.length
}
