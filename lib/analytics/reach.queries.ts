import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { AnalyticsFilter } from './filter'
import { approvalIn } from './first-versions.queries'
import type { Unit } from './periods'
import type { Sent } from './reach'
import { type Asking, versionsOf } from './sent.queries'
import type { Slice } from './slices.queries'

type Parted = { unit: Unit; slices: readonly Slice[] }

/** What was sent in each month or quarter of a filter: how many, to which creditors, and by whose cases. What was imported is nobody's. */
export async function sentBy(asking: Asking, filter: AnalyticsFilter, { unit, slices }: Parted): Promise<Sent[]> {
  const found = new Map<string, Sent>()
  const fate = approvalIn(asking.now)
  for (const slice of slices) {
    const { rows } = await asking.tx.execute(sql`
      select date_trunc(${unit}::text, v.sent_at at time zone ${asking.actor.timeZone})::date::text as first,
        count(*)::int as sent, count(distinct v.client_id)::int as clients,
        count(*) filter (where ${fate} = 'approved')::int as approved, count(*) filter (where ${fate} = 'refused')::int as refused,
        array_agg(distinct whose.creditor_id) as creditors,
        coalesce(array_agg(distinct whose.owner_id) filter (where whose.owner_id is not null), '{}') as counsellors
      ${versionsOf(asking, filter, { more: whose, slice })} group by 1`)
    for (const row of z.array(sentRow).parse(rows)) found.set(row.first, added(found.get(row.first), row))
  }
  return [...found.values()].sort((a, b) => (a.first < b.first ? -1 : 1))
}

const whose = sql`left join lateral (
    select c.creditor_id, c.owner_id from cases c where not v.is_imported and c.org_id = v.org_id and c.id = v.case_id
    union all
    select h.creditor_id, null::uuid from past_outcomes h where v.is_imported and h.org_id = v.org_id and h.id = v.id
  ) whose on true`

const ids = z.array(z.uuid())
const sentRow = z.object({
  first: z.string(),
  ...{ sent: z.number(), clients: z.number(), approved: z.number(), refused: z.number() },
  ...{ creditors: ids, counsellors: ids },
})

/** No client is in two slices. */
const added = (so: Sent | undefined, row: Sent): Sent =>
  so === undefined
    ? row
    : {
        ...{ first: row.first, sent: so.sent + row.sent, clients: so.clients + row.clients },
        ...{ approved: so.approved + row.approved, refused: so.refused + row.refused },
        creditors: [...new Set([...so.creditors, ...row.creditors])],
        counsellors: [...new Set([...so.counsellors, ...row.counsellors])],
      }
