import { and, eq, gt, sql } from 'drizzle-orm'
import { prepared } from '@/db/prepared'
import { accessLog } from '@/db/schema'
import { actorLabel, type LookedAt, logAccess } from './access-log'
import type { Reading } from './query'

const sameSitting = 10 * 60_000

type Looked = { what: LookedAt; object: string; clientId: string }

/**
 * A line in the access log that this person looked at something of a client’s; one per sitting, not one per click. None for
 * clients, who look at their own, and for the system, which looks at nothing.
 */
export async function noteOnce(reading: Reading, { what, object, clientId }: Looked) {
  const { actor, tx, now } = reading
  if (actor.kind !== 'staff') return
  const since = new Date(now.getTime() - sameSitting).toISOString()
  const [recent] = await looks(tx).execute({
    orgId: actor.organisationId,
    actor: actorLabel(actor),
    what,
    object,
    clientId,
    since,
  })
  if (recent === undefined) await logAccess(tx, reading, { kind: 'view', what, object, clientId })
}

const asked = sql.placeholder
const looks = prepared((tx) =>
  tx
    .select({ id: accessLog.id })
    .from(accessLog)
    .where(
      and(
        ...[
          eq(accessLog.orgId, asked('orgId')),
          eq(accessLog.clientId, asked('clientId')),
          eq(accessLog.object, asked('object')),
        ],
        ...[eq(accessLog.kind, 'view'), eq(accessLog.what, asked('what')), eq(accessLog.actor, asked('actor'))],
        gt(accessLog.at, asked('since')),
      ),
    )
    .limit(1),
)
