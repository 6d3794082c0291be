import { and, asc, eq, isNull } from 'drizzle-orm'
import { inTransaction } from '@/db/client'
import { incidentNotices, organisations } from '@/db/schema'
import { organisationsHere } from '@/lib/core/accounts.queries'
import { found } from '@/lib/core/refusal'
import { queueMail } from '@/lib/mail/outbox.commands'

const many = 50

/**
 * Puts the mails about incidents into the outbox, some at a time: a notice may concern everybody. Harmless to repeat.
 * @returns how many clients were thought of
 */
export async function mailIncidentNotices(now: Date): Promise<number> {
  let thoughtOf = 0
  for (const { id } of await organisationsHere()) {
    let some = many
    while (some === many) {
      some = await mailSome(id, now)
      thoughtOf += some
    }
  }
  return thoughtOf
}

const mailSome = (organisationId: string, now: Date) =>
  inTransaction({ organisationId }, async (tx) => {
    const waiting = await tx
      .select({ incidentId: incidentNotices.incidentId, clientId: incidentNotices.clientId })
      .from(incidentNotices)
      .where(and(eq(incidentNotices.orgId, organisationId), isNull(incidentNotices.mailedAt)))
      // One order for every instance: each mail locks its client.
      .orderBy(asc(incidentNotices.clientId))
      .limit(many)
      .for('update', { skipLocked: true })
    const [office] = await tx.select({ timeZone: organisations.timeZone }).from(organisations)
    const work = { actor: { organisationId, timeZone: found(office).timeZone }, tx, now }
    for (const { incidentId, clientId } of waiting) {
      await queueMail(work, { clientId, kind: 'INCIDENT', path: `/portal/notices/${incidentId}` })
      const mine = and(eq(incidentNotices.orgId, organisationId), eq(incidentNotices.clientId, clientId))
      await tx
        .update(incidentNotices)
        .set({ mailedAt: now })
        .where(and(mine, eq(incidentNotices.incidentId, incidentId)))
    }
    return waiting.length
  })
