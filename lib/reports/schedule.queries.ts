import { and, asc, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { members, reportSchedules } from '@/db/schema'
import { query } from '@/lib/core/query'
import { hasBegun } from '@/lib/mail/working-hours'
import { addDays, civilDateIn } from '@/lib/platform/dates'
import { nextAfter } from './due-days'
import { readersOf } from './readers.queries'

/** The reports that are made by themselves, with the day of the next, and the colleagues one may be made for. */
export const listSchedules = query({
  name: 'reportSchedule.list',
  input: z.strictObject({}),
  async run({ actor, tx, now }) {
    const ofOffice = eq(reportSchedules.orgId, actor.organisationId)
    const rows = await tx.select().from(reportSchedules).where(ofOffice).orderBy(asc(reportSchedules.at), asc(reportSchedules.id))
    const people = await tx
      .select()
      .from(members)
      .where(and(eq(members.orgId, actor.organisationId), isNull(members.clientId)))
    const today = civilDateIn(now, actor.timeZone)
    // Until today's has begun, today may be the next.
    const last = hasBegun(today, now, actor.timeZone) ? today : addDays(today, -1)
    return {
      schedules: rows.map(({ id, report, period, rhythm, day, format, locale, recipients, pausedAt, version }) => ({
        ...{ scheduleId: id, report, period, rhythm, day, format, locale, version, isPaused: pausedAt !== null },
        recipients: recipients.map((userId) => people.find((one) => one.userId === userId)?.name ?? ''),
        nextOn: pausedAt === null ? nextAfter(last, { rhythm, day }) : null,
      })),
      readers: await readersOf(tx, actor.organisationId),
    }
  },
})
