import type { Cell } from '@/lib/platform/table'
import type { ColumnKey, ReportColumn, ReportRow } from './report'

/** A row as it may be told; `hidden` names the columns whose figures are held back. */
export type ToldRow = { readonly cells: ReportRow; readonly hidden: readonly ColumnKey[] }

/**
 * Holds back every count of people between one and the limit, and more with it, so that none can be worked out: of a lone
 * one in a row with a total the smallest other part, of a lone one in a column the smallest other row, again and again
 * until nothing stands alone (Handbook on Statistical Disclosure Control, ch. 4). A total that is too small takes its whole
 * row along, and a rate or an amount goes with the counts of its row. A limit of 0 holds nothing back.
 */
export function told(rows: readonly ReportRow[], columns: readonly ReportColumn[], limit: number): ToldRow[] {
  const people = columns.filter(({ kind }) => kind === 'people')
  const counts = rows.map((row) => people.map(({ key }) => countOf(row[key])))
  const hidden = heldBack(
    counts,
    people.map(({ isTotal }) => isTotal === true),
    limit,
  )
  return rows.map((row, r) => {
    const some = hidden[r]?.includes(true) ?? false
    const isHidden = ({ key, kind }: ReportColumn) =>
      kind === 'people' ? (hidden[r]?.[people.findIndex((one) => one.key === key)] ?? false) : some && measures.has(kind)
    const gone = columns.filter(isHidden).map(({ key }) => key)
    return { cells: without(row, gone), hidden: gone }
  })
}

const measures: ReadonlySet<ReportColumn['kind']> = new Set(['share', 'limit', 'days', 'money'])

/** Which counts are held back, row by row. */
export function heldBack(counts: readonly (readonly number[])[], isTotal: readonly boolean[], limit: number): boolean[][] {
  const hidden = counts.map((row) => {
    const small = row.map((count) => count > 0 && count < limit)
    return small.some((one, c) => one && isTotal[c]) ? row.map(() => true) : small
  })
  const hide = (r: number, c: number) => {
    const row = hidden[r]
    if (row) hidden[r] = isTotal[c] ? row.map(() => true) : row.with(c, true)
  }
  const parts = isTotal.flatMap((total, c) => (total ? [] : [c]))
  const lines: Place[][] = [
    ...(parts.length < isTotal.length ? counts.map((_, r) => parts.map((c) => [r, c] as const)) : []),
    ...isTotal.map((_, c) => counts.map((__, r) => [r, c] as const)),
  ]
  // Each pass holds back at least one more, so that it ends.
  for (let found = companions(lines, counts, hidden); found.length > 0; found = companions(lines, counts, hidden))
    for (const [r, c] of found) hide(r, c)
  return hidden
}

type Place = readonly [row: number, column: number]
type Grid<Value> = readonly (readonly Value[])[]

/** For each line in which one count stands alone, the smallest other one that is not 0. */
function companions(lines: readonly (readonly Place[])[], counts: Grid<number>, hidden: Grid<boolean>): Place[] {
  return lines.flatMap((line) => {
    const open = line.filter(([r, c]) => !hidden[r]?.[c] && (counts[r]?.[c] ?? 0) > 0)
    if (line.filter(([r, c]) => hidden[r]?.[c]).length !== 1) return []
    return open.sort(([a, b], [x, y]) => (counts[a]?.[b] ?? 0) - (counts[x]?.[y] ?? 0)).slice(0, 1)
  })
}

const countOf = (value: Cell | undefined) => (typeof value === 'number' ? value : 0)

const without = (row: ReportRow, gone: readonly ColumnKey[]): ReportRow =>
  Object.fromEntries(Object.entries(row).filter(([key]) => !gone.some((one) => one === key)))
