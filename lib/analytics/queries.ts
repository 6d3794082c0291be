import { logAccess } from '@/lib/core/access-log'
import { hasRole } from '@/lib/core/actor'
import { queryThen, type Reading } from '@/lib/core/query'
import { type CivilDate, civilDateIn } from '@/lib/platform/dates'
import { type AnalyticsFilter, analyticsFilter } from './filter'
import { type Counts, countsOf, firstVersions, leftOut, type Team, teamsOf } from './first-versions.queries'
import { edgesOf, outsidePeriod } from './outside'
import { smallest } from './small-cells'
import { mostAnalysed, statisticsOf, unread } from './statistics'
import type { Version } from './version'
import { viewOf } from './view'

/**
 * What goes with approval: first sent version of each case, its frozen factors and its answer, for the whole organisation:
 * counts with intervals, and what the statistics may say of them. Small groups are hidden: below five people inside the
 * team, below ten for analysts, who also see whole quarters only and no filter that differs from a wider one by a few.
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
  versions: Version[] | null
  teams: Team[]
  without: number
  today: CivilDate
  limit: number
  asked: AnalyticsFilter
  isDifferenced: boolean
}

async function read(reading: Reading, filter: AnalyticsFilter, limit: number): Promise<Found> {
  const isOutside = limit >= smallest.outside
  const asked = isOutside ? outsidePeriod(filter) : filter
  const counts = await countsOf(reading, asked)
  const isDifferenced = isOutside && ((!seesCases(reading) && isFew(counts)) || (await tellsByDifference(reading, asked, counts)))
  const versions = counts.sent > mostAnalysed || isDifferenced ? null : await firstVersions(reading, asked)
  const [teams, without] = [await teamsOf(reading), await leftOut(reading, asked)]
  return {
    counts,
    versions,
    teams,
    without,
    limit,
    asked,
    isDifferenced,
    today: civilDateIn(reading.now, reading.actor.timeZone),
  }
}

const narrowing = ['creditor', 'product', 'team', 'hardship', 'from', 'to'] as const

/** So few people that how many they are already tells of them. */
const isFew = ({ sent, clients }: Counts) => sent > 0 && (sent < smallest.outside || clients < smallest.outside)

/**
 * Whether leaving out one filter adds so few that the difference of the two answers would tell of them; and so whether the
 * first or the last quarter asked for holds so few that the period without it would.
 */
async function tellsByDifference(reading: Reading, asked: AnalyticsFilter, counts: Counts): Promise<boolean> {
  const wider = narrowing.filter((key) => asked[key] !== null).map((key) => ({ ...asked, [key]: null }))
  const sent: number[] = []
  for (const filter of wider) sent.push((await countsOf(reading, filter)).sent)
  const edges = []
  for (const edge of edgesOf(asked)) edges.push(await countsOf(reading, { ...asked, ...edge }))
  return edges.some(isFew) || sent.some((all) => all > counts.sent && all - counts.sent < smallest.outside)
}

async function shown({ counts, versions, teams, without, today, limit, asked, isDifferenced }: Found) {
  const statistics = versions === null ? unread(isDifferenced ? 'differenced' : 'many') : await statisticsOf(versions, today)
  const view = viewOf({ counts: isDifferenced ? nobody : counts, versions: versions ?? [], statistics }, limit)
  return { ...view, asked, teams, without: isDifferenced ? null : toldFrom(limit, without) }
}

/** A number of people who are left out, unless it is so small that it would point at them; null then. */
const toldFrom = (limit: number, n: number) => (n > 0 && n < limit ? null : n)

const nobody: Counts = { sent: 0, clients: 0, by: new Map() }
