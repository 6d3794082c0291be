import { asc, eq } from 'drizzle-orm'
import { Refusal } from '@/lib/core/refusal'
import { accessLog, auditEvents } from '../schema'
import type { Office } from './factories'

/** What happened in an office, oldest first, as the audit chain tells it. */
export const auditOf = (office: Office) =>
  office.within(async (tx) =>
    (await tx.select().from(auditEvents).where(eq(auditEvents.orgId, office.organisationId)).orderBy(asc(auditEvents.seq))).map(
      ({ event }) => event,
    ),
  )

/** Who looked at what, and what was denied. */
export const accessOf = (office: Office) =>
  office.within((tx) =>
    tx
      .select({ kind: accessLog.kind, what: accessLog.what, object: accessLog.object, actor: accessLog.actor })
      .from(accessLog)
      .where(eq(accessLog.orgId, office.organisationId)),
  )

/** How a call was refused; a call that went through is a failure. */
export async function refusalOf(call: Promise<unknown>): Promise<{ code: string; details: Record<string, unknown> }> {
  try {
    await call
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, details: error.details }
    throw error
  }
  throw new Error('the call was not refused')
}
