import { hasRole } from '@/lib/core/actor'
import { type CivilDate, civilDateIn } from '@/lib/platform/dates'
import { type AgreedRow, agreedOf } from './agreed'
import { approvals } from './approval'
import { tallyOf } from './factor-view'
import type { AnalyticsFilter } from './filter'
import { type Counts, countsOf, firstVersions, leftOut, quartersOf, type Team, teamsOf } from './first-versions.queries'
import { outsidePeriod, stretchesOf } from './outside'
import { type DayRow, type Patterns, patternsFrom, tallyIn } from './patterns'
import { type Grouped, groupedIn } from './patterns.queries'
import type { Asking } from './sent.queries'
import { type Slice, slicesOf } from './slices.queries'
import { smallest } from './small-cells'
import { mostRead, statisticsOf, statisticsOfPatterns, unread } from './statistics'
import type { Version } from './version'
import { viewOf } from './view'

export const seesCases = ({ actor }: Pick<Asking, 'actor'>) => hasRole(actor, 'SUPERVISOR', 'COUNSELLOR', 'AUDITOR')

export type Found = {
  counts: Counts
  found: Versions | null
  teams: Team[]
  without: number
  today: CivilDate
  limit: number
  asked: AnalyticsFilter
  office: string
}

/** `limit`: the smallest group that is told; `most`: more versions than this are grouped in the database. */
type Bounds = { limit: number; most?: number }

/** What a filter means for whoever asks: versions or their patterns, and how many there are besides. */
export async function read(asking: Asking, filter: AnalyticsFilter, { limit, most = mostRead }: Bounds): Promise<Found> {
  const isOutside = limit >= smallest.outside
  const everybody = await slicesOf(asking)
  const slices = isOutside ? everybody.map((slice): Slice => ({ ...slice, who: 'agreed' })) : everybody
  const asked = isOutside ? await widened(asking, filter, slices) : filter
  const today = civilDateIn(asking.now, asking.actor.timeZone)
  const { counts, versions } = await versionsRead(asking, { filter: asked, slices, today, most })
  const isDifferenced =
    isOutside && ((!seesCases(asking) && isFew(counts)) || (await tellsByDifference(asking, asked, { counts, slices })))
  const [teams, without] = [await teamsOf(asking), isOutside ? await leftOut(asking, asked, everybody) : 0]
  const found = isDifferenced ? null : versions
  return { counts, found, teams, without, limit, asked, today, office: asking.actor.organisationId }
}

/** The versions of a filter one by one; grouped in the database where they are too many for that. */
type Versions = { versions: Version[] } | { patterns: Patterns; days: DayRow[]; agreed: AgreedRow[] }
type Wanted = { filter: AnalyticsFilter; slices: readonly Slice[]; today: CivilDate; most: number }

async function versionsRead(asking: Asking, wanted: Wanted): Promise<{ counts: Counts; versions: Versions }> {
  const { filter, slices, most } = wanted
  // More slices than one are many versions: these are grouped at once, which counts them too, instead of twice gone through.
  const grouped = slices.length > 1 ? await groupedBySlice(asking, wanted) : null
  const counts = grouped === null ? await countsOf(asking, filter, slices) : countsIn(grouped)
  if (counts.sent > most) return { counts, versions: await togetherOf(grouped ?? (await groupedBySlice(asking, wanted))) }
  const versions: Version[] = []
  for (const slice of slices) versions.push(...(await firstVersions(asking, filter, slice)))
  return { counts, versions: { versions } }
}

/** Slice by slice, as many side by side as may; in the order of the slices, whichever is answered first. */
async function groupedBySlice(asking: Asking, { filter, slices, today }: Wanted): Promise<Grouped[]> {
  const [queue, done]: [[number, Slice][], Map<number, Grouped>] = [[...slices.entries()], new Map()]
  const work = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const [place, slice] = next
      done.set(place, await groupedIn(asking, { filter, slice, today }))
      asking.step?.(done.size, slices.length)
    }
  }
  await Promise.all(Array.from({ length: asking.atOnce ?? 1 }, work))
  return slices.flatMap((_, place) => done.get(place) ?? [])
}

const togetherOf = async (grouped: readonly Grouped[]) => ({
  patterns: await patternsFrom(grouped.flatMap(({ patterns }) => patterns)),
  days: grouped.flatMap(({ days }) => days),
  agreed: grouped.flatMap(({ agreed }) => agreed),
})

/** The counts of a filter, out of its patterns. */
function countsIn(grouped: readonly Grouped[]): Counts {
  const rows = grouped.flatMap(({ patterns }) => patterns)
  const by = (of: 'n' | 'imported') => {
    const counted = new Map(approvals.map((fate): [string, number] => [fate, 0]))
    for (const row of rows) counted.set(row.approval, (counted.get(row.approval) ?? 0) + row[of])
    return counted
  }
  const [sent, clients] = [rows.reduce((sum, { n }) => sum + n, 0), grouped.reduce((sum, part) => sum + part.clients, 0)]
  return { sent, clients, by: by('n'), importedBy: by('imported') }
}

const narrowing = ['creditor', 'product', 'team', 'hardship', 'origin', 'from', 'to'] as const

/** So few people that how many they are already tells of them. */
const isFew = ({ sent, clients }: Counts) => sent > 0 && (sent < smallest.outside || clients < smallest.outside)

/** The filter with a period of whole stretches, none of which holds so few that a difference of periods would tell of them. */
async function widened(asking: Asking, filter: AnalyticsFilter, slices: readonly Slice[]): Promise<AnalyticsFilter> {
  if (filter.from === null && filter.to === null) return filter
  return outsidePeriod(filter, stretchesOf(await quartersOf(asking, filter, slices), smallest.outside))
}

/** Whether leaving out one filter adds so few that the difference of the two answers would tell of them. */
async function tellsByDifference(asking: Asking, asked: AnalyticsFilter, { counts, slices }: Counted): Promise<boolean> {
  const wider = narrowing.filter((key) => asked[key] !== null).map((key) => ({ ...asked, [key]: null }))
  const sent: number[] = []
  for (const filter of wider) sent.push((await countsOf(asking, filter, slices)).sent)
  return sent.some((all) => all > counts.sent && all - counts.sent < smallest.outside)
}

type Counted = { counts: Counts; slices: readonly Slice[] }

/** What is told of what was read. */
export async function shown({ counts, found, teams, without, today, limit, asked, office }: Found) {
  const told = found === null ? nothing : await toldOf(found, { today, office })
  const view = viewOf({ counts: found === null ? nobody : counts, ...told }, limit)
  return { ...view, asked, teams, without: found === null ? null : toldFrom(limit, without) }
}

async function toldOf(found: Versions, { today, office }: { today: CivilDate; office: string }) {
  if ('versions' in found)
    return {
      tally: tallyOf(found.versions),
      agreed: agreedOf(found.versions),
      statistics: await statisticsOf(found.versions, today),
    }
  const { patterns, days, agreed } = found
  const tally = (column: string) => tallyIn(patterns, column)
  return { tally, agreed, statistics: await statisticsOfPatterns({ patterns, days, office }) }
}

const nothing = { tally: () => new Map(), agreed: [], statistics: unread('differenced') }

/** A number of people who are left out, unless it is so small that it would point at them; null then. */
const toldFrom = (limit: number, n: number) => (n > 0 && n < limit ? null : n)

const nobody: Counts = { sent: 0, clients: 0, by: new Map(), importedBy: new Map() }
