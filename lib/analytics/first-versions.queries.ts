import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { FactorValue } from '@/db/schema/proposals'
import { civilDateIn } from '@/lib/platform/dates'
import { type Approval, approvalOf, approvals, approvalWindowDays } from './approval'
import type { AnalyticsFilter } from './filter'
import type { Unit, UnitCount } from './periods'
import { type Asking, versionsOf } from './sent.queries'
import { type Slice, wholeOffice } from './slices.queries'
import type { Version } from './version'

/** How many sent versions a filter leaves, by what became of them; counted in the database, so for any number of them. */
export async function countsOf(reading: Asking, filter: AnalyticsFilter, slices: readonly Slice[]): Promise<Counts> {
  const found: z.output<typeof countRow>[] = []
  for (const slice of slices) {
    const { rows } = await reading.tx.execute(sql`
      select ${approvalIn(reading.now)} as approval, count(*)::int as n, count(distinct v.client_id)::int as clients,
        count(*) filter (where v.is_imported)::int as imported
      ${versionsOf(reading, filter, { slice })} group by rollup (1)`)
    found.push(...z.array(countRow).parse(rows))
  }
  const totals = found.filter(({ approval }) => approval === null)
  const many = (rows: typeof found, of: 'n' | 'clients' | 'imported') => rows.reduce((sum, row) => sum + row[of], 0)
  const by = (of: 'n' | 'imported') =>
    new Map(
      approvals.map((fate) => [
        fate,
        many(
          found.filter(({ approval }) => approval === fate),
          of,
        ),
      ]),
    )
  return { sent: many(totals, 'n'), clients: many(totals, 'clients'), by: by('n'), importedBy: by('imported') }
}

/** How many sent versions the same filter would count besides, had their clients agreed to statistics. */
export async function leftOut(reading: Asking, filter: AnalyticsFilter, slices: readonly Slice[]): Promise<number> {
  let out = 0
  for (const slice of slices) {
    const which = { slice: { ...slice, who: 'others' as const } }
    const { rows } = await reading.tx.execute(sql`select count(*)::int as n ${versionsOf(reading, filter, which)}`)
    out += z.array(z.object({ n: z.number() })).parse(rows)[0]?.n ?? 0
  }
  return out
}

/** How many sent versions the same filter would count besides, had their snapshots not been corrected after sending. */
export async function correctedOut(reading: Asking, filter: AnalyticsFilter, slices: readonly Slice[]): Promise<number> {
  let out = 0
  for (const slice of slices) {
    const { rows } = await reading.tx.execute(
      sql`select count(*)::int as n ${versionsOf(reading, filter, { slice, corrected: true })}`,
    )
    out += z.array(z.object({ n: z.number() })).parse(rows)[0]?.n ?? 0
  }
  return out
}

type Parted = { unit: Unit; slices: readonly Slice[] }

/** How many versions, and of how many clients, each month or quarter of a filter holds, whatever period it asks for. */
export async function unitsOf(reading: Asking, filter: AnalyticsFilter, { unit, slices }: Parted): Promise<UnitCount[]> {
  const found = new Map<string, UnitCount>()
  const whole = { ...filter, from: null, to: null }
  const fate = approvalIn(reading.now)
  for (const slice of slices) {
    const { rows } = await reading.tx.execute(sql`
      select date_trunc(${unit}::text, v.sent_at at time zone ${reading.actor.timeZone})::date::text as first,
        count(*)::int as sent, count(distinct v.client_id)::int as clients,
        count(*) filter (where ${fate} = 'approved')::int as approved, count(*) filter (where ${fate} = 'refused')::int as refused
      ${versionsOf(reading, whole, { slice })} group by 1`)
    for (const { first, ...row } of z.array(unitRow).parse(rows)) {
      const so = found.get(first) ?? { sent: 0, clients: 0, approved: 0, refused: 0 }
      const [sent, clients] = [so.sent + row.sent, so.clients + row.clients]
      found.set(first, { first, sent, clients, approved: so.approved + row.approved, refused: so.refused + row.refused })
    }
  }
  return [...found.values()].sort((a, b) => (a.first < b.first ? -1 : 1))
}

const unitRow = z.object({
  first: z.string(),
  ...{ sent: z.number(), clients: z.number(), approved: z.number(), refused: z.number() },
})

/** `importedBy`: how many of each fate were imported as past outcomes. */
export type Counts = {
  sent: number
  clients: number
  by: ReadonlyMap<string, number>
  importedBy: ReadonlyMap<string, number>
}

/** The versions themselves with their frozen factors, in the order of their ids. */
export async function firstVersions(reading: Asking, filter: AnalyticsFilter, slice: Slice = wholeOffice): Promise<Version[]> {
  const { actor, tx, now } = reading
  const today = civilDateIn(now, actor.timeZone)
  const { rows } = await tx.execute(sql`
    select v.id, v.case_id, v.client_id, v.outcome, v.sent_at, (v.sent_at at time zone ${actor.timeZone})::date::text as sent_on,
      v.decided_on::text, v.taken_back_on::text, v.stratum, v.values, v.is_imported, l.change::text, a.kept
    ${versionsOf(reading, filter, { more: agreed(today, actor.timeZone), slice })}
    order by v.id`)
  return z
    .array(row)
    .parse(rows)
    .map((version) => ({ ...version, approval: approvalOf(version, now) }))
}

/** The teams there are to choose from. */
export async function teamsOf({ actor, tx }: Asking): Promise<Team[]> {
  const { rows } = await tx.execute(sql`select id, name from teams where org_id = ${actor.organisationId} order by name`)
  return z.array(z.object({ id: z.uuid(), name: z.string() })).parse(rows)
}

export type Team = { id: string; name: string }

/**
 * What was agreed: the change of the monthly payment, and whether the first six months were kept. What was due when the agreement
 * had ended was owed no more; one that was replaced or taken back by then, and missed nothing before, neither kept them nor not.
 */
export const agreed = (today: string, zone: string) => sql`
      left join lateral (select sum(l.instalment) - sum(b.payment) as change
        from proposal_lines l cross join lateral (select (l.before#>>'{rows,0,payment}')::numeric as payment offset 0) b
        where l.org_id = v.org_id and l.version_id = v.id
        having bool_and(b.payment is not null)) l on true
      left join lateral (select case when bool_and(i.is_kept) and bool_or(a.status in ('REPLACED', 'CANCELLED_BY_CREDITOR')
            and e.ended < a.confirmed_on + interval '6 months') then null else bool_and(i.is_kept) end as kept
        from agreements a
          cross join lateral (select (a.ended_at at time zone ${zone})::date as ended) e
          join lateral (select i.due_on, i.paid >= i.amount and i.paid_on <= greatest(i.due_on, a.confirmed_on) as is_kept from instalments i
            where i.org_id = a.org_id and i.agreement_id = a.id) i on true
        where a.org_id = v.org_id and a.version_id = v.id and i.due_on < a.confirmed_on + interval '6 months'
          and (e.ended is null or a.status = 'BROKEN' or i.due_on < e.ended)
          and a.confirmed_on + interval '6 months' <= ${today}::date) a on true`

/** `approvalOf`, said in SQL for versions too many to be read one by one. */
export const approvalIn = (now: Date): SQL => {
  const window = sql`make_interval(days => ${approvalWindowDays}::int)`
  const fate = (approval: Approval) => sql.raw(`'${approval}'`)
  return sql`case
    when v.outcome in ('ACCEPTED', 'ACCEPTED_MODIFIED') then case
      when v.decided_on is null or v.decided_on::timestamp at time zone 'UTC' - v.sent_at <= ${window} then ${fate('approved')}
      else ${fate('no_response')} end
    when v.outcome = 'REJECTED' then ${fate('refused')}
    when v.outcome = 'COUNTERED' then ${fate('countered')}
    when v.outcome = 'NO_RESPONSE' then ${fate('no_response')}
    when v.outcome in ('WITHDRAWN', 'SUPERSEDED') then ${fate('withdrawn')}
    when ${now.toISOString()}::timestamptz - v.sent_at > ${window} then ${fate('no_response')}
    else ${fate('pending')} end`
}

const countRow = z.object({ approval: z.string().nullable(), n: z.number(), clients: z.number(), imported: z.number() })
const row = z.object({
  id: z.uuid(),
  case_id: z.uuid().nullable(),
  client_id: z.uuid(),
  outcome: z.string(),
  sent_at: z.coerce.date(),
  sent_on: z.string(),
  decided_on: z.string().nullable(),
  taken_back_on: z.string().nullable(),
  is_imported: z.boolean(),
  stratum: z.string(),
  values: z.custom<Record<string, FactorValue>>((value) => typeof value === 'object' && value !== null),
  change: z.string().nullable(),
  kept: z.boolean().nullable(),
})
