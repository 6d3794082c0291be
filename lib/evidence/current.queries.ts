import { and, asc, desc, eq } from 'drizzle-orm'
import { evidence, evidenceTypes } from '@/db/schema'
import type { Reading } from '@/lib/core/query'
import { civilDateIn } from '@/lib/platform/dates'
import { lastValidDay, statusOn } from './expiry'

/** Everything a client handed in, newest first, each with its kind and the state it is in today (`status`, `lastDay`). */
export async function currentItems({ actor, tx, now }: Reading, clientId: string) {
  const rows = await tx
    .select({ item: evidence, type: evidenceTypes })
    .from(evidence)
    .innerJoin(evidenceTypes, and(eq(evidenceTypes.orgId, evidence.orgId), eq(evidenceTypes.code, evidence.code)))
    .where(and(eq(evidence.orgId, actor.organisationId), eq(evidence.clientId, clientId)))
    .orderBy(desc(evidence.createdAt), asc(evidence.code), asc(evidence.id))
  const today = civilDateIn(now, actor.timeZone)
  return rows.map(({ item, type }) => {
    const receivedOn = item.receivedAt === null ? null : civilDateIn(item.receivedAt, actor.timeZone)
    const aged = { ...item, receivedOn, validMonths: type.validMonths }
    return { ...item, type, status: statusOn(today, aged), lastDay: lastValidDay(aged) }
  })
}

export type CurrentItem = Awaited<ReturnType<typeof currentItems>>[number]

/** A file once for each kind of evidence it serves as. */
export const servings = ({ code, alsoFor, ...item }: CurrentItem) =>
  [code, ...alsoFor].map((served) => ({ ...item, code: served }))
