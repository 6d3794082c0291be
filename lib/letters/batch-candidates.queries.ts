import { desc, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { creditorProducts } from '@/db/schema'
import { visibleTo } from '@/lib/cases/scope'
import { query, type Reading } from '@/lib/core/query'
import { civilDateIn } from '@/lib/platform/dates'
import { sources } from './batch-sources'
import { type BulkKind, bulkKinds, mostInBatch } from './bulk-kinds'

/**
 * The cases a kind of letter may be written for in bulk: since when each waits, the day that matters, and the day it last got
 * such a letter, so that nobody is written to twice unawares; the most urgent ones, and whether there are more. Of one product, or those past their day only, where asked.
 */
export const batchCandidates = query({
  name: 'letterBatch.candidates',
  input: z.strictObject({
    kind: z.enum(bulkKinds).default('REMINDER'),
    productId: z.uuid().optional(),
    isOverdue: z.boolean().optional(),
  }),
  async run(reading, { kind, productId, isOverdue = false }) {
    const today = civilDateIn(reading.now, reading.actor.timeZone)
    const waiting = await waitingCases(reading, { kind, productId, isOverdue, today })
    return {
      today,
      kind,
      cases: waiting.slice(0, mostInBatch),
      hasMore: waiting.length > mostInBatch,
      products: await productsOf(reading),
    }
  },
})

type Wish = { kind: BulkKind; productId: string | undefined; isOverdue: boolean; today: string }

async function waitingCases({ actor, tx }: Reading, { kind, productId, isOverdue, today }: Wish) {
  const { organisationId: orgId, timeZone } = actor
  const { rows } = await tx.execute(sql`
    select cases.id as "caseId", cases.number, clients.masked_name as name, creditor_products.brand as product,
      s.since_on::text as "sinceOn", s.due_on::text as "dueOn",
      (select (max(l.at) at time zone ${timeZone})::date::text from letters l where l.org_id = cases.org_id
        and l.case_id = cases.id and l.state = 'WRITTEN' and l.stamp like ${`${kind}@%`}) as "writtenOn"
    from (${sources[kind]({ orgId, today, timeZone })}) as s (case_id, since_on, due_on)
    join cases on cases.org_id = ${orgId} and cases.id = s.case_id
    join clients on clients.org_id = cases.org_id and clients.id = cases.client_id
    join creditor_products on creditor_products.org_id = cases.org_id and creditor_products.id = cases.product_id
    where ${visibleTo(actor)} ${productId === undefined ? sql`` : sql`and cases.product_id = ${productId}`}
      ${isOverdue ? sql`and s.due_on < ${today}::date` : sql``}
    order by s.due_on, cases.number limit ${mostInBatch + 1}::int`)
  return z.array(shape).parse(rows)
}

const shape = z.object({
  ...{ caseId: z.string(), number: z.string(), name: z.string(), product: z.string() },
  ...{ sinceOn: z.string().nullable(), dueOn: z.string().nullable(), writtenOn: z.string().nullable() },
})

const productsOf = ({ actor, tx }: Reading) =>
  tx
    .select({ productId: creditorProducts.id, brand: creditorProducts.brand })
    .from(creditorProducts)
    .where(eq(creditorProducts.orgId, actor.organisationId))
    .orderBy(desc(creditorProducts.brand))
    .limit(200)
