import { randomUUID } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
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

/**
 * Puts a mail into the outbox, in the transaction of what it tells about. Nothing is put where the client has no address or
 * no hour at which it is safe, and no second mail of a kind while the first still waits.
 */
export async function queueMail(work: Outgoing, { clientId, kind, path = '/portal' }: Mail) {
  const { actor, tx, now } = work
  const client = await clientOf(work, clientId)
  const notBefore = firstMomentFor(now, actor.timeZone, { from: client.contactFromHour, to: client.contactToHour })
  if (client.email === null || notBefore === undefined) return
  if (client.needsCare && automatic.has(kind)) return
  if (await isWaiting(work, clientId, kind)) return
  const [office] = await tx.select({ name: organisations.name }).from(organisations)
  const facts = { organisation: found(office).name, safePhrase: client.safePhrase, link: `${publicOrigin()}${path}` }
  await tx.insert(outbox).values({
    ...{ orgId: actor.organisationId, id: randomUUID(), clientId, kind, address: client.email, locale: client.language },
    ...{ ...mailText(kind, client.language, facts), createdAt: now, notBefore },
  })
}

async function clientOf({ actor, tx }: Outgoing, clientId: string) {
  const [client] = await tx
    .select()
    .from(clients)
    .where(and(eq(clients.orgId, actor.organisationId), eq(clients.id, clientId)))
  return found(client)
}

async function isWaiting({ actor, tx }: Outgoing, clientId: string, kind: MailKind) {
  const [waiting] = await tx
    .select({ id: outbox.id })
    .from(outbox)
    .where(
      and(eq(outbox.orgId, actor.organisationId), eq(outbox.clientId, clientId), eq(outbox.kind, kind), isNull(outbox.sentAt)),
    )
    .limit(1)
  return waiting !== undefined
}
