import { logAccess } from '@/lib/core/access-log'
import { hasRole } from '@/lib/core/actor'
import { queryThen, type Reading } from '@/lib/core/query'
import { type CivilDate, civilDateIn } from '@/lib/platform/dates'
import { type AnalyticsFilter, analyticsFilter } from './filter'
import { type Counts, countsOf, firstVersions, type Team, teamsOf } from './first-versions.queries'
import { smallest } from './small-cells'
import { mostAnalysed, statisticsOf, uncounted } from './statistics'
import type { Version } from './version'
import { viewOf } from './view'

/**
 * What goes with approval: first sent version of each case, its frozen factors and its answer, for the whole organisation:
 * counts with intervals, and what the statistics may say of them. Small groups are hidden: below five people inside the
 * team, below ten for analysts.
 */
export const analytics = queryThen({
  name: 'analytics.get',
  input: analyticsFilter,
  run: (reading, filter) => {
    const isTeam = hasRole(reading.actor, 'SUPERVISOR', 'COUNSELLOR', 'AUDITOR')
    return read(reading, filter, isTeam ? smallest.team : smallest.outside)
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

type Found = { counts: Counts; versions: Version[] | null; teams: Team[]; today: CivilDate; limit: number }

async function read(reading: Reading, filter: AnalyticsFilter, limit: number): Promise<Found> {
  const counts = await countsOf(reading, filter)
  const versions = counts.sent > mostAnalysed ? null : await firstVersions(reading, filter)
  const teams = await teamsOf(reading)
  return { counts, versions, teams, limit, today: civilDateIn(reading.now, reading.actor.timeZone) }
}

async function shown({ counts, versions, teams, today, limit }: Found) {
  const statistics = versions === null ? uncounted : await statisticsOf(versions, today)
  return { ...viewOf({ counts, versions: versions ?? [], statistics }, limit), teams }
}
