import { sha256 } from '@/lib/platform/hash'
import type { AnalyticsFilter } from './filter'
import { roundedTo } from './rounding'

type Data = { rows: readonly string[]; hash: string }

/**
 * Fingerprints as they leave the team. They hold for one filter: the same row has another one in each, or two files would tell how
 * many rows they share. To full fives there are some of no row, which nobody can tell from the others: how many there are tells
 * no count.
 */
export function sealed({ rows, hash }: Data, filter: AnalyticsFilter): { rows: string[]; hash: string } {
  if (hash === '') return { rows: [], hash }
  const seal = (mark: string) => sha256(JSON.stringify([filter, hash, mark]))
  const more = (roundedTo - (rows.length % roundedTo)) % roundedTo
  const all = [...rows, ...Array.from({ length: more }, (_, index) => `none ${index}`)]
  return { rows: all.map(seal).sort(), hash: seal('all') }
}
