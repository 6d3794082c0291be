import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { FactorValue } from '@/db/schema/proposals'
import type { Reading } from '@/lib/core/query'
import { civilDateIn } from '@/lib/platform/dates'
import { type Approval, approvalOf, approvalWindowDays } from './approval'
import type { AnalyticsFilter } from './filter'
import type { QuarterCount } from './outside'
import type { Version } from './version'

/** How many sent versions a filter leaves, by what became of them; counted in the database, so for any number of them. */
export async function countsOf(reading: Reading, filter: AnalyticsFilter, slices: readonly SQL[]): Promise<Counts> {
  const [total, by] = [{ sent: 0, clients: 0 }, new Map<string, number>()]
  for (const slice of slices) {
    const { rows } = await reading.tx.execute(sql`
      select ${approvalIn(reading.now)} as approval, count(*)::int as n, count(distinct v.client_id)::int as clients
      ${versionsOf(reading, filter, { slice })} group by rollup (1)`)
    for (const { approval, n, clients } of z.array(countRow).parse(rows)) {
      if (approval !== null) by.set(approval, (by.get(approval) ?? 0) + n)
      else {
        total.sent += n
        total.clients += clients
      }
    }
  }
  return { ...total, by }
}

/** How many sent versions the same filter would count besides, had their clients agreed to statistics. */
export async function leftOut(reading: Reading, filter: AnalyticsFilter, slices: readonly SQL[]): Promise<number> {
  let out = 0
  for (const slice of slices) {
    const which = { slice: sql`${slice} and not ${agrees}` }
    const { rows } = await reading.tx.execute(sql`select count(*)::int as n ${versionsOf(reading, filter, which)}`)
    out += z.array(z.object({ n: z.number() })).parse(rows)[0]?.n ?? 0
  }
  return out
}

/** How many versions, and of how many clients, each quarter of a filter holds, whatever period it asks for. */
export async function quartersOf(reading: Reading, filter: AnalyticsFilter, slices: readonly SQL[]): Promise<QuarterCount[]> {
  const found = new Map<string, QuarterCount>()
  const whole = { ...filter, from: null, to: null }
  for (const slice of slices) {
    const { rows } = await reading.tx.execute(sql`
      select date_trunc('quarter', v.sent_at at time zone ${reading.actor.timeZone})::date::text as first,
        count(*)::int as sent, count(distinct v.client_id)::int as clients
      ${versionsOf(reading, whole, { slice })} group by 1`)
    for (const { first, sent, clients } of z.array(quarterRow).parse(rows)) {
      const so = found.get(first) ?? { sent: 0, clients: 0 }
      found.set(first, { first, sent: so.sent + sent, clients: so.clients + clients })
    }
  }
  return [...found.values()].sort((a, b) => (a.first < b.first ? -1 : 1))
}

const quarterRow = z.object({ first: z.string(), sent: z.number(), clients: z.number() })

export type Counts = { sent: number; clients: number; by: ReadonlyMap<string, number> }

/** The versions themselves with their frozen factors, in the order of their ids. */
export async function firstVersions(reading: Reading, filter: AnalyticsFilter, slice?: SQL): Promise<Version[]> {
  const { actor, tx, now } = reading
  const today = civilDateIn(now, actor.timeZone)
  const { rows } = await tx.execute(sql`
    select v.id, v.case_id, v.client_id, v.outcome, v.sent_at, (v.sent_at at time zone ${actor.timeZone})::date::text as sent_on,
      d.decided_on::text, r.short_name || ' · ' || p.brand as stratum, f.values, l.change::text, a.kept
    ${versionsOf(reading, filter, { more: agreed(today), ...(slice && { slice }) })}
    order by v.id`)
  return z
    .array(row)
    .parse(rows)
    .map((version) => ({ ...version, approval: approvalOf(version, now) }))
}

/** The teams there are to choose from. */
export async function teamsOf({ actor, tx }: Reading): Promise<Team[]> {
  const { rows } = await tx.execute(sql`select id, name from teams where org_id = ${actor.organisationId} order by name`)
  return z.array(z.object({ id: z.uuid(), name: z.string() })).parse(rows)
}

export type Team = { id: string; name: string }

/** Statistics for others than the team are a purpose of their own, which a client may refuse [PIPL 14, 15]: docs/decisions/0020. */
const agrees = sql`exists (select 1 from consents s
  where s.org_id = v.org_id and s.client_id = v.client_id and s.purpose = 'STATISTICS' and s.withdrawn_at is null)`

/** The same clients, those of them who agreed. */
export const whoAgreed = (slice: SQL): SQL => sql`${slice} and ${agrees}`

/** `more`: joins for further columns; `slice`: of which clients only (slices.queries.ts). */
type Which = { more?: SQL; slice?: SQL }

/** The tables and conditions a filter means. */
export function versionsOf({ actor }: Reading, filter: AnalyticsFilter, which: Which = {}) {
  const { more = sql``, slice = sql`true` } = which
  const { creditor, product, team, hardship, from, to, round } = filter
  const zone = actor.timeZone
  const earlier = sql`select 1 from proposal_versions e
    where e.org_id = v.org_id and e.case_id = v.case_id and e.sent_at < v.sent_at`
  const asked =
    round === 'later' ? sql`exists (${earlier}) and not exists (${earlier} and e.round = v.round)` : sql`not exists (${earlier})`
  return sql`
    from proposal_versions v
      join cases c on c.org_id = v.org_id and c.id = v.case_id
      join creditor_products p on p.org_id = c.org_id and p.id = c.product_id
      join creditors r on r.org_id = c.org_id and r.id = c.creditor_id
      join factor_snapshots f on f.org_id = v.org_id and f.version_id = v.id and not f.refrozen
      left join lateral (select max(decided_on) as decided_on from decisions d
        where d.org_id = v.org_id and d.version_id = v.id) d on true
      ${more}
    where v.org_id = ${actor.organisationId} and v.sent_at is not null and ${asked} and ${slice}
      and (${creditor}::uuid is null or c.creditor_id = ${creditor})
      and (${product}::uuid is null or c.product_id = ${product})
      and (${team}::uuid is null or c.team_id = ${team})
      and (${hardship}::text is null or f.values->>'F-05' = ${hardship})
      and (${from}::date is null or v.sent_at >= (${from}::timestamp at time zone ${zone}))
      and (${to}::date is null or v.sent_at < ((${to}::date + 1)::timestamp at time zone ${zone}))`
}

/** What was agreed: the change of the monthly payment, and whether the first six months were kept. */
export const agreed = (today: string) => sql`
      left join lateral (select sum(l.instalment) - sum((l.before#>>'{rows,0,payment}')::numeric) as change
        from proposal_lines l where l.org_id = v.org_id and l.version_id = v.id
        having bool_and(l.before#>>'{rows,0,payment}' is not null)) l on true
      left join lateral (select bool_and(i.paid >= i.amount and i.paid_on <= i.due_on) as kept
        from agreements a join instalments i on i.org_id = a.org_id and i.agreement_id = a.id
        where a.org_id = v.org_id and a.version_id = v.id and i.due_on < a.confirmed_on + interval '6 months'
          and a.confirmed_on + interval '6 months' <= ${today}::date) a on true`

/** `approvalOf`, said in SQL for versions too many to be read one by one. */
export const approvalIn = (now: Date): SQL => {
  const window = sql`make_interval(days => ${approvalWindowDays}::int)`
  const fate = (approval: Approval) => sql.raw(`'${approval}'`)
  return sql`case
    when v.outcome in ('ACCEPTED', 'ACCEPTED_MODIFIED') then case
      when d.decided_on is null or d.decided_on::timestamp at time zone 'UTC' - v.sent_at <= ${window} then ${fate('approved')}
      else ${fate('no_response')} end
    when v.outcome = 'REJECTED' then ${fate('refused')}
    when v.outcome = 'COUNTERED' then ${fate('countered')}
    when v.outcome = 'NO_RESPONSE' then ${fate('no_response')}
    when v.outcome in ('WITHDRAWN', 'SUPERSEDED') then ${fate('withdrawn')}
    when ${now.toISOString()}::timestamptz - v.sent_at > ${window} then ${fate('no_response')}
    else ${fate('pending')} end`
}

const countRow = z.object({ approval: z.string().nullable(), n: z.number(), clients: z.number() })
const row = z.object({
  id: z.uuid(),
  case_id: z.uuid(),
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
