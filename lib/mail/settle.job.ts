import { and, eq, isNull } from 'drizzle-orm'
import { inTransaction, type Tx } from '@/db/client'
import { clients, outbox } from '@/db/schema'
import { mostAttempts, pauseAfter } from './back-off'
import type { Fate } from './carrier'
import type { Held } from './take-up.job'

/** Marks what became of a mail, unless it was taken up by another meanwhile. */
export const settle = (held: Held, fate: Fate, now: Date) =>
  inTransaction({ organisationId: held.organisationId }, (tx) => endings[fate](tx, held, now))

const endings: Record<Fate, (tx: Tx, held: Held, now: Date) => Promise<unknown>> = {
  taken: (tx, held, now) => mark(tx, held, { sentAt: now }),
  refused: bounce,
  put_off: tryLater,
  unreachable: tryLater,
}

function tryLater(tx: Tx, held: Held, now: Date) {
  const { attempts, opensAt } = held
  const again = opensAt(new Date(now.getTime() + pauseAfter(attempts)))
  const isOver = attempts >= mostAttempts || again === undefined
  return mark(tx, held, isOver ? { failedAt: now, failure: 'GAVE_UP' } : { notBefore: again })
}

/**
 * The address takes no mail: nothing that waits for it is sent, and nothing is put into the outbox until it is entered anew.
 * Where the client has left it meanwhile, the mail is tried at the new one. A colleague's address is the account's: this mail
 * is over, and the next one finds out anew.
 */
async function bounce(tx: Tx, held: Held, now: Date) {
  const { clientId, mail } = held
  if (clientId === null) return mark(tx, held, { failedAt: now, failure: 'BOUNCED' })
  const stillTheirs = and(eq(clients.id, clientId), eq(clients.email, mail.address))
  const [bounced] = await tx.update(clients).set({ emailBouncedAt: now }).where(stillTheirs).returning({ id: clients.id })
  if (bounced === undefined) return tryLater(tx, held, now)
  const waiting = and(eq(outbox.clientId, clientId), isNull(outbox.sentAt), isNull(outbox.failedAt))
  await tx.update(outbox).set({ failedAt: now, failure: 'BOUNCED', leasedUntil: null }).where(waiting)
}

const mark = (tx: Tx, { mail, leasedUntil }: Held, changes: Partial<typeof outbox.$inferInsert>) =>
  tx
    .update(outbox)
    .set({ ...changes, leasedUntil: null })
    .where(and(eq(outbox.id, mail.id), eq(outbox.leasedUntil, leasedUntil)))
