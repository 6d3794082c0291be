import { and, eq, gt } from 'drizzle-orm'
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
  const [recent] = await tx
    .select({ id: accessLog.id })
    .from(accessLog)
    .where(
      and(
        ...[eq(accessLog.orgId, actor.organisationId), eq(accessLog.clientId, clientId), eq(accessLog.object, object)],
        ...[eq(accessLog.kind, 'view'), eq(accessLog.what, what), eq(accessLog.actor, actorLabel(actor))],
        gt(accessLog.at, new Date(now.getTime() - sameSitting)),
      ),
    )
    .limit(1)
  if (recent === undefined) await logAccess(tx, reading, { kind: 'view', what, object, clientId })
}
