import { and, count, eq, isNotNull, isNull, or, sql } from 'drizzle-orm'
import { z } from 'zod'
import { cases, clients, incidentNotices } from '@/db/schema'
import { seesWholeOffice } from '@/lib/core/actor'
import { query, type Reading } from '@/lib/core/query'
import { latestOf } from './queries'

const mostNumbers = 100

/**
 * How many clients were told of an incident, how many opened it, and how many neither did nor can be reached by mail; to those
 * who see every case also a case of each of these, to be told by telephone [PIPL 57]. @throws Refusal `not_found`
 */
export const toldOf = query({
  name: 'protection.told',
  input: z.strictObject({ recordId: z.uuid() }),
  async run(reading, { recordId }) {
    await latestOf(reading, { recordId, kind: 'INCIDENT' })
    const [counts] = await reading.tx
      .select({
        told: count(),
        seen: count(incidentNotices.readAt),
        silent: sql<number>`count(*) filter (where ${isSilent})::int`,
      })
      .from(incidentNotices)
      .innerJoin(clients, isTold)
      .where(about(reading, recordId))
    return {
      ...{ told: 0, seen: 0, silent: 0, ...counts },
      toCall: seesWholeOffice(reading.actor) ? await toCall(reading, recordId) : [],
    }
  },
})

const isTold = and(eq(clients.orgId, incidentNotices.orgId), eq(clients.id, incidentNotices.clientId))
const isSilent = and(isNull(incidentNotices.readAt), or(isNull(clients.email), isNotNull(clients.emailBouncedAt)))

const about = ({ actor }: Reading, recordId: string) =>
  and(eq(incidentNotices.orgId, actor.organisationId), eq(incidentNotices.incidentId, recordId))

/** The newest case of each who is not reached. */
const toCall = (reading: Reading, recordId: string) =>
  reading.tx
    .selectDistinctOn([incidentNotices.clientId], { caseId: cases.id, number: cases.number })
    .from(incidentNotices)
    .innerJoin(clients, isTold)
    .innerJoin(cases, and(eq(cases.orgId, clients.orgId), eq(cases.clientId, clients.id)))
    .where(and(about(reading, recordId), isSilent))
    .orderBy(incidentNotices.clientId, sql`${cases.openedAt} desc`)
    .limit(mostNumbers)
