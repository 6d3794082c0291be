import { and, eq } from 'drizzle-orm'
import { proposalVersions } from '@/db/schema'
import type { Reading } from '@/lib/core/query'
import { Refusal } from '@/lib/core/refusal'
import { type CivilDate, civilDateIn } from '@/lib/platform/dates'
import { type Agreement, todayOf } from './scope.queries'

/**
 * The day a paper bears lies between the day the proposal went out and today: nobody confirms or signs what was not proposed.
 * @throws Refusal `invalid` {<field>: in_future | before_sending}
 */
export async function expectDay(reading: Reading, agreement: Agreement, day: Record<string, CivilDate>) {
  const [sentOn, today] = [await sentOnOf(reading, agreement), todayOf(reading)]
  for (const [field, on] of Object.entries(day)) {
    if (on > today) throw new Refusal('invalid', { fields: { [field]: ['in_future'] } })
    if (sentOn !== null && on < sentOn) throw new Refusal('invalid', { fields: { [field]: ['before_sending'] } })
  }
}

async function sentOnOf({ tx, actor }: Reading, { orgId, versionId }: Agreement) {
  const [version] = await tx
    .select({ sentAt: proposalVersions.sentAt })
    .from(proposalVersions)
    .where(and(eq(proposalVersions.orgId, orgId), eq(proposalVersions.id, versionId)))
  const sentAt = version?.sentAt ?? null
  return sentAt === null ? null : civilDateIn(sentAt, actor.timeZone)
}
