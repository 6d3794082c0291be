import { type CivilDate, civilDateIn } from '@/lib/platform/dates'
import { type AgreedRow, agreedOf } from './agreed'
import { approvals } from './approval'
import { tallyOf } from './factor-view'
import { type AnalyticsFilter, isNarrowed } from './filter'
import { type Counts, correctedOut, countsOf, firstVersions, leftOut, type Team, teamsOf } from './first-versions.queries'
import { type DayRow, type Patterns, patternsFrom, tallyIn } from './patterns'
import { type Grouped, groupedIn } from './patterns.queries'
import { unitFor } from './periods'
import { type Reach, reachOf } from './reach'
import { sentBy } from './reach.queries'
import { exactly, type Rounding, roundingFor } from './rounding'
import { sealed } from './sealed'
import type { Asking } from './sent.queries'
import { type CodedSlice, sliceReader } from './slice-codes'
import { type Slice, slicesOf } from './slices.queries'
import { leavesTeam } from './small-cells'
import { mostRead, statisticsOf, statisticsOfPatterns, unread } from './statistics'
import { tellsOfFew, widened } from './told.queries'
import type { Version } from './version'
import { viewOf } from './view'

export type Found = {
  counts: Counts
  reach: Reach | null
  found: Versions | null
  teams: Team[]
  /** How many the whole office has besides who have not agreed; null of a part of it, or the parts would tell of a few. */
  without: number | null
  /** How many of the whole office are left out because their snapshots were corrected; null of a part of it, likewise. */
  corrected: number | null
  today: CivilDate
  limit: number
  round: Rounding
  asked: AnalyticsFilter
}

/** `limit`: the smallest group that is told; `most`: more versions than this are grouped in the database. */
type Bounds = { limit: number; most?: number }

/** What a filter means for whoever asks: versions or their patterns, and how many there are besides. */
export async function read(asking: Asking, filter: AnalyticsFilter, { limit, most = mostRead }: Bounds): Promise<Found> {
  const isOutside = leavesTeam(limit)
  const everybody = await slicesOf(asking)
  const slices = isOutside ? everybody.map((slice): Slice => ({ ...slice, who: 'agreed' })) : everybody
  const asked = await widened(asking, filter, { slices, limit })
  const today = civilDateIn(asking.now, asking.actor.timeZone)
  const { counts, versions } = await versionsRead(asking, { filter: asked, slices, today, most })
  const isDifferenced = await tellsOfFew(asking, asked, { counts, slices, limit })
  const leaving = async () => (isNarrowed(asked) ? null : leftOut(asking, asked, everybody))
  const [teams, without] = [await teamsOf(asking), isOutside ? await leaving() : 0]
  const corrected = isNarrowed(asked) ? null : await correctedOut(asking, asked, slices)
  const found = isDifferenced ? null : versions
  const round = roundingFor(limit, asking.actor.organisationId)
  const sent = isDifferenced ? [] : await sentBy(asking, asked, { unit: unitFor(limit), slices })
  const reach = reachOf(sent, { limit, round, isNarrowed: isNarrowed(asked), today })
  return { counts, reach, found, teams, without, corrected, limit, round, asked, today }
}

/** The versions of a filter one by one; grouped in the database where they are too many for that. */
type Versions = { versions: Version[] } | { patterns: Patterns; days: DayRow[]; agreed: AgreedRow[] }
type Wanted = { filter: AnalyticsFilter; slices: readonly Slice[]; today: CivilDate; most: number }

async function versionsRead(asking: Asking, wanted: Wanted): Promise<{ counts: Counts; versions: Versions }> {
  const { filter, slices, most } = wanted
  // More slices than one are many versions: these are gathered at once, which counts them too, instead of twice gone through.
  const gathered = slices.length > 1 ? await gatheredBySlice(asking, wanted) : null
  const counts = gathered === null ? await countsOf(asking, filter, slices) : countsIn(gathered)
  if (counts.sent > most) return { counts, versions: await togetherOf(gathered ?? (await gatheredBySlice(asking, wanted))) }
  const versions: Version[] = []
  for (const slice of slices) versions.push(...(await firstVersions(asking, filter, slice)))
  return { counts, versions: { versions } }
}

/** What was found in a slice: its versions as codes, which take a tenth of the room, and how many of them met each fate. */
type Gathered = Omit<Grouped, 'lots'> & { coded: CodedSlice; fates: readonly { approval: string; n: number; imported: number }[] }

/** Slice by slice, as many side by side as may; in the order of the slices, whichever is answered first. */
async function gatheredBySlice(asking: Asking, { filter, slices, today }: Wanted): Promise<Gathered[]> {
  const [queue, done]: [[number, Slice][], Map<number, Gathered>] = [[...slices.entries()], new Map()]
  const codedFrom = sliceReader(asking.actor.organisationId)
  const work = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const [place, slice] = next
      const { lots, ...found } = await groupedIn(asking, { filter, slice, today })
      const fates = lots.map(({ approval, n, isImported }) => ({ approval, n, imported: isImported ? n : 0 }))
      done.set(place, { ...found, fates, coded: codedFrom(lots) })
      asking.step?.(done.size, slices.length)
    }
  }
  await Promise.all(Array.from({ length: asking.atOnce ?? 1 }, work))
  return slices.flatMap((_, place) => done.get(place) ?? [])
}

const togetherOf = async (gathered: readonly Gathered[]) => ({
  patterns: await patternsFrom(gathered.map(({ coded }) => coded)),
  days: gathered.flatMap(({ days }) => days),
  agreed: gathered.flatMap(({ agreed }) => agreed),
})

/** The counts of a filter, out of its slices. */
function countsIn(gathered: readonly Gathered[]): Counts {
  const rows = gathered.flatMap(({ fates }) => fates)
  const by = (of: 'n' | 'imported') => {
    const counted = new Map(approvals.map((fate): [string, number] => [fate, 0]))
    for (const row of rows) counted.set(row.approval, (counted.get(row.approval) ?? 0) + row[of])
    return counted
  }
  const [sent, clients] = [rows.reduce((sum, { n }) => sum + n, 0), gathered.reduce((sum, part) => sum + part.clients, 0)]
  return { sent, clients, by: by('n'), importedBy: by('imported') }
}

/** What is told of what was read. */
export const shown = (found: Found) => shownWith(found, statisticsIn)

/** The counts and rates of what was read, before the statistics are there. */
export const countsShown = (found: Found) => shownWith(found, async () => unread('gathering'))

async function shownWith(all: Found, statistics: typeof statisticsIn) {
  const { counts, reach, found, teams, without, corrected, limit, round, asked } = all
  const told = found === null ? nothing : { ...toldOf(found), statistics: await statistics(found, all) }
  const view = viewOf(
    { counts: found === null ? nobody : counts, reach, isNarrowed: isNarrowed(asked), ...told },
    { limit, round },
  )
  const data = round === exactly ? view.data : sealed(view.data, asked)
  const leftOutTold = (n: number | null) => roundedBy(round, toldFrom(limit, n))
  const left =
    found === null ? { without: null, corrected: 0 } : { without: leftOutTold(without), corrected: leftOutTold(corrected) }
  return { ...view, data, asked, teams, ...left }
}

function toldOf(found: Versions) {
  if ('versions' in found) return { tally: tallyOf(found.versions), agreed: agreedOf(found.versions) }
  return { tally: (column: string) => tallyIn(found.patterns, column), agreed: found.agreed }
}

const statisticsIn = (found: Versions, { today }: Pick<Found, 'today'>) =>
  'versions' in found ? statisticsOf(found.versions, today) : statisticsOfPatterns(found)

const nothing = { tally: () => new Map(), agreed: [], statistics: unread('differenced') }

/** A number of people who are left out, unless it is so small that it would point at them; null then. */
const toldFrom = (limit: number, n: number | null) => (n !== null && n > 0 && n < limit ? null : n)

const roundedBy = (round: Rounding, n: number | null) => (n === null ? null : round(n))

const nobody: Counts = { sent: 0, clients: 0, by: new Map(), importedBy: new Map() }
