import { and, count, desc, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { agreements, cases, clients, members, messages, organisations } from '@/db/schema'
import { hasRole } from '@/lib/core/actor'
import { query, type Reading } from '@/lib/core/query'
import { found } from '@/lib/core/refusal'
import { verbsOf } from './delegated.queries'
import { stoppedSince } from './stopped.queries'

/** What stands on every page of the portal: the safe phrase, whom to call, and how many messages are unread. */
export const frame = query({
  name: 'portal.frame',
  input: z.strictObject({}),
  async run(reading) {
    const [client, office, counsellor] = [await clientOf(reading), await officeOf(reading), await counsellorOf(reading)]
    const isOwn = hasRole(reading.actor, 'CLIENT')
    return {
      // Only the client and the office know the one, and whoever helps need not learn the other.
      safePhrase: isOwn ? client.safePhrase : '',
      needsCare: isOwn && client.needsCare,
      quickExit: client.quickExit,
      isDelegate: !isOwn,
      may: await verbsOf(reading),
      phone: office.phone,
      counsellor: counsellor ?? office.name,
      unread: await unreadOf(reading),
      stoppedSince: await stoppedSince(reading),
      hasPlan: await hasPlan(reading),
    }
  },
})

async function clientOf({ actor, tx }: Reading) {
  const mine = and(eq(clients.orgId, actor.organisationId), eq(clients.id, found(actor.clientId)))
  const { safePhrase, needsCare, quickExit } = clients
  const [client] = await tx.select({ safePhrase, needsCare, quickExit }).from(clients).where(mine)
  return found(client)
}

async function officeOf({ tx }: Reading) {
  const [office] = await tx.select({ name: organisations.name, phone: organisations.phone }).from(organisations)
  return found(office)
}

/** A plan runs, which goes on whatever else stands still. */
async function hasPlan({ actor, tx }: Reading) {
  const own = and(eq(agreements.orgId, actor.organisationId), eq(agreements.clientId, found(actor.clientId)))
  return (await tx.$count(agreements, and(own, eq(agreements.status, 'ACTIVE')))) > 0
}

/** Whoever works the newest case. */
async function counsellorOf({ actor, tx }: Reading) {
  const [row] = await tx
    .select({ name: members.name })
    .from(cases)
    .innerJoin(members, and(eq(members.orgId, cases.orgId), eq(members.userId, cases.ownerId)))
    .where(and(eq(cases.orgId, actor.organisationId), eq(cases.clientId, found(actor.clientId))))
    .orderBy(desc(cases.openedAt))
    .limit(1)
  return row?.name
}

async function unreadOf({ actor, tx }: Reading) {
  const [row] = await tx
    .select({ many: count() })
    .from(messages)
    .where(
      and(
        eq(messages.orgId, actor.organisationId),
        eq(messages.clientId, found(actor.clientId)),
        eq(messages.fromClient, false),
        isNull(messages.readAt),
      ),
    )
  return row?.many ?? 0
}
