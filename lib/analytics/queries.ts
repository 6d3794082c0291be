import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { FactorValue } from '@/db/schema/proposals'
import { hardshipTypes } from '@/db/vocabulary'
import { hasRole } from '@/lib/core/actor'
import { query } from '@/lib/core/query'
import { approvalOf } from './approval'
import { smallest } from './small-cells'
import { viewOf } from './view'

const orNull = <T extends z.ZodType>(type: T) => type.nullish().transform((value) => value ?? null)
const date = orNull(z.iso.date())
/** Most first versions one page looks at; far above an office, far below what memory holds. */
const mostRows = 60_000

/**
 * What goes with approval: first sent version of each case, its frozen factors and its answer, for the whole organisation,
 * as counts with intervals. Small groups are hidden: below five people inside the team, below ten for analysts.
 */
export const analytics = query({
  name: 'analytics.get',
  input: z.strictObject({ product: orNull(z.uuid()), hardship: orNull(z.enum(hardshipTypes)), from: date, to: date }),
  async run({ actor, tx, now }, { product, hardship, from, to }) {
    const { rows } = await tx.execute(sql`
      select v.case_id, v.client_id, v.outcome, v.sent_at, d.decided_on::text, p.brand, f.values
      from proposal_versions v
        join cases c on c.org_id = v.org_id and c.id = v.case_id
        join creditor_products p on p.org_id = c.org_id and p.id = c.product_id
        join factor_snapshots f on f.org_id = v.org_id and f.version_id = v.id and not f.refrozen
        left join lateral (select max(decided_on) as decided_on from decisions d
          where d.org_id = v.org_id and d.version_id = v.id) d on true
      where v.org_id = ${actor.organisationId} and v.sent_at is not null
        and not exists (select 1 from proposal_versions e where e.org_id = v.org_id and e.case_id = v.case_id and e.sent_at < v.sent_at)
        and (${product}::uuid is null or c.product_id = ${product})
        and (${hardship}::text is null or f.values->>'F-05' = ${hardship})
        and (${from}::date is null or v.sent_at >= (${from}::date at time zone ${actor.timeZone}))
        and (${to}::date is null or v.sent_at < ((${to}::date + 1) at time zone ${actor.timeZone}))
      order by v.id limit ${mostRows}`)
    const first = z.array(row).parse(rows)
    const limit = hasRole(actor, 'SUPERVISOR', 'COUNSELLOR', 'AUDITOR') ? smallest.team : smallest.outside
    return viewOf(
      first.map((version) => ({ ...version, approval: approvalOf(version, now) })),
      limit,
    )
  },
})

const row = z.object({
  case_id: z.uuid(),
  client_id: z.uuid(),
  outcome: z.string(),
  sent_at: z.coerce.date(),
  decided_on: z.string().nullable(),
  brand: z.string(),
  values: z.custom<Record<string, FactorValue>>((value) => typeof value === 'object' && value !== null),
})
