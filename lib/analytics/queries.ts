import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { FactorValue } from '@/db/schema/proposals'
import { hardshipTypes } from '@/db/vocabulary'
import { logAccess } from '@/lib/core/access-log'
import { hasRole } from '@/lib/core/actor'
import { query, type Reading } from '@/lib/core/query'
import { civilDateIn } from '@/lib/platform/dates'
import { approvalOf } from './approval'
import { smallest } from './small-cells'
import type { Version } from './version'
import { viewOf } from './view'

const orNull = <T extends z.ZodType>(type: T) => type.nullish().transform((value) => value ?? null)
const date = orNull(z.iso.date())
const filter = z.strictObject({ product: orNull(z.uuid()), hardship: orNull(z.enum(hardshipTypes)), from: date, to: date })
/** Most first versions one page looks at; far above an office, far below what memory holds. */
const mostRows = 60_000

/**
 * What goes with approval: first sent version of each case, its frozen factors and its answer, for the whole organisation:
 * counts with intervals, and what the statistics may say of them. Small groups are hidden: below five people inside the
 * team, below ten for analysts.
 */
export const analytics = query({
  name: 'analytics.get',
  input: filter,
  async run(reading, asked) {
    const limit = hasRole(reading.actor, 'SUPERVISOR', 'COUNSELLOR', 'AUDITOR') ? smallest.team : smallest.outside
    return viewOf(await firstVersions(reading, asked), { limit, today: todayOf(reading) })
  },
})

/** The same as it may leave the team: with the wider limit whoever asks, and a line in the access log. */
export const analyticsExport = query({
  name: 'analytics.export',
  input: filter,
  async run(reading, asked) {
    await logAccess(reading.tx, reading, { kind: 'export', what: 'analytics.export' })
    return viewOf(await firstVersions(reading, asked), { limit: smallest.outside, today: todayOf(reading) })
  },
})

const todayOf = ({ actor, now }: Reading) => civilDateIn(now, actor.timeZone)

async function firstVersions({ actor, tx, now }: Reading, asked: z.output<typeof filter>): Promise<Version[]> {
  const { product, hardship, from, to } = asked
  const { rows } = await tx.execute(sql`
    select v.client_id, v.outcome, v.sent_at, (v.sent_at at time zone ${actor.timeZone})::date::text as sent_on,
      d.decided_on::text, r.short_name || ' · ' || p.brand as stratum, f.values, l.change::text, a.kept
    from proposal_versions v
      join cases c on c.org_id = v.org_id and c.id = v.case_id
      join creditor_products p on p.org_id = c.org_id and p.id = c.product_id
      join creditors r on r.org_id = c.org_id and r.id = c.creditor_id
      join factor_snapshots f on f.org_id = v.org_id and f.version_id = v.id and not f.refrozen
      left join lateral (select max(decided_on) as decided_on from decisions d
        where d.org_id = v.org_id and d.version_id = v.id) d on true
      left join lateral (select sum(l.instalment) - sum((l.before#>>'{rows,0,payment}')::numeric) as change
        from proposal_lines l where l.org_id = v.org_id and l.version_id = v.id
        having bool_and(l.before#>>'{rows,0,payment}' is not null)) l on true
      left join lateral (select bool_and(i.paid >= i.amount and i.paid_on <= i.due_on) as kept
        from agreements a join instalments i on i.org_id = a.org_id and i.agreement_id = a.id
        where a.org_id = v.org_id and a.version_id = v.id and i.due_on < a.confirmed_on + interval '6 months'
          and a.confirmed_on + interval '6 months' <= ${todayOf({ actor, tx, now })}::date) a on true
    where v.org_id = ${actor.organisationId} and v.sent_at is not null
      and not exists (select 1 from proposal_versions e where e.org_id = v.org_id and e.case_id = v.case_id and e.sent_at < v.sent_at)
      and (${product}::uuid is null or c.product_id = ${product})
      and (${hardship}::text is null or f.values->>'F-05' = ${hardship})
      and (${from}::date is null or v.sent_at >= (${from}::timestamp at time zone ${actor.timeZone}))
      and (${to}::date is null or v.sent_at < ((${to}::date + 1)::timestamp at time zone ${actor.timeZone}))
    order by v.id limit ${mostRows}`)
  return z
    .array(row)
    .parse(rows)
    .map((version) => ({ ...version, approval: approvalOf(version, now) }))
}

const row = z.object({
  client_id: z.uuid(),
  outcome: z.string(),
  sent_at: z.coerce.date(),
  sent_on: z.string(),
  decided_on: z.string().nullable(),
  stratum: z.string(),
  values: z.custom<Record<string, FactorValue>>((value) => typeof value === 'object' && value !== null),
  change: z.string().nullable(),
  kept: z.boolean().nullable(),
})
