import { and, asc, eq, isNull, lte, or } from 'drizzle-orm'
import { inTransaction, type Tx } from '@/db/client'
import { clients, organisations, outbox } from '@/db/schema'
import { staffMailKinds } from '@/db/vocabulary-jobs'
import type { MailFailure } from '@/db/vocabulary-portal'
import type { OutgoingMail } from './carrier'
import { firstMomentFor } from './quiet-hours'
import { staffAddress } from './staff-reader.queries'
import { workingMomentFor } from './working-hours'

/** A mail nobody else hands over until `leasedUntil`, and what is needed to try it again. */
export type Held = {
  organisationId: string
  /** Whose address it goes to; null for a colleague's. */
  clientId: string | null
  mail: OutgoingMail
  /** With this one. */
  attempts: number
  leasedUntil: Date
  /** When it may go out again, from a moment on; undefined for never. */
  opensAt: (from: Date) => Date | undefined
}

/** Longer than a whole round of mails may take. Milliseconds. */
const lease = 60_000

/**
 * Takes up the mail of an office that is due longest, and lets go of the rest. One that became due before quiet hours and was
 * not sent waits for their end; one whose client has no address any more, or no safe hour, is over, and so is one to a
 * colleague who may not have it any more.
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

async function hold(tx: Tx, due: Due, now: Date) {
  const { mail } = due
  const way = await wayTo(tx, due, now)
  if ('over' in way) return letGo(tx, mail.id, { failedAt: now, failure: way.over })
  const { address, opensAt } = way
  const opens = opensAt(now)
  if (opens === undefined) return letGo(tx, mail.id, { failedAt: now, failure: 'GAVE_UP' })
  if (opens > now) return letGo(tx, mail.id, { notBefore: opens })
  const [attempts, leasedUntil] = [mail.attempts + 1, new Date(now.getTime() + lease)]
  // To the address of today: whoever changed it may have had a reason to leave the old one.
  await change(tx, mail.id, { attempts, leasedUntil, address })
  return { clientId: mail.clientId, attempts, leasedUntil, opensAt, mail: { ...mail, address } }
}

type Way = { address: string; opensAt: Held['opensAt'] } | { over: MailFailure }

/** Where a mail goes today, and at which hours. */
async function wayTo(tx: Tx, { mail, client, zone }: Due, now: Date): Promise<Way> {
  const { userId, orgId: organisationId } = mail
  const kind = staffMailKinds.find((one) => one === mail.kind)
  if (userId !== null && kind !== undefined) {
    const address = await staffAddress(tx, { organisationId, userId, kind }, now)
    return address === undefined ? { over: 'LAPSED' } : { address, opensAt: (from) => workingMomentFor(from, zone) }
  }
  const address = client?.email ?? null
  if (client === null || address === null) return { over: 'GAVE_UP' }
  return { address, opensAt: (from) => firstMomentFor(from, zone, client) }
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
    .leftJoin(clients, and(eq(clients.orgId, outbox.orgId), eq(clients.id, outbox.clientId)))
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
