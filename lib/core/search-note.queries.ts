import { createHmac } from 'node:crypto'
import { and, eq, gt, inArray, sql } from 'drizzle-orm'
import { accessLog } from '@/db/schema'
import { installationKey } from '@/lib/platform/env'
import { actorLabel, logAccess } from './access-log'
import type { Reading } from './query'
import { Refusal } from './refusal'

const searches = ['case.search', 'client.search'] as const
type Search = (typeof searches)[number]

/** Different texts one person may look for: plenty for work, too few to spell out a name or a number by what is found. */
export const searchLimit = { texts: 200, minutes: 10 } as const

/**
 * Writes down that somebody searched, before anything is found. What they typed may be a name or a number, so the line holds
 * its keyed hash; the same text again within ten minutes is a page turned, not another search.
 * @throws Refusal `too_many` {seconds}
 */
export async function noteSearch(reading: Reading, what: Search, text: string) {
  const { tx, actor, now } = reading
  const object = `text:${createHmac('sha256', installationKey()).update(`${actor.organisationId}:${text}`).digest('hex').slice(0, 24)}`
  // One person's searches one after the other, so that many at once are not all the last one allowed.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`search:${actor.id}`}, 0))`)
  const recent = await tx
    .select({ object: accessLog.object })
    .from(accessLog)
    .where(
      and(
        eq(accessLog.orgId, actor.organisationId),
        gt(accessLog.at, new Date(now.getTime() - searchLimit.minutes * 60_000)),
        eq(accessLog.actor, actorLabel(actor)),
        inArray(accessLog.what, [...searches]),
      ),
    )
    .limit(searchLimit.texts)
  if (recent.some((line) => line.object === object)) return
  if (recent.length >= searchLimit.texts) throw new Refusal('too_many', { seconds: searchLimit.minutes * 60 })
  await logAccess(tx, reading, { kind: 'view', what, object })
}
