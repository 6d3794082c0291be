import { type SQL, sql } from 'drizzle-orm'
import type { Reading } from '@/lib/core/query'
import type { AnalyticsFilter } from './filter'
import { inSlice, type Slice } from './slices.queries'

/**
 * A reading that may take each of its statements in a transaction of its own, as nobody waits for it. `atOnce`: how many of them
 * may run side by side; `step`: told how many parts are done.
 */
export type Asking = Pick<Reading, 'actor' | 'now'> & {
  tx: { execute(query: SQL): PromiseLike<{ rows: Record<string, unknown>[] }> }
  atOnce?: number
  step?: (done: number, total: number) => void
}

/** `more`: joins for further columns; `slice`: of which clients only; `sent`: sent from the one moment to the other; `corrected`: those whose snapshot was, instead of all others. */
type Which = { more?: SQL; slice: Slice; sent?: Stretch | undefined; corrected?: boolean }
/** Moments as PostgreSQL reads them, to the microsecond. */
export type Stretch = { since: string | null; upTo: string | null }

/**
 * Every sent version a filter means, as `v`: the office's own, and beside them outcomes of the past that were imported
 * (docs/decisions/0028). Both have the same columns; further conditions may be added behind it.
 */
export function versionsOf(
  reading: Asking,
  filter: AnalyticsFilter,
  { more = sql``, slice, sent, corrected = false }: Which,
): SQL {
  const parts = [
    ...(filter.origin === 'imported' ? [] : [own(reading, filter, { slice, sent, corrected })]),
    // What was imported belongs to no team, and was never frozen.
    ...(filter.origin === 'own' || filter.team !== null || corrected ? [] : [past(reading, filter, slice)]),
  ]
  // Kept whole (`offset 0`), or what is asked of a column would be worked out anew wherever that column is named.
  return sql`from (${parts.length === 0 ? nothing : sql.join(parts, sql` union all `)} offset 0) v ${more} where true`
}

/** Statistics for others than the team are a purpose of their own, which a client may refuse [PIPL 14, 15]: docs/decisions/0020. It rests on the basic consent. */
export const agreesOf = (row: SQL): SQL => sql`exists (select 1 from consents s
  where s.org_id = ${row}.org_id and s.client_id = ${row}.client_id and s.purpose = 'STATISTICS' and s.withdrawn_at is null)
  and not exists (select 1 from consents b where b.org_id = ${row}.org_id and b.client_id = ${row}.client_id and b.purpose = 'PROCESSING'
    having bool_and(b.withdrawn_at is not null))`

function own({ actor }: Asking, filter: AnalyticsFilter, { slice, sent, corrected }: Which): SQL {
  const { creditor, product, team, round } = filter
  const zone = actor.timeZone
  const isPart = slice.from !== null || slice.until !== null
  const { versions, asked } = (isPart ? amongTheirs : oneByOne)(actor.organisationId, round, slice)
  return sql`
    select v.id, v.org_id, v.case_id, v.client_id, v.outcome, v.sent_at, r.short_name || ' · ' || p.brand as stratum,
      f.values, false as is_imported,
      (select max(d.decided_on) from decisions d where d.org_id = v.org_id and d.version_id = v.id) as decided_on,
      case when v.outcome in ('WITHDRAWN', 'SUPERSEDED') then ${takenBackOn(zone)} end as taken_back_on
    from ${versions} v
      join cases c on c.org_id = v.org_id and c.id = v.case_id
      join creditor_products p on p.org_id = c.org_id and p.id = c.product_id
      join creditors r on r.org_id = c.org_id and r.id = c.creditor_id
      join factor_snapshots f on f.org_id = v.org_id and f.version_id = v.id and not f.refrozen
        and ${corrected === true ? sql`` : sql`not`} exists (select 1 from factor_snapshots x
          where x.org_id = v.org_id and x.version_id = v.id and x.refrozen)
    where v.org_id = ${actor.organisationId} and v.sent_at is not null and ${asked}
      and ${inSlice(slice, { client: sql`v.client_id`, agrees: agreesOf(sql`v`) })}
      and (${creditor}::uuid is null or c.creditor_id = ${creditor})
      and (${product}::uuid is null or c.product_id = ${product})
      and (${team}::uuid is null or c.team_id = ${team})
      and ${askedOf(filter, { values: sql`f.values`, sentAt: sql`v.sent_at`, zone })} and ${within(sent)}`
}

const within = ({ since, upTo }: Stretch = { since: null, upTo: null }) => sql`
  ${since === null ? sql`true` : sql`v.sent_at >= ${since}::timestamptz`}
  and ${upTo === null ? sql`true` : sql`v.sent_at <= ${upTo}::timestamptz`}`

type Round = AnalyticsFilter['round']
type Chosen = { versions: SQL; asked: SQL }

/** Which versions of a case count: whether there is an earlier one is looked up for each. */
function oneByOne(_: string, round: Round): Chosen {
  const earlier = sql`select 1 from proposal_versions e
    where e.org_id = v.org_id and e.case_id = v.case_id and e.sent_at < v.sent_at`
  const isLater = sql`exists (${earlier}) and not exists (${earlier} and e.round = v.round)`
  return { versions: sql`proposal_versions`, asked: round === 'later' ? isLater : sql`not exists (${earlier})` }
}

/** The same in a slice: all versions of a case are its client's and at hand there, and need not be looked up. */
function amongTheirs(office: string, round: Round, slice: Slice): Chosen {
  const range = inSlice({ ...slice, who: 'everybody' }, { client: sql`w.client_id`, agrees: sql`true` })
  const isLater = sql`v.sent_at > v.first_of_case and v.sent_at = v.first_of_round`
  return {
    versions: sql`(select w.id, w.org_id, w.case_id, w.client_id, w.outcome, w.sent_at,
        min(w.sent_at) over (partition by w.case_id) as first_of_case,
        min(w.sent_at) over (partition by w.case_id, w.round) as first_of_round
      from proposal_versions w where w.org_id = ${office} and w.sent_at is not null and ${range})`,
    asked: round === 'later' ? isLater : sql`v.sent_at = v.first_of_case`,
  }
}

/** The first day after sending on which the case left the creditor, or something else was sent in its place. */
const takenBackOn = (zone: string) => sql`(
  select (min(at) at time zone ${zone})::date from (
    select e.at from stage_events e where e.org_id = v.org_id and e.case_id = v.case_id and e.at >= v.sent_at
      and e.from in ('SUBMITTED', 'INFO_REQUESTED', 'COUNTERED') and e.to in ('DRAFTING', 'FALLBACK', 'CLOSED')
    union all
    select n.sent_at from proposal_versions n where n.org_id = v.org_id and n.case_id = v.case_id and n.sent_at > v.sent_at
  ) ends)`

function past({ actor }: Asking, filter: AnalyticsFilter, slice: Slice): SQL {
  const { creditor, product, round } = filter
  const zone = actor.timeZone
  const sentAt = sql`(h.sent_on::timestamp at time zone ${zone})`
  const earlier = sql`exists (select 1 from past_outcomes e
    where e.org_id = h.org_id and e.case_key = h.case_key and e.sent_on < h.sent_on)`
  return sql`
    select h.id, h.org_id, null::uuid as case_id, h.person as client_id, h.outcome, ${sentAt} as sent_at,
      r.short_name || ' · ' || p.brand as stratum, h.values, true as is_imported, h.decided_on,
      case when h.outcome = 'WITHDRAWN' then h.decided_on end as taken_back_on
    from past_outcomes h
      join creditor_products p on p.org_id = h.org_id and p.id = h.product_id
      join creditors r on r.org_id = h.org_id and r.id = h.creditor_id
    where h.org_id = ${actor.organisationId} and ${round === 'later' ? earlier : sql`not ${earlier}`}
      and ${inSlice(slice, { client: sql`h.person`, agrees: sql`h.agreed` })}
      and (${creditor}::uuid is null or h.creditor_id = ${creditor})
      and (${product}::uuid is null or h.product_id = ${product})
      and ${askedOf(filter, { values: sql`h.values`, sentAt, zone })}`
}

const askedOf = (
  { hardship, from, to }: AnalyticsFilter,
  { values, sentAt, zone }: { values: SQL; sentAt: SQL; zone: string },
) => sql`
  (${hardship}::text is null or ${values}->>'F-05' = ${hardship})
  and (${from}::date is null or ${sentAt} >= (${from}::timestamp at time zone ${zone}))
  and (${to}::date is null or ${sentAt} < ((${to}::date + 1)::timestamp at time zone ${zone}))`

/** A filter that nothing can fit. */
const nothing = sql`select null::uuid as id, null::uuid as org_id, null::uuid as case_id, null::uuid as client_id,
  null::text as outcome, null::timestamptz as sent_at, null::text as stratum, null::jsonb as values, false as is_imported,
  null::date as decided_on, null::date as taken_back_on where false`
