import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Reading } from '@/lib/core/query'

/** As many versions as one statement reads well within the time a statement has. */
const perSlice = 8_000

/**
 * Conditions that part all sent versions by client, so that each part is read in one short statement and no client is in
 * two of them. One part, if there are few versions.
 */
export async function slicesOf({ actor, tx }: Reading, most = perSlice): Promise<SQL[]> {
  const { rows } = await tx.execute(
    sql`select count(*)::int as n from proposal_versions where org_id = ${actor.organisationId} and sent_at is not null`,
  )
  const sent = z.array(z.object({ n: z.number() })).parse(rows)[0]?.n ?? 0
  const slices = 2 ** Math.min(mostBits, Math.max(0, Math.ceil(Math.log2(sent / most))))
  return Array.from({ length: slices }, (_, slice) => sql`${from(slice, slices)} and ${until(slice + 1, slices)}`)
}

/** Slices are told by the first two digits of an id: an even share of the digits is one of the ids, which are random. */
const mostBits = 8

const from = (slice: number, slices: number) => (slice === 0 ? sql`true` : sql`c.client_id >= ${boundary(slice, slices)}::uuid`)
const until = (slice: number, slices: number) =>
  slice === slices ? sql`true` : sql`c.client_id < ${boundary(slice, slices)}::uuid`

function boundary(slice: number, slices: number) {
  const first = ((slice * 2 ** mostBits) / slices).toString(16).padStart(2, '0')
  return `${first}000000-0000-0000-0000-000000000000`
}
