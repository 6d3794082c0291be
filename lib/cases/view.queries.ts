import { and, eq, gt } from 'drizzle-orm'
import { accessLog } from '@/db/schema'
import { actorLabel, logAccess } from '@/lib/core/access-log'
import type { Reading } from '@/lib/core/query'
import type { Case } from './scope.queries'

const sameSitting = 10 * 60_000

/**
 * A line in the access log that this person looked at this case; one per sitting, not one per click. None for clients, who
 * look at their own, and for the system, which looks at nothing.
 */
export async function noteView(reading: Reading, kase: Pick<Case, 'orgId' | 'id' | 'clientId'>) {
  if (reading.actor.kind !== 'staff') return
  const [recent] = await reading.tx
    .select({ id: accessLog.id })
    .from(accessLog)
    .where(
      and(
        eq(accessLog.orgId, kase.orgId),
        eq(accessLog.clientId, kase.clientId),
        gt(accessLog.at, new Date(reading.now.getTime() - sameSitting)),
        eq(accessLog.object, kase.id),
        eq(accessLog.kind, 'view'),
        eq(accessLog.actor, actorLabel(reading.actor)),
      ),
    )
    .limit(1)
  if (recent === undefined)
    await logAccess(reading.tx, reading, { kind: 'view', what: 'case', object: kase.id, clientId: kase.clientId })
}
