import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { reportSchedules } from '@/db/schema'
import { locales } from '@/db/vocabulary'
import { reportPeriods, rhythms } from '@/db/vocabulary-jobs'
import { command, type Work } from '@/lib/core/command'
import { expectVersion, found, Refusal } from '@/lib/core/refusal'
import { fits } from './due-days'
import { reportFormats } from './file'
import { readersOf } from './readers.queries'
import { reportIds } from './registry'

/**
 * Has a report made by itself for colleagues, from the next of its days on.
 * @throws Refusal `invalid` for a day its rhythm does not have; `rule` {why: 'not_a_reader'} for a recipient who may not
 * take reports along
 */
export const addSchedule = command({
  name: 'reportSchedule.add',
  input: z.strictObject({
    report: z.enum(reportIds),
    period: z.enum(reportPeriods),
    rhythm: z.enum(rhythms),
    day: z.int().min(0).max(31),
    format: z.enum(reportFormats),
    locale: z.enum(locales),
    recipients: z.array(z.uuid(), 'choice').min(1, 'choice').max(30),
  }),
  async run(work, { recipients, ...asked }) {
    if (!fits(asked)) throw new Refusal('invalid', { fields: { day: ['choice'] } })
    const chosen = [...new Set(recipients)]
    await expectReaders(work, chosen)
    const { actor, tx, now } = work
    const id = randomUUID()
    const schedule = { ...asked, recipients: chosen, by: actor.id, at: now, since: now }
    await tx.insert(reportSchedules).values({ orgId: actor.organisationId, id, ...schedule })
    work.audit({ type: 'reportSchedule.added', scheduleId: id, report: asked.report, recipients: chosen.length })
    return { scheduleId: id, version: 1 }
  },
})

/** Stops a schedule for a while, or lets it go on; what fell due meanwhile is not made up for. */
export const pauseSchedule = command({
  name: 'reportSchedule.pause',
  input: z.strictObject({ scheduleId: z.uuid(), version: z.int().min(1).max(1_000_000), isPaused: z.boolean() }),
  async run(work, { scheduleId, version, isPaused }) {
    const schedule = await lockSchedule(work, scheduleId)
    expectVersion(schedule, version)
    const state = isPaused ? { pausedAt: work.now } : { pausedAt: null, since: work.now }
    await work.tx
      .update(reportSchedules)
      .set({ ...state, version: version + 1 })
      .where(same(schedule))
    work.audit({ type: 'reportSchedule.paused', scheduleId, report: schedule.report, isPaused })
    return { scheduleId, version: version + 1 }
  },
})

/** Ends a schedule; what it made stays with those it was made for. */
export const removeSchedule = command({
  name: 'reportSchedule.remove',
  input: z.strictObject({ scheduleId: z.uuid() }),
  async run(work, { scheduleId }) {
    const schedule = await lockSchedule(work, scheduleId)
    await work.tx.delete(reportSchedules).where(same(schedule))
    work.audit({ type: 'reportSchedule.removed', scheduleId, report: schedule.report })
    return { scheduleId }
  },
})

async function expectReaders({ actor, tx }: Work, recipients: readonly string[]) {
  const readers = new Set((await readersOf(tx, actor.organisationId)).map(({ userId }) => userId))
  if (!recipients.every((one) => readers.has(one))) throw new Refusal('rule', { why: 'not_a_reader' })
}

type Schedule = typeof reportSchedules.$inferSelect

const same = ({ orgId, id }: Schedule) => and(eq(reportSchedules.orgId, orgId), eq(reportSchedules.id, id))

async function lockSchedule({ actor, tx }: Work, scheduleId: string): Promise<Schedule> {
  const mine = and(eq(reportSchedules.orgId, actor.organisationId), eq(reportSchedules.id, scheduleId))
  const [schedule] = await tx.select().from(reportSchedules).where(mine).for('update')
  return found(schedule)
}
