import { and, count, eq, isNull, lte, notInArray, sql } from 'drizzle-orm'
import { z } from 'zod'
import { inTransaction, type Tx } from '@/db/client'
import { cases, notices } from '@/db/schema'
import { notMailed } from '@/db/vocabulary-jobs'
import { visibleTo } from '@/lib/cases/scope'
import { instantOf } from '@/lib/contacts/local-instant'
import { actorOfMember, organisationsHere } from '@/lib/core/accounts.queries'
import type { Actor } from '@/lib/core/actor'
import { queueStaffMail } from '@/lib/mail/staff.commands'
import { hasBegun, minuteOfDay } from '@/lib/mail/working-hours'
import { chinaCalendar } from '@/lib/platform/china-calendar'
import { type CivilDate, civilDateIn } from '@/lib/platform/dates'
import { isWorkingDay } from '@/lib/platform/working-days'

/** A morning's mail is not made up for in the afternoon. Minutes after midnight. */
const noon = 12 * 60

type Morning = { organisationId: string; zone: string; day: CivilDate; now: Date; before: Date }

/**
 * At half past eight on working days, one mail to each colleague in whose inbox something is unread and who did not switch it
 * off: how much. Once a day; harmless to repeat. @returns how many mails
 */
export async function queueDigests(now: Date): Promise<number> {
  let queued = 0
  for (const { id } of await organisationsHere()) {
    const morning = await morningOf(id, now)
    if (morning !== undefined) queued += await queueFor(morning)
  }
  return queued
}

async function morningOf(organisationId: string, now: Date): Promise<Morning | undefined> {
  const zone = await inTransaction({ organisationId }, async (tx) => {
    const { rows } = await tx.execute(sql`select time_zone as zone from organisations where id = ${organisationId}`)
    return String(rows[0]?.['zone'])
  })
  const day = civilDateIn(now, zone)
  const isMorning = isWorkingDay(day, chinaCalendar) && hasBegun(day, now, zone) && minuteOfDay(now, zone) < noon
  // What comes later in the morning is for the next one.
  return isMorning ? { organisationId, zone, day, now, before: instantOf(`${day}T08:30`, zone) ?? now } : undefined
}

async function queueFor(morning: Morning): Promise<number> {
  const { organisationId, now } = morning
  let queued = 0
  for (const userId of await waitedFor(morning)) {
    const actor = await actorOfMember({ organisationId, userId }, now)
    if (actor !== undefined) queued += await inTransaction({ organisationId }, (tx) => queue(tx, morning, actor))
  }
  return queued
}

async function queue(tx: Tx, { organisationId, day, now, before }: Morning, actor: Actor): Promise<number> {
  const [waiting] = await tx
    .select({ unread: count() })
    .from(notices)
    .innerJoin(cases, and(eq(cases.orgId, notices.orgId), eq(cases.id, notices.caseId)))
    .where(
      and(
        eq(notices.orgId, organisationId),
        eq(notices.userId, actor.id),
        isNull(notices.readAt),
        lte(notices.at, before),
        notInArray(notices.reason, [...notMailed]),
        visibleTo(actor),
      ),
    )
  const { unread = 0 } = waiting ?? {}
  if (unread === 0) return 0
  const mail = { kind: 'STAFF_DIGEST' as const, once: `digest:${day}:${actor.id}`, path: '/inbox', locale: actor.locale }
  await queueStaffMail({ tx, now }, { organisationId, userId: actor.id, ...mail, about: { count: unread } })
  return 1
}

/** Who has something unread, wants the mail and has not had today's. */
const waitedFor = ({ organisationId, day, before }: Morning) =>
  inTransaction({ organisationId }, async (tx) => {
    const { rows } = await tx.execute(sql`
      select m.user_id as id from members m
      where m.org_id = ${organisationId} and m.disabled_at is null and m.client_id is null and not m.no_digest
        and exists (select 1 from notices n where n.org_id = m.org_id and n.user_id = m.user_id and n.read_at is null
          and n.case_id is not null and n.at <= ${before.toISOString()}::timestamptz)
        and not exists (select 1 from outbox o where o.org_id = m.org_id and o.once = 'digest:' || ${day}::text || ':' || m.user_id)
      order by m.user_id`)
    return z
      .array(z.object({ id: z.uuid() }))
      .parse(rows)
      .map(({ id }) => id)
  })
