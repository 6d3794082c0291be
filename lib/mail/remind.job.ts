import { and, arrayContains, eq, gte, lt } from 'drizzle-orm'
import { inTransaction, type Tx } from '@/db/client'
import { agreements, instalments, organisations, outbox } from '@/db/schema'
import { organisationsHere } from '@/lib/core/accounts.queries'
import { found } from '@/lib/core/refusal'
import { addDays, civilDateIn } from '@/lib/platform/dates'
import { queueMail } from './outbox.commands'

const daysAhead = 3

/**
 * Puts one mail into the outbox for each client with an instalment due in three days, once for a due day; never for a
 * client who needs care. Harmless to repeat. @returns how many clients were thought of
 */
export async function remindOfDueDays(now: Date): Promise<number> {
  let thoughtOf = 0
  for (const { id } of await organisationsHere()) thoughtOf += await remindIn(id, now)
  return thoughtOf
}

const remindIn = (organisationId: string, now: Date) =>
  inTransaction({ organisationId }, async (tx) => {
    const [office] = await tx.select({ timeZone: organisations.timeZone }).from(organisations)
    const { timeZone } = found(office)
    const due = await clientsDue(tx, organisationId, addDays(civilDateIn(now, timeZone), daysAhead))
    for (const clientId of due) {
      if (await wasToldLately(tx, { organisationId, clientId, now })) continue
      await queueMail({ actor: { organisationId, timeZone }, tx, now }, { clientId, kind: 'PAYMENT_SOON' })
    }
    return due.length
  })

async function clientsDue(tx: Tx, organisationId: string, dueOn: string) {
  const rows = await tx
    .selectDistinct({ clientId: instalments.clientId })
    .from(instalments)
    .innerJoin(agreements, and(eq(agreements.orgId, instalments.orgId), eq(agreements.id, instalments.agreementId)))
    .where(
      and(
        eq(instalments.orgId, organisationId),
        eq(instalments.dueOn, dueOn),
        eq(agreements.status, 'ACTIVE'),
        lt(instalments.paid, instalments.amount),
      ),
    )
    // One order for every instance: each mail locks its client.
    .orderBy(instalments.clientId)
  return rows.map(({ clientId }) => clientId)
}

type Told = { organisationId: string; clientId: string; now: Date }

async function wasToldLately(tx: Tx, { organisationId, clientId, now }: Told) {
  const since = new Date(now.getTime() - 2 * 86_400_000)
  const [mail] = await tx
    .select({ id: outbox.id })
    .from(outbox)
    .where(
      and(
        eq(outbox.orgId, organisationId),
        eq(outbox.clientId, clientId),
        arrayContains(outbox.covers, ['PAYMENT_SOON']),
        gte(outbox.createdAt, since),
      ),
    )
    .limit(1)
  return mail !== undefined
}
