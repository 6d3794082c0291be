import { logAccess } from '@/lib/core/access-log'
import { hasRole } from '@/lib/core/actor'
import { queryThen, type Reading } from '@/lib/core/query'
import { type CivilDate, civilDateIn } from '@/lib/platform/dates'
import { type AgreedRow, agreedOf } from './agreed'
import { tallyOf } from './factor-view'
import { type AnalyticsFilter, analyticsFilter } from './filter'
import { type Counts, countsOf, firstVersions, leftOut, quartersOf, type Team, teamsOf } from './first-versions.queries'
import { outsidePeriod, stretchesOf } from './outside'
import { type DayRow, type PatternRow, type Patterns, patternsFrom, tallyIn } from './patterns'
import { agreedIn, groupedIn } from './patterns.queries'
import { type Slice, slicesOf } from './slices.queries'
import { smallest } from './small-cells'
import { mostRead, statisticsOf, statisticsOfPatterns, unread } from './statistics'
import type { Version } from './version'
import { viewOf } from './view'

/**
 * What goes with approval: first sent version of each case, its frozen factors and its answer, for the whole organisation:
 * counts with intervals, and what the statistics may say of them. Small groups are hidden: below five people inside the
 * team, below ten for analysts, who also see whole quarters only, no filter that differs from a wider one by a few, and
 * nobody who has not agreed to statistics.
 */
export const analytics = queryThen({
  name: 'analytics.get',
  input: analyticsFilter,
  run: (reading, filter) => {
    return read(reading, filter, seesCases(reading) ? smallest.team : smallest.outside)
  },
  finish: (found) => shown(found),
})

/** The same as it may leave the team: with the wider limit whoever asks, and a line in the access log. */
export const analyticsExport = queryThen({
  name: 'analytics.export',
  input: analyticsFilter,
  async run(reading, filter) {
    await logAccess(reading.tx, reading, { kind: 'export', what: 'analytics.export' })
    return read(reading, filter, smallest.outside)
  },
  finish: (found) => shown(found),
})

const seesCases = ({ actor }: Reading) => hasRole(actor, 'SUPERVISOR', 'COUNSELLOR', 'AUDITOR')

type Found = {
  counts: Counts
  found: Versions | null
  teams: Team[]
  without: number
  today: CivilDate
  limit: number
  asked: AnalyticsFilter
  office: string
}

async function read(reading: Reading, filter: AnalyticsFilter, limit: number): Promise<Found> {
  const isOutside = limit >= smallest.outside
  const everybody = await slicesOf(reading)
  const slices = isOutside ? everybody.map((slice): Slice => ({ ...slice, who: 'agreed' })) : everybody
  const asked = isOutside ? await widened(reading, filter, slices) : filter
  const counts = await countsOf(reading, asked, slices)
  const isDifferenced =
    isOutside && ((!seesCases(reading) && isFew(counts)) || (await tellsByDifference(reading, asked, { counts, slices })))
  const today = civilDateIn(reading.now, reading.actor.timeZone)
  const [teams, without] = [await teamsOf(reading), isOutside ? await leftOut(reading, asked, everybody) : 0]
  const found = isDifferenced ? null : await versionsRead(reading, { filter: asked, slices, today, sent: counts.sent })
  return { counts, found, teams, without, limit, asked, today, office: reading.actor.organisationId }
}

/** The versions of a filter one by one; grouped in the database where they are too many for that. */
type Versions = { versions: Version[] } | { patterns: Patterns; days: DayRow[]; agreed: AgreedRow[] }

type Wanted = { filter: AnalyticsFilter; slices: readonly Slice[]; today: CivilDate; sent: number }

async function versionsRead(reading: Reading, { filter, slices, today, sent }: Wanted): Promise<Versions> {
  if (sent <= mostRead) {
    const versions: Version[] = []
    for (const slice of slices) versions.push(...(await firstVersions(reading, filter, slice)))
    return { versions }
  }
  const [grouped, agreed]: [PatternRow[], AgreedRow[]] = [[], []]
  const days: DayRow[] = []
  for (const slice of slices) {
    const part = { filter, slice, today }
    const found = await groupedIn(reading, part)
    grouped.push(...found.patterns)
    days.push(...found.days)
    agreed.push(...(await agreedIn(reading, part)))
  }
  return { patterns: patternsFrom(grouped), days, agreed }
}

const narrowing = ['creditor', 'product', 'team', 'hardship', 'origin', 'from', 'to'] as const

/** So few people that how many they are already tells of them. */
const isFew = ({ sent, clients }: Counts) => sent > 0 && (sent < smallest.outside || clients < smallest.outside)

/** The filter with a period of whole stretches, none of which holds so few that a difference of periods would tell of them. */
async function widened(reading: Reading, filter: AnalyticsFilter, slices: readonly Slice[]): Promise<AnalyticsFilter> {
  if (filter.from === null && filter.to === null) return filter
  return outsidePeriod(filter, stretchesOf(await quartersOf(reading, filter, slices), smallest.outside))
}

/** Whether leaving out one filter adds so few that the difference of the two answers would tell of them. */
async function tellsByDifference(reading: Reading, asked: AnalyticsFilter, { counts, slices }: Counted): Promise<boolean> {
  const wider = narrowing.filter((key) => asked[key] !== null).map((key) => ({ ...asked, [key]: null }))
  const sent: number[] = []
  for (const filter of wider) sent.push((await countsOf(reading, filter, slices)).sent)
  return sent.some((all) => all > counts.sent && all - counts.sent < smallest.outside)
}

type Counted = { counts: Counts; slices: readonly Slice[] }

async function shown({ counts, found, teams, without, today, limit, asked, office }: Found) {
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
