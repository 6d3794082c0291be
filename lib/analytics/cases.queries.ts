import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { FactorValue } from '@/db/schema/proposals'
import { visibleTo } from '@/lib/cases/scope'
import { hasRole } from '@/lib/core/actor'
import { query, type Reading } from '@/lib/core/query'
import { Refusal } from '@/lib/core/refusal'
import { factorView } from './factor-view'
import { type AnalyticsFilter, analyticsFilter } from './filter'
import { approvalIn, countsOf as sentIn } from './first-versions.queries'
import { levelOf, type Shown, shownAs } from './levels'
import { exactly as asItIs } from './rounding'
import { type Stretch, versionsOf } from './sent.queries'
import { hasSentMore, wholeOffice } from './slices.queries'
import { type Cell, smallest } from './small-cells'
import { mostRead } from './statistics'
import { tellsOfFew, widened } from './told.queries'

/** One decided case behind a figure. */
export type CaseBehind = {
  id: string
  number: string
  client: string
  stratum: string
  sentOn: string
  approval: 'approved' | 'refused'
}

/** Where a page ends: the moment its last version was sent, and its id. */
const placeShape = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z_[0-9a-f-]{36}$/

export const isPlace = (text: string) => placeShape.test(text)

/**
 * The decided cases behind one row of the factor table, the newest first and a page at a time (`after`: where the page before
 * ended): those with this level of this factor under the same filter, an empty level meaning that the fact was not recorded.
 * Only those the actor may see; and how many there are (`n`), how many of them were approved, lie `elsewhere` and out of sight, or
 * were imported and have no case. Nothing is counted (null) of a group so small that the table hides it, or under a filter that is
 * not answered (`isFew`), nor in a large office, where nobody waits for it and a page may hold less than it could, because it looks
 * back only so far at once. Periods are those the table counts, but in a large office as asked.
 */
export const analyticsCases = query({
  name: 'analytics.cases',
  input: analyticsFilter.safeExtend({
    factor: z.string().max(60),
    level: z.string().max(60).default(''),
    after: z.string().max(64).regex(placeShape).nullish(),
  }),
  run: (reading, asked) => casesBehind(reading, asked),
})

type Wanted = AnalyticsFilter & { factor: string; level: string; after?: string | null | undefined }

/**
 * `most`: with more versions than this nothing is counted; `perLook`: so many of them are looked at in one statement, and
 * `looks` times at most.
 */
const standard = { most: mostRead, perLook: 2_000, looks: 5 }
const perPage = 100

export async function casesBehind(reading: Reading, { factor, level, after, ...filter }: Wanted, bounds = standard) {
  const shown = shownAs(factor)
  if (shown === undefined) throw new Refusal('not_found')
  const asked = { filter, shown, level, after: after ?? newest }
  if (await hasSentMore(reading, bounds.most)) return newestOf(reading, asked, bounds)
  const ofTeam = { slices: [wholeOffice], limit: smallest.team }
  const told = await widened(reading, filter, ofTeam)
  const decided = await decidedIn(reading, { ...asked, filter: told })
  const behind = decided.filter(isAt(level))
  const visible = behind.flatMap(visibleIn).filter(({ place }) => place < asked.after)
  const counts = countsOf(behind)
  const isSecret = counts.elsewhere + counts.imported > 0 && !hasRole(reading.actor, 'SUPERVISOR')
  const tells = async () => tellsOfFew(reading, told, { ...ofTeam, counts: await sentIn(reading, told, ofTeam.slices) })
  const isFew = isSecret && (isHidden(decided, { factor, shown, level }) || (await tells()))
  return { ...pageOf(visible, null), ...(isFew ? uncounted : counts), isFew }
}

type Asked = { filter: AnalyticsFilter; shown: Shown; level: string; after: string }

/** Looks back from a place until a page is full, but not for ever. */
async function newestOf(reading: Reading, asked: Asked, { perLook, looks }: typeof standard) {
  if (asked.filter.origin === 'imported') return { cases: [], next: null, ...uncounted, isFew: false }
  const own = { ...asked, filter: { ...asked.filter, origin: 'own' as const } }
  const found: CaseAt[] = []
  let from: string | null = asked.after
  for (let look = 0; look < looks && from !== null && found.length <= perPage; look++) {
    const limit: string = from
    const since = await lookingBack(reading, momentOf(limit), perLook)
    const rows = await decidedIn(reading, own, { since, upTo: momentOf(limit) })
    found.push(
      ...rows
        .filter(isAt(own.level))
        .flatMap(visibleIn)
        .filter(({ place }) => place < limit),
    )
    from = since && `${since}_${firstId}`
  }
  return { ...pageOf(found, from), ...uncounted, isFew: false }
}

type Row = z.output<typeof decidedRow> & { at: string | null }
const isAt = (level: string) => (row: Row) => (row.at ?? '') === level

/** Whether the table of factors hides this group. */
function isHidden(decided: readonly Row[], { factor, shown, level }: { factor: string; shown: Shown; level: string }): boolean {
  const cells = new Map<string | null, Cell>()
  for (const { at, approval } of decided) {
    const { n, events } = cells.get(at) ?? { n: 0, events: 0 }
    cells.set(at, { n: n + 1, events: events + (approval === 'approved' ? 1 : 0) })
  }
  const { levels, missing } = factorView(factor, shown, { tally: () => cells, limit: smallest.team, round: asItIs })
  const group = level === '' ? missing : levels.find((one) => one.level === level)
  return group != null && 'hidden' in group
}

const uncounted = { n: null, approved: null, imported: null, elsewhere: null }

const [firstId, newest] = ['00000000-0000-0000-0000-000000000000', '9999-12-31T00:00:00.000000Z_0']
const momentOf = (place: string) => place.slice(0, place.indexOf('_'))

/** A page, and where the next one begins; `from`: how far was looked, where that was not all. */
function pageOf(found: readonly CaseAt[], from: string | null) {
  const page = found.slice(0, perPage)
  const next = found.length > perPage ? (page.at(-1)?.place ?? null) : from
  return { cases: page.map(({ place: _, ...one }) => one), next }
}

/** The moment before which so many versions were sent as one look takes in; null where there are no more than that. */
async function lookingBack({ actor, tx }: Reading, upTo: string, perLook: number): Promise<string | null> {
  const { rows } = await tx.execute(sql`select ${exactly(sql`sent_at`)} as since from proposal_versions
    where org_id = ${actor.organisationId} and sent_at is not null and sent_at < ${upTo}::timestamptz
    order by sent_at desc offset ${perLook}::int limit 1`)
  return z.array(z.object({ since: z.string() })).parse(rows)[0]?.since ?? null
}

/** Decided versions with their levels, the newest first; what the actor may not see has no number. */
async function decidedIn(reading: Reading, { filter, shown }: Pick<Asked, 'filter' | 'shown'>, sent?: Stretch): Promise<Row[]> {
  const { actor, now, tx } = reading
  const { rows } = await tx.execute(sql`
    select v.case_id, v.is_imported, v.stratum, ${approvalIn(now)} as approval, v.values->${shown.id}::text as value,
      (v.sent_at at time zone ${actor.timeZone})::date::text as sent_on, ${exactly(sql`v.sent_at`)} || '_' || v.id as place,
      cases.number, clients.masked_name as client
    ${versionsOf(reading, filter, { more: seenBy(actor), slice: wholeOffice, sent })}
      and ${approvalIn(now)} in ('approved', 'refused')
    order by v.sent_at desc, v.id desc`)
  return z
    .array(decidedRow)
    .parse(rows)
    .map((row) => ({ ...row, at: levelOf(shown, row.value) }))
}

/** The cases and clients that the actor may see. */
const seenBy = (actor: Reading['actor']): SQL => sql`
  left join cases on cases.org_id = v.org_id and cases.id = v.case_id and ${visibleTo(actor)}
  left join clients on clients.org_id = cases.org_id and clients.id = cases.client_id`

const exactly = (at: SQL) => sql`to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

const decidedRow = z.object({
  case_id: z.string().nullable(),
  is_imported: z.boolean(),
  stratum: z.string(),
  approval: z.enum(['approved', 'refused']),
  value: z.custom<FactorValue>(),
  sent_on: z.string(),
  place: z.string(),
  number: z.string().nullable(),
  client: z.string().nullable(),
})
type CaseAt = CaseBehind & { place: string }

const visibleIn = ({ case_id: id, number, client, stratum, sent_on: sentOn, approval, place }: Row): CaseAt[] =>
  id === null || number === null ? [] : [{ id, number, client: client ?? '', stratum, sentOn, approval, place }]

function countsOf(rows: readonly Row[]) {
  const [imported, seen] = [rows.filter((row) => row.is_imported).length, rows.flatMap(visibleIn).length]
  const approved = rows.filter(({ approval }) => approval === 'approved').length
  return { n: rows.length, approved, imported, elsewhere: rows.length - imported - seen }
}
