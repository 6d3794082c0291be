import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Asking } from './sent.queries'

/** As many versions as one statement reads well within the time a statement has. */
const perSlice = 8_000

/** All clients, those who agreed to statistics for others than the team, or the rest (docs/decisions/0020). */
export type Who = 'everybody' | 'agreed' | 'others'

/** Part of all clients: ids from and below these; and which of them. */
export type Slice = { from: string | null; until: string | null; who: Who }

/** All clients in one part. */
export const wholeOffice: Slice = { from: null, until: null, who: 'everybody' }

/**
 * Parts all sent versions by client, so that each part is read in one short statement and no client is in two of them. One
 * part, if there are few versions.
 */
export async function slicesOf(asking: Asking, most = perSlice): Promise<Slice[]> {
  const sent = await sentIn(asking)
  const slices = 2 ** Math.min(mostBits, Math.max(0, Math.ceil(Math.log2(sent / most))))
  return Array.from({ length: slices }, (_, slice) => ({
    from: slice === 0 ? null : boundary(slice, slices),
    until: slice + 1 === slices ? null : boundary(slice + 1, slices),
    who: 'everybody',
  }))
}

/** How many versions the office has sent, past outcomes included: cheap to count, however many they are. */
export async function sentIn({ actor, tx }: Asking): Promise<number> {
  const { rows } = await tx.execute(sql`select
    (select count(*)::int from proposal_versions where org_id = ${actor.organisationId} and sent_at is not null)
    + (select count(*)::int from past_outcomes where org_id = ${actor.organisationId}) as n`)
  return z.array(z.object({ n: z.number() })).parse(rows)[0]?.n ?? 0
}

/** Whether the office has sent more than so many: no more of them are looked at than tell that. */
export async function hasSentMore({ actor, tx }: Asking, most: number): Promise<boolean> {
  const { rows } = await tx.execute(sql`select (select count(*) from (
      select 1 from proposal_versions where org_id = ${actor.organisationId} and sent_at is not null limit ${most + 1}::int) own)
    + (select count(*) from (
      select 1 from past_outcomes where org_id = ${actor.organisationId} limit ${most + 1}::int) past) > ${most}::int as more`)
  return z.array(z.object({ more: z.boolean() })).parse(rows)[0]?.more ?? false
}

/** Slices are told by the first two digits of an id: an even share of the digits is one of the ids, which are random. */
const mostBits = 8

/** The condition that a client is one of these; `agrees`: that they agreed. */
export const among = (who: Who, agrees: SQL): SQL => ({ everybody: sql`true`, agreed: agrees, others: sql`not ${agrees}` })[who]

/** The condition that a client is in a slice; `agrees`: the condition that they agreed. */
export function inSlice({ from, until, who }: Slice, { client, agrees }: { client: SQL; agrees: SQL }): SQL {
  const asked = among(who, agrees)
  return sql`${asked} and ${from === null ? sql`true` : sql`${client} >= ${from}::uuid`}
    and ${until === null ? sql`true` : sql`${client} < ${until}::uuid`}`
}

function boundary(slice: number, slices: number) {
  const first = ((slice * 2 ** mostBits) / slices).toString(16).padStart(2, '0')
  return `${first}000000-0000-0000-0000-000000000000`
}
