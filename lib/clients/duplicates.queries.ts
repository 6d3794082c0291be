import { and, eq, or, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { clients } from '@/db/schema'
import { logAccess } from '@/lib/core/access-log'
import { query } from '@/lib/core/query'
import { clientsInReach } from '@/lib/core/reach'
import { masked, readName, readPhone } from './identity'

const most = 10

/**
 * Who may be the same person: the same phone or its last four digits, the same identity number, or the same name, anywhere
 * in the office. Shown masked; only those in the actor's scope carry an id to open. Each search leaves a line in the access
 * log.
 */
export const duplicates = query({
  name: 'client.duplicates',
  input: z.strictObject({
    name: z.string().max(200).optional(),
    phone: z.string().max(60).optional(),
    idNumber: z.string().max(60).optional(),
  }),
  async run(reading, { name = '', phone = '', idNumber = '' }) {
    const { actor, tx } = reading
    const wanted = { name: readName(name), phone: readPhone(phone), phoneTail: readTail(phone), idNumber: readAnyId(idNumber) }
    await logAccess(tx, reading, { kind: 'view', what: 'client.duplicates' })
    const same = sameAs(wanted)
    if (same.length === 0) return { duplicates: [] }
    const rows = await tx
      .select({ client: clients, isVisible: sql<boolean>`${clientsInReach(actor)}` })
      .from(clients)
      .where(and(eq(clients.orgId, actor.organisationId), or(...same)))
      .limit(most)
    return { duplicates: rows.map(({ client, isVisible }) => shown(client, isVisible, wanted)) }
  },
})

const wantedFields = ['phone', 'phoneTail', 'idNumber', 'name'] as const
type Wanted = Record<(typeof wantedFields)[number], string | undefined>

const sameAs = (wanted: Wanted): SQL[] =>
  wantedFields.flatMap((field) => {
    const value = wanted[field]
    return value === undefined ? [] : [eq(clients[field], value)]
  })

const shown = (client: typeof clients.$inferSelect, isVisible: boolean, wanted: Wanted) => ({
  id: isVisible ? client.id : null,
  maskedName: client.maskedName,
  ...masked({ ...client, bankAccount: null }),
  why: wantedFields.filter((field) => wanted[field] !== undefined && client[field] === wanted[field]),
})

const readTail = (text: string) => /^\d{4}$/.exec(text.normalize('NFKC').trim())?.[0]
const readAnyId = (text: string) => text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase() || undefined
