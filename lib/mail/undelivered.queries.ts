import { and, count, desc, eq, inArray, max } from 'drizzle-orm'
import { z } from 'zod'
import { clients, outbox } from '@/db/schema'
import { query } from '@/lib/core/query'
import { clientsInReach } from '@/lib/core/reach'
import { maskName } from '@/lib/platform/mask'

/** What did not arrive and nobody has answered yet: the address gave it back, or it was tried too often. */
export const undelivered = inArray(outbox.failure, ['BOUNCED', 'GAVE_UP'])

/**
 * The clients in reach to whom mails did not arrive, the latest first. `canRetry`: there is an address, and it gave nothing
 * back; otherwise only a telephone helps, or another address.
 */
export const undeliveredMails = query({
  name: 'mail.undelivered',
  input: z.strictObject({}),
  async run({ actor, tx }) {
    const rows = await tx
      .select({
        ...{ clientId: clients.id, name: clients.name, email: clients.email, bouncedAt: clients.emailBouncedAt },
        ...{ many: count(), lastAt: max(outbox.failedAt) },
      })
      .from(outbox)
      .innerJoin(clients, and(eq(clients.orgId, outbox.orgId), eq(clients.id, outbox.clientId)))
      .where(and(eq(outbox.orgId, actor.organisationId), undelivered, clientsInReach(actor)))
      .groupBy(clients.orgId, clients.id)
      .orderBy(desc(max(outbox.failedAt)))
      .limit(200)
    return {
      clients: rows.map(({ clientId, name, email, bouncedAt, many, lastAt }) => ({
        ...{ clientId, name: maskName(name), many, lastAt: lastAt?.toISOString() ?? '' },
        ...{ hasBounced: bouncedAt !== null, canRetry: email !== null && bouncedAt === null },
      })),
    }
  },
})
