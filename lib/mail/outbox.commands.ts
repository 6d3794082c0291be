import { randomUUID } from 'node:crypto'
import { and, eq, isNull, max } from 'drizzle-orm'
import { clients, organisations, outbox } from '@/db/schema'
import type { MailKind } from '@/db/vocabulary-portal'
import type { Work } from '@/lib/core/command'
import { found } from '@/lib/core/refusal'
import { publicOrigin } from '@/lib/platform/env'
import { mailText } from './mail-text'
import { firstMomentFor } from './quiet-hours'

/** All it needs of a command's work, so that a job can do it too. */
type Outgoing = Pick<Work, 'tx' | 'now'> & { actor: Pick<Work['actor'], 'organisationId' | 'timeZone'> }
type Mail = { clientId: string; kind: MailKind; path?: string }

/** What goes out by itself, without anybody pressing a button; a client who needs care gets none of these. */
const automatic: ReadonlySet<MailKind> = new Set(['PAYMENT_SOON'])

/** What several that waited together go out as: the law wants the one about somebody's data to say so [PIPL 57]. */
const nameOf = (covers: readonly MailKind[]): MailKind => (covers.includes('INCIDENT') ? 'INCIDENT' : 'DIGEST')

/** Between two mails to one client; what comes up meanwhile goes together. Milliseconds. */
const pause = 60 * 60_000

/**
 * Puts a mail into the outbox, in the transaction of what it tells about. Nothing is put where the client has no address, one
 * that gave a mail back, or no hour at which it is safe. What still waits takes this in: one of the same kind as it is, one of
 * another by becoming a digest. So a client gets one mail an hour at most, and one in the morning for a whole night.
 */
export async function queueMail(work: Outgoing, { clientId, kind, path = '/portal' }: Mail) {
  const { actor, tx, now } = work
  const client = await clientOf(work, clientId)
  if (client.email === null || client.emailBouncedAt !== null) return
  if (client.needsCare && automatic.has(kind)) return
  const earliest = await afterLastMail(work, clientId)
  const hours = { from: client.contactFromHour, to: client.contactToHour }
  const notBefore = firstMomentFor(earliest > now ? earliest : now, actor.timeZone, hours)
  if (notBefore === undefined) return
  const textOf = await wordsFor(work, client)
  const waiting = await waitingFor(work, clientId)
  if (waiting?.covers.includes(kind)) return
  if (waiting !== undefined) {
    const covers = [...waiting.covers, kind]
    const together = nameOf(covers)
    return change(work, waiting.id, { kind: together, covers, ...textOf(together, '/portal') })
  }
  await tx.insert(outbox).values({
    ...{
      orgId: actor.organisationId,
      id: randomUUID(),
      clientId,
      kind,
      covers: [kind],
      address: client.email,
      locale: client.language,
    },
    ...{ ...textOf(kind, path), createdAt: now, notBefore },
  })
}

type Client = Awaited<ReturnType<typeof clientOf>>

/** Locked, so that of two mails at the same moment the second sees the first. */
async function clientOf({ actor, tx }: Outgoing, clientId: string) {
  const mine = and(eq(clients.orgId, actor.organisationId), eq(clients.id, clientId))
  const [client] = await tx.select().from(clients).where(mine).for('no key update')
  return found(client)
}

async function wordsFor({ tx }: Outgoing, { language, safePhrase }: Client) {
  const [office] = await tx.select({ name: organisations.name }).from(organisations)
  const organisation = found(office).name
  return (kind: MailKind, path: string) =>
    mailText(kind, language, { organisation, safePhrase, link: `${publicOrigin()}${path}` })
}

/** One on its way just now counts as sent when its minute is over. */
async function afterLastMail({ actor, tx }: Outgoing, clientId: string) {
  const [row] = await tx
    .select({ sent: max(outbox.sentAt), leased: max(outbox.leasedUntil) })
    .from(outbox)
    .where(and(eq(outbox.orgId, actor.organisationId), eq(outbox.clientId, clientId)))
  return new Date(Math.max(row?.sent?.getTime() ?? 0, row?.leased?.getTime() ?? 0) + pause)
}

/** The mail that has not gone out yet; one on its way just now is left alone. */
async function waitingFor({ actor, tx }: Outgoing, clientId: string) {
  const mine = and(eq(outbox.orgId, actor.organisationId), eq(outbox.clientId, clientId))
  const [waiting] = await tx
    .select({ id: outbox.id, covers: outbox.covers })
    .from(outbox)
    .where(and(mine, isNull(outbox.sentAt), isNull(outbox.failedAt), isNull(outbox.leasedUntil)))
    .limit(1)
    .for('update')
  return waiting
}

const change = ({ actor, tx }: Outgoing, id: string, changes: Partial<typeof outbox.$inferInsert>) =>
  tx
    .update(outbox)
    .set(changes)
    .where(and(eq(outbox.orgId, actor.organisationId), eq(outbox.id, id)))
