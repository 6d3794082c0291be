import { and, asc, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { agreements, calendarFeeds, cases, instalments } from '@/db/schema'
import type { Actor } from '@/lib/core/actor'
import { query } from '@/lib/core/query'
import { found } from '@/lib/core/refusal'
import { secretOf } from '@/lib/invitations/secrets'
import { installationKey } from '@/lib/platform/env'
import { expectMay } from './delegated.queries'

/** The address of their own calendar that a client has not taken back. */
export const ownFeed = (actor: Actor) =>
  and(
    eq(calendarFeeds.orgId, actor.organisationId),
    eq(calendarFeeds.clientId, found(actor.clientId)),
    eq(calendarFeeds.userId, actor.id),
    isNull(calendarFeeds.revokedAt),
  )

/** The secret address of the client's calendar, while there is one. */
export const myCalendar = query({
  name: 'portal.calendar',
  input: z.strictObject({}),
  async run(reading) {
    await expectMay(reading, 'READ')
    const { actor, tx } = reading
    const [feed] = await tx.select({ id: calendarFeeds.id }).from(calendarFeeds).where(ownFeed(actor))
    return { path: feed === undefined ? null : `/calendar/${secretOf('calendar', feed.id, installationKey())}` }
  },
})

/** Due days of every plan in force. */
export const dueDays = query({
  name: 'portal.dueDays',
  input: z.strictObject({}),
  async run(reading) {
    await expectMay(reading, 'READ')
    const { actor, tx } = reading
    const days = await tx
      .select({ id: instalments.agreementId, caseNumber: cases.number, n: instalments.n, dueOn: instalments.dueOn })
      .from(instalments)
      .innerJoin(agreements, and(eq(agreements.orgId, instalments.orgId), eq(agreements.id, instalments.agreementId)))
      .innerJoin(cases, and(eq(cases.orgId, instalments.orgId), eq(cases.id, instalments.caseId)))
      .where(
        and(
          eq(instalments.orgId, actor.organisationId),
          eq(instalments.clientId, found(actor.clientId)),
          eq(agreements.status, 'ACTIVE'),
        ),
      )
      .orderBy(asc(instalments.dueOn))
      .limit(600)
    return { days }
  },
})
