import { logAccess } from '@/lib/core/access-log'
import type { Actor } from '@/lib/core/actor'
import { queryThen, type Reading } from '@/lib/core/query'
import { type AnalyticsFilter, analyticsFilter } from './filter'
import { gathered } from './gather.queries'
import { type Found, read, shown } from './read.queries'
import { hasSentMore } from './slices.queries'
import { smallest } from './small-cells'
import { mostRead } from './statistics'
import { seesCases } from './told.queries'

/**
 * What goes with approval: first sent version of each case, its frozen factors and its answer, for the whole organisation:
 * counts with intervals, and what the statistics may say of them. Small groups are hidden: below five people inside the
 * team, below ten for analysts, who also see nobody who has not agreed to statistics. Periods are whole months or, for analysts,
 * quarters, and a filter that differs from a wider one by a few is not answered. A large office is gathered in the background; `gathering` tells how far that is.
 */
export const analytics = queryThen({
  name: 'analytics.get',
  input: analyticsFilter,
  run: (reading, filter) => {
    return begun(reading, filter, seesCases(reading) ? smallest.team : smallest.outside)
  },
  finish: (asked) => answered(asked, { patience: 2_000 }),
})

/** The same as it may leave the team: with the wider limit whoever asks, and a line in the access log. */
export const analyticsExport = queryThen({
  name: 'analytics.export',
  input: analyticsFilter,
  async run(reading, filter) {
    await logAccess(reading.tx, reading, { kind: 'export', what: 'analytics.export' })
    return begun(reading, filter, smallest.outside)
  },
  finish: (asked) => answered(asked, { patience: 300_000 }),
})

type Large = { actor: Actor; now: Date; filter: AnalyticsFilter; limit: number }

/** Reads at once what one transaction may read; a large office is only counted. */
async function begun(reading: Reading, filter: AnalyticsFilter, limit: number): Promise<Found | Large> {
  const { actor, now } = reading
  return (await hasSentMore(reading, mostRead)) ? { actor, now, filter, limit } : read(reading, filter, { limit })
}

async function answered(asked: Found | Large, { patience }: { patience: number }) {
  if ('counts' in asked) return { ...(await shown(asked)), gathering: null }
  return gathered(asked, patience)
}
