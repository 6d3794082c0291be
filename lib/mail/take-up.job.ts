import { and, asc, eq, isNull, lte, or } from 'drizzle-orm'
import { inTransaction, type Tx } from '@/db/client'
import { clients, organisations, outbox } from '@/db/schema'
import type { OutgoingMail } from './carrier'
import { firstMomentFor, type ReachHours } from './quiet-hours'

/** A mail nobody else hands over until `leasedUntil`, and what is needed to try it again. */
export type Held = {
  organisationId: string
  clientId: string
  mail: OutgoingMail
  /** With this one. */
  attempts: number
  leasedUntil: Date
  zone: string
  hours: ReachHours
}

/** Longer than a whole round of mails may take. Milliseconds. */
const lease = 60_000

/**
 * Takes up the mail of an office that is due longest, and lets go of the rest. One that became due before quiet hours and was
 * not sent waits for their end; one whose client has no address any more, or no safe hour, is over.
 */
export const takeUp = (organisationId: string, now: Date): Promise<Held | undefined> =>
  inTransaction({ organisationId }, async (tx) => {
    for (;;) {
      const due = await longestDue(tx, now)
      if (due === undefined) return undefined
      const held = await hold(tx, due, now)
      if (held !== undefined) return { organisationId, ...held }
    }
  })

async function hold(tx: Tx, { mail, client, zone }: Due, now: Date) {
  const { email: address, ...hours } = client
  const opens = firstMomentFor(now, zone, hours)
  if (opens === undefined || address === null) return letGo(tx, mail.id, { failedAt: now, failure: 'GAVE_UP' })
  if (opens > now) return letGo(tx, mail.id, { notBefore: opens })
  const [attempts, leasedUntil] = [mail.attempts + 1, new Date(now.getTime() + lease)]
  // To the address of today: whoever changed it may have had a reason to leave the old one.
  await change(tx, mail.id, { attempts, leasedUntil, address })
  return { clientId: mail.clientId, attempts, leasedUntil, zone, hours, mail: { ...mail, address } }
}

async function letGo(tx: Tx, id: string, changes: Partial<typeof outbox.$inferInsert>) {
  await change(tx, id, changes)
  return undefined
}

type Due = NonNullable<Awaited<ReturnType<typeof longestDue>>>

async function longestDue(tx: Tx, now: Date) {
  const [row] = await tx
    .select({
      mail: outbox,
      client: { email: clients.email, from: clients.contactFromHour, to: clients.contactToHour },
      zone: organisations.timeZone,
    })
    .from(outbox)
    .innerJoin(clients, and(eq(clients.orgId, outbox.orgId), eq(clients.id, outbox.clientId)))
    .innerJoin(organisations, eq(organisations.id, outbox.orgId))
    .where(
      and(
        isNull(outbox.sentAt),
        isNull(outbox.failedAt),
        lte(outbox.notBefore, now),
        or(isNull(outbox.leasedUntil), lte(outbox.leasedUntil, now)),
      ),
    )
    .orderBy(asc(outbox.notBefore), asc(outbox.id))
    .limit(1)
    .for('update', { of: outbox, skipLocked: true })
  return row
}

const change = (tx: Tx, id: string, changes: Partial<typeof outbox.$inferInsert>) =>
  tx.update(outbox).set(changes).where(eq(outbox.id, id))
