import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { AgreedRow } from './agreed'
import { approvalWindowDays } from './approval'
import type { AnalyticsFilter } from './filter'
import { agreed, approvalIn } from './first-versions.queries'
import { type Shown, shownFactors } from './levels'
import { type DayRow, gap, type PatternRow } from './patterns'
import { type Asking, versionsOf } from './sent.queries'
import type { Slice } from './slices.queries'

const patternRow = z.object({
  approval: z.string(),
  stratum: z.string(),
  key: z.string(),
  n: z.number(),
  firsts: z.number(),
  imported: z.number(),
})

const dayRow = z.object({ approval: z.string(), days: z.number().nullable(), n: z.number() })

export type Grouped = { patterns: PatternRow[]; days: DayRow[]; agreed: AgreedRow[]; clients: number }

/** One part of the versions of a filter (slices.queries.ts), as of a civil day. */
export type Part = { filter: AnalyticsFilter; slice: Slice; today: string }

const agreedRow = z.object({ change: z.string().nullable(), kept: z.boolean().nullable(), n: z.number() })
const clientRow = z.object({ n: z.number() })

/**
 * Groups one part of the versions in the database, going through them once: by pattern, in their order; by the days they waited; what the
 * approved agreed (the change of the monthly payment, and whether six months were kept); and how many clients there are.
 */
export async function groupedIn(asking: Asking, { filter, slice, today }: Part): Promise<Grouped> {
  const { rows } = await asking.tx.execute(sql`
    with sent as materialized (
      select v.id, v.org_id, v.client_id, v.sent_at, ${approvalIn(asking.now)} as approval, v.stratum, v.is_imported,
        concat_ws(${gap}, ${sql.join(Object.values(shownFactors).map(marked), sql`, `)}) as key,
        ${daysIn(asking, today)} as days
      ${versionsOf(asking, filter, { slice })}
    ), ranked as (
      select *, row_number() over (partition by client_id, approval in ('approved', 'refused') order by sent_at, id) as place from sent
    )
    select 'pattern' as of, approval, stratum, key, null::int as days, null::text as change, null::boolean as kept, count(*)::int as n,
      count(*) filter (where place = 1)::int as firsts, count(*) filter (where is_imported)::int as imported
      from ranked group by approval, stratum, key
    union all
    select 'day', approval, null, null, days, null, null, count(*)::int, 0, 0 from sent group by approval, days
    union all
    select 'agreed', null, null, null, null, l.change::text, a.kept, count(*)::int, 0, 0
      from sent v ${agreed(today)} where v.approval = 'approved' group by l.change, a.kept
    union all
    select 'clients', null, null, null, null, null, null, count(distinct client_id)::int, 0, 0 from sent
    order by 1, 2, 3, 4`)
  const of = (kind: string) => rows.filter((row) => row['of'] === kind)
  return {
    patterns: z.array(patternRow).parse(of('pattern')),
    days: z.array(dayRow).parse(of('day')),
    agreed: z.array(agreedRow).parse(of('agreed')),
    clients: z.array(clientRow).parse(of('clients'))[0]?.n ?? 0,
  }
}

/** `daysOf`, said in SQL. */
const daysIn = ({ now, actor }: Asking, today: string): SQL => sql`greatest(0, case ${approvalIn(now)}
  when 'no_response' then ${approvalWindowDays}::int
  else case ${approvalIn(now)}
    when 'pending' then ${today}::date
    when 'withdrawn' then v.taken_back_on
    when 'countered' then coalesce(v.decided_on, case when not v.is_imported then ${today}::date end)
    else v.decided_on end - (v.sent_at at time zone ${actor.timeZone})::date end)`

/** The mark of a factor: the number of its band, y or n, or its category as it is; empty where the fact is missing. */
function marked(shown: Shown): SQL {
  const value = valueIn(shown)
  if (shown.kind === 'flag') return sql`case when ${value} is null then '' when ${value} = 'true' then 'y' else 'n' end`
  if (shown.kind !== 'bands') return sql`coalesce(${value}, '')`
  const limits = sql.raw(`array[${shown.limits.join()}]::float8[]`)
  return sql`case when pg_input_is_valid(${value}, 'float8') then width_bucket(${value}::float8, ${limits})::text else '' end`
}

/** `levelOf` reads the same places of a snapshot. */
function valueIn({ id, part, relief }: Shown): SQL {
  const at = (word: string) => sql.raw(`'${word}'`)
  if (relief !== undefined)
    return sql`case when jsonb_typeof(v.values->${at(id)}) = 'array' then jsonb_exists(v.values->${at(id)}, ${at(relief)})::text end`
  return part === undefined ? sql`(v.values->>${at(id)})` : sql`(v.values->${at(id)}->>${at(part)})`
}
