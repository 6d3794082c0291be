import { at } from '@/lib/statistics/numbers'
import type { Column } from '@/lib/statistics/vectors'
import type { Note } from './warnings'

/** A column as it was read: whether a row says something there, and what was made of it; `least`: what is below cannot be used. */
type Read = { column: string; isWritten: (row: number) => boolean; values: Column; least?: number }

/** That some rows say what cannot be used, if any do: they would pass for rows that say nothing. */
export function notRead(counts: Column, { column, isWritten, values, least = Number.NEGATIVE_INFINITY }: Read): Note[] {
  let n = 0
  for (let row = 0; row < counts.length; row++) {
    const value = at(values, row)
    if (value < least || (Number.isNaN(value) && isWritten(row))) n += at(counts, row)
  }
  return n === 0 ? [] : [{ key: 'not_read', column, values: { n: String(n) } }]
}
