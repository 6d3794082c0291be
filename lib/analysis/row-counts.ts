import type { Column } from '@/lib/statistics/vectors'
import type { Standing } from './study'
import type { Note } from './warnings'

/** How many rows each row stands for. A row whose count is no whole number from 0 on stands for none, which is told. */
export function rowCounts(column: string, given: Column): { counts: Float64Array; notes: Note[] } {
  const counts = Float64Array.from(given, (n) => (isCount(n) ? n : 0))
  const n = given.reduce((unread, value) => (isCount(value) ? unread : unread + 1), 0)
  return { counts, notes: n === 0 ? [] : [{ key: 'count_not_read', column, values: { n: String(n) } }] }
}

const isCount = (n: number) => Number.isSafeInteger(n) && n >= 0

/** A row that stands for none has no outcome either: nothing is to be learnt from it. */
export const countedStanding = (standing: readonly Standing[], counts: Column): readonly Standing[] =>
  counts.includes(0) ? standing.map((word, row) => (counts[row] === 0 ? 'missing' : word)) : standing
