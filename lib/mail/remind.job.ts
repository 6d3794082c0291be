import { and, arrayContains, between, eq, lt, max, sql } from 'drizzle-orm'
import { inTransaction, type Tx } from '@/db/client'
import { agreements, instalments, organisations, outbox } from '@/db/schema'
import { organisationsHere } from '@/lib/core/accounts.queries'
import { found } from '@/lib/core/refusal'
import { addDays, type CivilDate, civilDateIn } from '@/lib/platform/dates'
import { queueMail } from './outbox.commands'

const days = 3

/**
 * Puts one mail into the outbox for each client with an instalment due in three days, once for a due day, or later where that
 * day was missed; never for a client who needs care, has paid by their own word, or has said that they cannot. Harmless to repeat. @returns how many due days were thought of
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
    const due = await daysAhead(tx, organisationId, civilDateIn(now, timeZone))
    for (const { clientId, dueOn } of due) {
      const told = await lastTold(tx, { organisationId, clientId })
      if (told !== null && civilDateIn(told, timeZone) >= addDays(dueOn, -days)) continue
      await queueMail({ actor: { organisationId, timeZone }, tx, now }, { clientId, kind: 'PAYMENT_SOON' })
    }
    return due.length
  })

function daysAhead(tx: Tx, organisationId: string, today: CivilDate) {
  return (
    tx
      .selectDistinct({ clientId: instalments.clientId, dueOn: instalments.dueOn })
      .from(instalments)
      .innerJoin(agreements, and(eq(agreements.orgId, instalments.orgId), eq(agreements.id, instalments.agreementId)))
      .where(
        and(
          eq(instalments.orgId, organisationId),
          between(instalments.dueOn, addDays(today, 1), addDays(today, days)),
          eq(agreements.status, 'ACTIVE'),
          lt(instalments.paid, instalments.amount),
          isOpenAsTold,
          hasNotSaidTheyCannot,
        ),
      )
      // One order for every instance: each mail locks its client.
      .orderBy(instalments.clientId, instalments.dueOn)
  )
}

const ofAgreement = sql`x.org_id = ${instalments.orgId} and x.agreement_id = ${instalments.agreementId}`

/** What the client says was paid counts here before anybody has checked it; oldest instalment first, as in the ledger. */
const isOpenAsTold = sql`(select coalesce(sum(x.amount), 0) from payments x where ${ofAgreement})
  < (select sum(x.amount) from instalments x where ${ofAgreement} and x.n <= ${instalments.n})`

/** Who has said that they cannot pay gets a call, not a mail. */
const hasNotSaidTheyCannot = sql`not exists (select from circumstances x where ${ofAgreement} and x.handled_at is null)`

async function lastTold(tx: Tx, { organisationId, clientId }: { organisationId: string; clientId: string }) {
  const ofClient = and(eq(outbox.orgId, organisationId), eq(outbox.clientId, clientId))
  const [mail] = await tx
    .select({ at: max(outbox.createdAt) })
    .from(outbox)
    .where(and(ofClient, arrayContains(outbox.covers, ['PAYMENT_SOON'])))
  return mail?.at ?? null
}
