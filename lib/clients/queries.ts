import { and, desc, eq, lt, or, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { cases, clients, creditorProducts } from '@/db/schema'
import { visibleTo } from '@/lib/cases/scope'
import { logAccess } from '@/lib/core/access-log'
import { query, type Reading } from '@/lib/core/query'
import { clientsInReach } from '@/lib/core/reach'
import { noteSearch } from '@/lib/core/search-note.queries'
import { toText } from '@/lib/platform/money'
import { authorisationsOf, consentsOf, hardshipsOf } from './file.queries'
import { masked } from './identity'
import { visibleClient } from './scope.queries'
import { matching } from './search.queries'
import { mayReadSensitive } from './sensitive.queries'
import { statementsOf } from './statement.queries'

const pageSize = 50

/** Where a page ended: when its last client was registered, and their id. */
export const clientCursor = z
  .string()
  .max(80)
  .refine((text) => {
    const [at = '', id, ...rest] = text.split('_')
    const isMoment = z.iso.datetime().safeParse(at).success && at >= '1900' // the database knows no year 0
    return isMoment && z.uuid().safeParse(id).success && rest.length === 0
  }, 'cursor')

/** Clients in the actor's scope, masked, newest first; with `q`, those a name, pinyin, case number or phone tail finds. */
export const listClients = query({
  name: 'client.list',
  input: z.strictObject({ q: z.string().max(80).optional(), before: clientCursor.optional() }),
  async run(reading, { q = '', before }) {
    const { actor, tx } = reading
    if (q.trim() !== '') await noteSearch(reading, 'client.search', q.trim())
    const found = q.trim() === '' ? undefined : matching(q, actor)
    const rows = await tx
      .select(listed)
      .from(clients)
      .where(and(eq(clients.orgId, actor.organisationId), clientsInReach(actor), found, after(before)))
      .orderBy(desc(clients.createdAt), desc(clients.id))
      .limit(pageSize + 1)
    const page = rows.slice(0, pageSize)
    const last = page.at(-1)
    return {
      clients: page.map(({ phone, createdAt, ...row }) => ({
        ...row,
        phone: masked({ phone, idNumber: null, bankAccount: null }).phone,
        createdAt: createdAt.toISOString(),
      })),
      next: rows.length > pageSize && last !== undefined ? `${last.createdAt.toISOString()}_${last.id}` : null,
    }
  },
})

const listed = {
  id: clients.id,
  maskedName: clients.maskedName,
  phone: clients.phone,
  createdAt: clients.createdAt,
  openCases: sql<number>`(select count(*)::int from "cases" k where k.org_id = "clients"."org_id" and k.client_id = "clients"."id" and k.stage <> 'CLOSED')`,
}

/** Rows after the last one of the page before. */
function after(cursor: string | undefined): SQL | undefined {
  const [at, id] = cursor?.split('_') ?? []
  if (at === undefined || id === undefined) return undefined
  return or(
    lt(clients.createdAt, sql`${at}::timestamptz`),
    and(eq(clients.createdAt, sql`${at}::timestamptz`), lt(clients.id, id)),
  )
}

/** One client with everything that belongs to the person rather than to a case; personal numbers masked. */
export const getClient = query({
  name: 'client.get',
  input: z.strictObject({ clientId: z.uuid() }),
  async run(reading, { clientId }) {
    const client = await visibleClient(reading, clientId)
    const mayReadNotes = await mayReadSensitive(reading, clientId)
    await logAccess(reading.tx, reading, { kind: 'view', what: 'client', object: clientId, clientId })
    return {
      ...profileOf(client),
      mayReadSensitive: mayReadNotes,
      vulnerability: mayReadNotes ? client.vulnerability : null,
      consents: await consentsOf(reading, clientId),
      authorisations: await authorisationsOf(reading, clientId),
      hardships: await hardshipsOf(reading, clientId, mayReadNotes),
      statements: await statementsOf(reading, clientId),
      cases: await casesOf(reading, clientId),
    }
  },
})

const profileOf = (client: typeof clients.$inferSelect) => ({
  id: client.id,
  version: client.version,
  maskedName: client.maskedName,
  ...masked(client),
  preferredName: client.preferredName,
  idType: client.idType,
  language: client.language,
  dependants: client.dependants,
  employment: client.employment,
  hasEmail: client.email !== null,
  emailBounced: client.emailBouncedAt !== null,
  safeContact: client.safeContact,
  contactFromHour: client.contactFromHour,
  contactToHour: client.contactToHour,
  needsCare: client.needsCare,
  quickExit: client.quickExit,
  hasSafePhrase: client.safePhrase !== '',
  hideAddress: client.hideAddress,
  createdAt: client.createdAt.toISOString(),
})

async function casesOf({ actor, tx }: Reading, clientId: string) {
  const rows = await tx
    .select({
      id: cases.id,
      number: cases.number,
      stage: cases.stage,
      whoseMove: cases.whoseMove,
      owed: cases.owed,
      dueOn: cases.dueOn,
      product: creditorProducts.brand,
    })
    .from(cases)
    .innerJoin(creditorProducts, and(eq(creditorProducts.orgId, cases.orgId), eq(creditorProducts.id, cases.productId)))
    .where(and(eq(cases.orgId, actor.organisationId), eq(cases.clientId, clientId), visibleTo(actor)))
    .orderBy(desc(cases.serial))
  return rows.map((row) => ({ ...row, owed: toText(row.owed) }))
}
