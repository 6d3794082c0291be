import { and, desc, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { incidentNotices, organisations } from '@/db/schema'
import { query, type Reading } from '@/lib/core/query'
import { found } from '@/lib/core/refusal'

/** What the client was told of incidents with their data, newest first; theirs alone, not their delegates'. */
export const myNotices = query({
  name: 'portal.notices',
  input: z.strictObject({}),
  async run(reading) {
    const rows = await reading.tx.select().from(incidentNotices).where(mine(reading)).orderBy(desc(incidentNotices.sentAt))
    const notices = rows.map(({ incidentId, sentAt, readAt }) => ({
      ...{ incidentId, sentAt: sentAt.toISOString(), isRead: readAt !== null },
    }))
    return { notices }
  },
})

/** One of them, in both languages, with whom to ask. Reading notes when it was first opened. @throws Refusal `not_found` */
export const myNotice = query({
  name: 'portal.notice',
  input: z.strictObject({ incidentId: z.uuid() }),
  async run(reading, { incidentId }) {
    const { tx, now } = reading
    const [row] = await tx
      .update(incidentNotices)
      .set({ readAt: sql`coalesce(${incidentNotices.readAt}, ${now.toISOString()}::timestamptz)` })
      .where(and(mine(reading), eq(incidentNotices.incidentId, incidentId)))
      .returning()
    const { dataKinds, zh, en, sentAt } = found(row)
    const [office] = await tx.select({ name: organisations.name, phone: organisations.phone }).from(organisations)
    return { incidentId, dataKinds, zh, en, sentAt: sentAt.toISOString(), office: found(office) }
  },
})

const mine = ({ actor }: Reading) =>
  and(eq(incidentNotices.orgId, actor.organisationId), eq(incidentNotices.clientId, found(actor.clientId)))
