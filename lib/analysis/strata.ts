import { at } from '@/lib/statistics/numbers'
import { rules } from './rules'
import type { Coded, Study } from './study'

type Decided = Pick<Study, 'outcome' | 'counts'>

/**
 * Within what comparisons are made: the column the spec names, else the clusters, where these hold decided rows enough. Rows that
 * hang together in a lender also share how kind it is, and what looks like a difference may be that alone.
 */
export function strataFor({
  spec,
  coded,
  ...rows
}: Pick<Study, 'spec' | 'coded' | 'clusters' | 'outcome' | 'counts'>): Coded | null {
  if (spec.stratifyBy) return coded(spec.stratifyBy)
  const { clusters } = rows
  return clusters && decidedIn(rows) >= rules.rowsPerCluster * clusterCount(rows, clusters) ? clusters : null
}

/** How many rows are decided. */
export const decidedIn = ({ outcome, counts }: Decided) =>
  counts.reduce((total, count, row) => (Number.isNaN(at(outcome, row)) ? total : total + count), 0)

/** Clusters, or strata, among the decided rows. */
export function clusterCount({ outcome }: Pick<Study, 'outcome'>, { codes, levels }: Coded): number {
  const seen = new Uint8Array(levels.length)
  for (let row = 0; row < codes.length; row++) if (!Number.isNaN(at(outcome, row) + at(codes, row))) seen[at(codes, row)] = 1
  return seen.reduce((count, one) => count + one, 0)
}
