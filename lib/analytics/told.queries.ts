import { hasRole } from '@/lib/core/actor'
import { type AnalyticsFilter, isNarrowed, narrowing } from './filter'
import { type Counts, countsOf, unitsOf } from './first-versions.queries'
import { choices, groupsOf, isGroupHidden } from './groups.queries'
import { toldPeriod, unitFor } from './periods'
import type { Asking } from './sent.queries'
import type { Slice } from './slices.queries'

export const seesCases = ({ actor }: Pick<Asking, 'actor'>) => hasRole(actor, 'SUPERVISOR', 'COUNSELLOR', 'AUDITOR')

/** `limit`: the smallest group that is told to whoever asks. */
type Among = { slices: readonly Slice[]; limit: number }

/** The filter with a period of whole stretches, none of which holds so few that a difference of periods would tell of them. */
export async function widened(asking: Asking, filter: AnalyticsFilter, { slices, limit }: Among): Promise<AnalyticsFilter> {
  if (filter.from === null && filter.to === null) return filter
  return toldPeriod(filter, await unitsOf(asking, filter, { unit: unitFor(limit), slices }), limit)
}

/** Whether the answer to a filter, alone or beside those to other filters, would tell of a few. The team knows its whole. */
export async function tellsOfFew(asking: Asking, asked: AnalyticsFilter, found: Counted): Promise<boolean> {
  const isTeamsWhole = seesCases(asking) && !isNarrowed(asked)
  return (!isTeamsWhole && isFew(found)) || (await tellsByDifference(asking, asked, found))
}

type Counted = Among & { counts: Counts }

/** So few people that how many they are already tells of them. */
const isFew = ({ counts: { sent, clients }, limit }: Counted) => sent > 0 && (sent < limit || clients < limit)

/**
 * Whether leaving out one filter, or asking for each other group it could have chosen, would tell of a few by the difference of
 * the answers. A filter that leaves nobody is in no group: where the wider one is of a few, its nought would tell where these are not.
 */
async function tellsByDifference(asking: Asking, asked: AnalyticsFilter, { counts, slices, limit }: Counted): Promise<boolean> {
  for (const choice of choices.filter((key) => asked[key] !== null)) {
    const groups = await groupsOf(asking, asked, { choice, slices })
    if (isGroupHidden(groups, asked[choice], limit)) return true
  }
  if (counts.sent > 0) return false
  const wider = narrowing.filter((key) => asked[key] !== null).map((key) => ({ ...asked, [key]: null }))
  for (const filter of wider) if (isFew({ counts: await countsOf(asking, filter, slices), slices, limit })) return true
  return false
}
