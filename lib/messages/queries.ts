import { and, asc, desc, eq, isNull, ne, sql } from 'drizzle-orm'
import { z } from 'zod'
import { cases, creditorProducts, evidence, members, messages } from '@/db/schema'
import { visibleCase } from '@/lib/cases/scope.queries'
import { logAccess } from '@/lib/core/access-log'
import { hasRole } from '@/lib/core/actor'
import { query, type Reading } from '@/lib/core/query'
import { found } from '@/lib/core/refusal'
import { expectMay } from '@/lib/portal/delegated.queries'

const input = z.strictObject({ caseId: z.uuid() })

/** What client and office wrote about a case, oldest first. Reading marks the other side's messages as read. */
export const listMessages = query({
  name: 'message.list',
  input,
  async run(reading, { caseId }) {
    const kase = await visibleCase(reading, caseId)
    await logAccess(reading.tx, reading, { kind: 'view', what: 'message', object: caseId, clientId: kase.clientId })
    // Only whoever answers for the case reads for the office; an auditor's look leaves no mark.
    if (reading.actor.owners.includes(kase.ownerId)) await markRead(reading, caseId, true)
    return { messages: await messagesOf(reading, caseId) }
  },
})

/** The client's own threads: one a case, newest first. */
export const myThreads = query({
  name: 'portal.threads',
  input: z.strictObject({}),
  async run(reading) {
    await expectMay(reading, 'MESSAGE')
    const { actor, tx } = reading
    return {
      threads: await tx
        .select({ caseId: cases.id, number: cases.number, product: creditorProducts.brand, unread: unreadIn })
        .from(cases)
        .innerJoin(creditorProducts, and(eq(creditorProducts.orgId, cases.orgId), eq(creditorProducts.id, cases.productId)))
        .where(and(eq(cases.orgId, actor.organisationId), eq(cases.clientId, found(actor.clientId))))
        .orderBy(desc(cases.openedAt)),
    }
  },
})

/** What the office wrote in a thread that its client has not opened yet. */
const unreadIn = sql<number>`(select count(*)::int from ${messages} where ${messages.orgId} = ${cases.orgId}
  and ${messages.caseId} = ${cases.id} and not ${messages.fromClient} and ${messages.readAt} is null)`

export const myThread = query({
  name: 'portal.thread',
  input,
  async run(reading, { caseId }) {
    await expectMay(reading, 'MESSAGE')
    const kase = await visibleCase(reading, caseId)
    // Only the client themself has read it; what their helper opened stays new to them.
    if (hasRole(reading.actor, 'CLIENT')) await markRead(reading, caseId, false)
    return { caseId, isClosed: kase.stage === 'CLOSED', messages: await messagesOf(reading, caseId) }
  },
})

const markRead = ({ actor, tx, now }: Reading, caseId: string, fromClient: boolean) =>
  tx
    .update(messages)
    .set({ readAt: now })
    .where(
      and(
        eq(messages.orgId, actor.organisationId),
        eq(messages.caseId, caseId),
        eq(messages.fromClient, fromClient),
        ne(messages.author, actor.id),
        isNull(messages.readAt),
      ),
    )

async function messagesOf({ actor, tx }: Reading, caseId: string) {
  const rows = await tx
    .select({ message: messages, name: members.name, roles: members.roles, file: evidence.fileName })
    .from(messages)
    .leftJoin(members, and(eq(members.orgId, messages.orgId), eq(members.userId, messages.author)))
    .leftJoin(evidence, and(eq(evidence.orgId, messages.orgId), eq(evidence.id, messages.evidenceId)))
    .where(and(eq(messages.orgId, actor.organisationId), eq(messages.caseId, caseId)))
    .orderBy(asc(messages.at), asc(messages.id))
    .limit(500)
  return rows.map(({ message: { id, body, fromClient, evidenceId, at, readAt, author }, name, roles, file }) => {
    const isOfClient = fromClient && !roles?.includes('DELEGATE')
    return {
      ...{ id, body, fromClient, evidenceId, file: file ?? null, at: at.toISOString(), isRead: readAt !== null },
      /** Null for the client themself, whose name stays masked; whoever helps writes under their own. */
      author: isOfClient ? null : name,
      isOwn: author === actor.id || (isOfClient && hasRole(actor, 'CLIENT')),
    }
  })
}
