import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { caseStages } from '@/db/vocabulary'
import { agreesOf } from '@/lib/analytics/sent.queries'
import { among } from '@/lib/analytics/slices.queries'
import { visibleTo } from '@/lib/cases/scope'
import { stages } from '@/lib/cases/stages'
import { type Actor, hasRole } from '@/lib/core/actor'
import type { Reading } from '@/lib/core/query'
import type { Asked, Counting, ReportColumn, ReportRow } from './report'

/** Analysts see figures of the whole office and no case; the others what they may open. */
export const sees = (actor: Actor): SQL =>
  hasRole(actor, 'ANALYST') && !hasRole(actor, 'SUPERVISOR', 'COUNSELLOR', 'ASSISTANT') ? sql`true` : visibleTo(actor)

/** `cases` of the office, narrowed as asked. */
export const ofOffice = ({ actor }: Reading, { creditor, team, who }: Counting): SQL => sql`
  cases.org_id = ${actor.organisationId}
  and (${creditor}::uuid is null or cases.creditor_id = ${creditor})
  and (${team}::uuid is null or cases.team_id = ${team})
  and ${among(who, agreesOf(sql`cases`))}`

/** An instant within the period asked for, by days of the organisation's zone. */
export const within = (instant: SQL, { actor }: Reading, { from, to }: Asked): SQL => sql`
  (${from}::date is null or ${instant} >= (${from}::timestamp at time zone ${actor.timeZone}))
  and (${to}::date is null or ${instant} < ((${to}::date + 1)::timestamp at time zone ${actor.timeZone}))`

/** The civil day of an instant in the organisation's zone. */
export const dayOf = (instant: SQL, { actor }: Reading): SQL => sql`(${instant} at time zone ${actor.timeZone})::date`

/** First sent versions with what became of them, as `v`; joined to `cases`. */
export const firstSent = (reading: Reading, asked: Counting): SQL => sql`
  proposal_versions v
  join cases on cases.org_id = v.org_id and cases.id = v.case_id
  left join lateral (select max(decided_on) as decided_on from decisions d
    where d.org_id = v.org_id and d.version_id = v.id) d on true
  where ${ofOffice(reading, asked)} and v.sent_at is not null and ${within(sql`v.sent_at`, reading, asked)}
    and not exists (select 1 from proposal_versions e
      where e.org_id = v.org_id and e.case_id = v.case_id and e.sent_at < v.sent_at)`

/** How long cases stay in a stage, in days, beside its target, in working days: of any rows with `days`, `worked` and `target`. */
export const stay = sql`
  round(percentile_cont(0.5) within group (order by days)::numeric, 1)::text as days,
  round(percentile_cont(0.9) within group (order by days)::numeric, 1)::text as "daysOften",
  max(target)::text as target, count(*) filter (where worked > target)::int as "overTarget"`

export const stayColumns = [
  { key: 'days', kind: 'days' },
  { key: 'daysOften', kind: 'days' },
  { key: 'target', kind: 'days' },
  { key: 'overTarget', kind: 'people' },
] as const satisfies ReportColumn[]

/** The target of a stage, in working days; none where time is not the measure. */
export const targetOf = (stage: SQL): SQL => sql`(${targets}::jsonb->>${stage})::numeric`

const targets = JSON.stringify(Object.fromEntries(Object.entries(stages).map(([stage, row]) => [stage, row.targetDays])))

/** Runs a statement whose columns are those of a report; counts come as numbers, everything else as text. */
export async function rowsOf({ tx }: Reading, statement: SQL): Promise<ReportRow[]> {
  const { rows } = await tx.execute(statement)
  return z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()]))).parse(rows)
}

/** Rows by stage in the order of the board. */
export const inStageOrder = (rows: readonly ReportRow[]): ReportRow[] => rows.toSorted((a, b) => placeOf(a) - placeOf(b))

const order: readonly unknown[] = caseStages
const placeOf = ({ stage }: ReportRow) => order.indexOf(stage)
