import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { AgreedRow } from './agreed'
import { approvalWindowDays } from './approval'
import type { AnalyticsFilter } from './filter'
import { agreed, approvalIn } from './first-versions.queries'
import { type Shown, shownFactors } from './levels'
import { gap, none, shortMarks, wordMarks } from './marks'
import type { DayRow } from './patterns'
import { type Asking, versionsOf } from './sent.queries'
import type { Lot } from './slice-codes'
import type { Slice } from './slices.queries'

const lotRow = z
  .object({
    approval: z.string(),
    stratum: z.string(),
    imported: z.boolean(),
    first: z.boolean(),
    n: z.number(),
    marks: z.string(),
  })
  .transform(({ imported: isImported, first: isFirst, ...lot }): Lot => ({ ...lot, isImported, isFirst }))
const dayRow = z.object({ approval: z.string(), days: z.number().nullable(), n: z.number() })
const agreedRow = z.object({ change: z.string().nullable(), kept: z.boolean().nullable(), n: z.number() })
const clientRow = z.object({ n: z.number() })

export type Grouped = { lots: Lot[]; days: DayRow[]; agreed: AgreedRow[]; clients: number }

/** One part of the versions of a filter (slices.queries.ts), as of a civil day. */
export type Part = { filter: AnalyticsFilter; slice: Slice; today: string }

/**
 * One part of the versions, gone through once: the marks of each; by the days they waited; what the approved agreed (the change
 * of the monthly payment, and whether six months were kept); and how many clients there are. Nothing is sorted by words, which
 * the database would do by the rules of a language.
 */
export async function groupedIn(asking: Asking, { filter, slice, today }: Part): Promise<Grouped> {
  const { rows } = await asking.tx.execute(sql`
    with sent as materialized (
      select v.id, v.org_id, v.client_id, v.sent_at, ${approvalIn(asking.now)} as approval, v.stratum, v.is_imported,
        v.decided_on, v.taken_back_on, ${marks()} as marks
      ${versionsOf(asking, filter, { more: facts(), slice })}
    ), placed as (
      select approval, stratum, is_imported, marks,
        row_number() over (partition by client_id, approval in ('approved', 'refused') order by sent_at, id) = 1 as is_first
      from sent
    ), waited as (select approval, ${daysIn(asking, today)} as days from sent v)
    select 'lot' as of, approval, stratum, is_imported as imported, is_first as first, null::int as days, null::text as change,
      null::boolean as kept, count(*)::int as n, string_agg(marks, chr(10)) as marks
      from placed group by approval, stratum, is_imported, is_first
    union all
    select 'day', approval, null, null, null, days, null, null, count(*)::int, null from waited group by approval, days
    union all
    select 'agreed', null, null, null, null, null, l.change::text, a.kept, count(*)::int, null
      from sent v ${agreed(today, asking.actor.timeZone)} where v.approval = 'approved' group by l.change, a.kept
    union all
    select 'clients', null, null, null, null, null, null, null, count(distinct client_id)::int, null from sent`)
  const of = (kind: string) => rows.filter((row) => row['of'] === kind)
  return {
    lots: z.array(lotRow).parse(of('lot')),
    days: z.array(dayRow).parse(of('day')),
    agreed: z.array(agreedRow).parse(of('agreed')),
    clients: z.array(clientRow).parse(of('clients'))[0]?.n ?? 0,
  }
}

/** `daysOf`, said in SQL of a version whose approval is known. */
const daysIn = ({ actor }: Asking, today: string): SQL => {
  const end = sql`case v.approval
    when 'pending' then ${today}::date
    when 'withdrawn' then v.taken_back_on
    when 'countered' then coalesce(v.decided_on, case when not v.is_imported then ${today}::date end)
    else v.decided_on end`
  const waited = sql`(${end} - (v.sent_at at time zone ${actor.timeZone})::date)`
  // `greatest` passes over what is not known, and would take it for nought.
  return sql`case when v.approval = 'no_response' then ${approvalWindowDays}::int
    when ${waited} < 0 then 0 else ${waited} end`
}

const name = (text: string) => sql.raw(`"${text}"`)
const word = (text: string) => sql.raw(`'${text}'`)

/** The frozen facts as columns `f`: a snapshot is opened once for all of them. */
function facts(): SQL {
  const isWhole = ({ part, relief }: Shown) => part === undefined && relief === undefined
  const types = new Map(Object.values(shownFactors).map((shown) => [shown.id, isWhole(shown) ? 'text' : 'jsonb']))
  const columns = [...types].map(([id, type]) => sql`${name(id)} ${sql.raw(type)}`)
  return sql`cross join lateral jsonb_to_record(v.values) as f(${sql.join(columns, sql`, `)})`
}

/** The line of a version (marks.ts). */
function marks(): SQL {
  const short = shortMarks.map(([, shown]) => letter(shown))
  const words = wordMarks.map(([, shown]) => sql`translate(coalesce(${valueIn(shown)}, ''), ${`${gap}\n`}, '  ')`)
  return sql`concat(${sql.join(short, sql`, `)}, ${gap}::text, concat_ws(${gap}, ${sql.join(words, sql`, `)}))`
}

/** The mark of a factor: the number of its band, y or n. */
function letter(shown: Shown): SQL {
  const [value, nothing] = [valueIn(shown), word(none)]
  if (shown.relief !== undefined)
    return sql`case when jsonb_typeof(${name(shown.id)}) <> 'array' then ${nothing}
      when jsonb_exists(f.${name(shown.id)}, ${word(shown.relief)}) then 'y' when ${name(shown.id)} is null then ${nothing} else 'n' end`
  if (shown.kind !== 'bands') return sql`case when ${value} is null then ${nothing} when ${value} = 'true' then 'y' else 'n' end`
  const limits = sql.raw(`array[${shown.limits.join()}]::float8[]`)
  return sql`case when pg_input_is_valid(${value}, 'float8') then width_bucket(${value}::float8, ${limits})::text else ${nothing} end`
}

/** `levelOf` reads the same places of a snapshot. */
function valueIn({ id, part }: Shown): SQL {
  return part === undefined ? sql`f.${name(id)}` : sql`(f.${name(id)}->>${word(part)})`
}
