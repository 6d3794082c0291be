import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { inTransaction, type Tx } from '@/db/client'
import { organisationsHere } from '@/lib/core/accounts.queries'

/** How one organisation's chain stands: events that were recomputed, and the first that is not as it was written. */
export type ChainState = { organisationId: string; name: string; events: number; firstBad: number | null }

/**
 * Recomputes every hash of every organisation from the events themselves and follows the chain to its head. An edited,
 * exchanged, removed or added event is found, also at the end; `firstBad` is its number, or that of the missing one.
 */
export async function verifyChains(): Promise<ChainState[]> {
  const states: ChainState[] = []
  for (const { id, name } of await organisationsHere()) states.push({ organisationId: id, name, ...(await verifyChain(id)) })
  return states
}

const start = { seq: 0, hash: '0'.repeat(64) }
/** Events recomputed in one statement, well below its time limit. */
const stretch = 20_000

export const verifyChain = (organisationId: string) => inTransaction({ organisationId }, (tx) => followChain(tx, organisationId))

/** The same within a transaction of that organisation. */
export async function followChain(tx: Tx, organisationId: string) {
  const head = await headOf(tx, organisationId)
  const end = await followTo(tx, organisationId, head.seq)
  return { events: end.seq, firstBad: end.firstBad ?? badAtHead(head, end.hash) }
}

function badAtHead(head: z.output<typeof headShape>, hash: string): number | null {
  if (head.hasMore) return head.seq + 1
  return head.hash === hash ? null : Math.max(1, head.seq)
}

async function followTo(tx: Tx, organisationId: string, end: number) {
  let at: z.output<typeof followed> = { ...start, firstBad: null }
  while (at.seq < end && at.firstBad === null) {
    const next = await follow(tx, organisationId, { ...at, end })
    at = next.seq === at.seq ? { ...at, firstBad: at.seq + 1 } : next
  }
  return at
}

const headShape = z.object({ seq: z.coerce.number(), hash: z.string(), hasMore: z.boolean() })

/** The head, and whether there are events it does not know of, as of one moment. */
async function headOf(tx: Tx, organisationId: string) {
  const { rows } = await tx.execute(sql`
    select coalesce(h.seq, 0) as seq, coalesce(h.hash, ${start.hash}) as hash,
      exists (select 1 from audit_events e where e.org_id = ${organisationId} and e.seq > coalesce(h.seq, 0)) as "hasMore"
    from (select 1) one left join audit_heads h on h.org_id = ${organisationId}`)
  return headShape.parse(rows[0])
}

const followed = z.object({ seq: z.coerce.number(), hash: z.string(), firstBad: z.coerce.number().nullable() })

async function follow(tx: Tx, organisationId: string, { seq, hash, end }: typeof start & { end: number }) {
  const { rows } = await tx.execute(sql`
    with part as (
      select *, ${seq}::bigint + row_number() over (order by seq) as expected, lag(hash, 1, ${hash}) over (order by seq) as before
      from (select * from audit_events where org_id = ${organisationId} and seq > ${seq} and seq <= ${end} order by seq limit ${stretch}) events
    )
    select coalesce(max(seq), ${seq}) as seq, coalesce((array_agg(hash order by seq desc))[1], ${hash}) as hash,
      min(expected) filter (where seq <> expected or prev <> before
        or hash <> audit_hash(prev, org_id, seq, at, actor, command, event)) as "firstBad"
    from part`)
  return followed.parse(rows[0])
}
