import type { Cell } from '@/lib/platform/table'
import type { ColumnKey, ReportColumn, ReportRow } from './report'

/** A row as it may be told; `hidden` names the columns whose figures are held back. */
export type ToldRow = { readonly cells: ReportRow; readonly hidden: readonly ColumnKey[] }

/**
 * Holds back every count of people between one and the limit, and more with it, so that none can be worked out: of a lone
 * one in a row with a total the smallest other part, of a lone one in a column the smallest other row, again and again
 * until nothing stands alone (Handbook on Statistical Disclosure Control, ch. 4). Rows that share a text (a creditor, a month)
 * are such a column of their own: another report has their sum. A total that is too small takes its whole row along, and a
 * rate or an amount goes with the counts of its row. A limit of 0 holds nothing back.
 */
export function told(rows: readonly ReportRow[], columns: readonly ReportColumn[], limit: number): ToldRow[] {
  const people = columns.filter(({ kind }) => kind === 'people')
  const counts = rows.map((row) => people.map(({ key }) => countOf(row[key])))
  const marked = (flag: 'isTotal' | 'isRunning') => people.map((column) => column[flag] === true)
  const hidden = heldBack(
    counts,
    { isTotal: marked('isTotal'), isRunning: marked('isRunning'), groups: groupsIn(rows, columns) },
    limit,
  )
  return rows.map((row, r) => {
    const some = hidden[r]?.includes(true) ?? false
    const isHidden = ({ key, kind }: ReportColumn) =>
      kind === 'people' ? (hidden[r]?.[people.findIndex((one) => one.key === key)] ?? false) : some && measures.has(kind)
    const keys = (some: readonly ReportColumn[]) => some.map(({ key }) => key)
    const [silent, shown] = [columns.filter(isSilent), columns.filter((column) => !isSilent(column))]
    const gone = keys(shown.filter(isHidden))
    return { cells: without(row, [...gone, ...keys(silent)]), hidden: gone }
  })
}

/** A column that is counted, but not shown. */
export const isSilent = ({ isSilent: silent }: ReportColumn) => silent === true

/** Rows by the text they share, for each column of text in which any do. */
function groupsIn(rows: readonly ReportRow[], columns: readonly ReportColumn[]): number[][] {
  return columns
    .filter(({ kind, words }) => kind === 'text' && words === undefined)
    .flatMap(({ key }) => {
      const byText = new Map<Cell, number[]>()
      for (const [r, row] of rows.entries()) byText.set(row[key] ?? null, [...(byText.get(row[key] ?? null) ?? []), r])
      return byText.size < rows.length ? [...byText.values()] : []
    })
}

const measures: ReadonlySet<ReportColumn['kind']> = new Set(['share', 'limit', 'days', 'money'])

/** Of each column whether it is a total, or counts the same people again; and which rows have a sum somewhere else. */
type Shape = { isTotal: readonly boolean[]; isRunning?: readonly boolean[]; groups?: readonly (readonly number[])[] }

/** Which counts are held back, row by row. */
export function heldBack(counts: readonly (readonly number[])[], shape: Shape, limit: number): boolean[][] {
  const { isTotal, isRunning = [], groups = [] } = shape
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
    ...[counts.map((_, r) => r), ...groups].flatMap((rows) =>
      isTotal.flatMap((_, c) => (isRunning[c] ? [] : [rows.map((r) => [r, c] as const)])),
    ),
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
