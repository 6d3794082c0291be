import type { Cell } from '@/lib/platform/table'
import type { ColumnKey, ReportColumn, ReportRow } from './report'

/** A row as it may be told; `hidden` names the columns whose figures are held back. */
export type ToldRow = { readonly cells: ReportRow; readonly hidden: readonly ColumnKey[] }

/**
 * Holds back every count of people between one and the limit, and more with it, so that none can be worked out: of a lone
 * one in a row with a total the smallest other part, of a lone one in a column the smallest other row, again and again
 * until nothing stands alone, nor are those that stand together so few that one each would be all there is (Handbook on Statistical Disclosure Control, ch. 4). Rows that share a text (a creditor, a month)
 * are such a column of their own: another report has their sum. A total that is too small takes its whole row along, and a
 * rate or an amount goes with the counts of its row. A limit of 0 holds nothing back.
 */
export function told(rows: readonly ReportRow[], columns: readonly ReportColumn[], limit: number): ToldRow[] {
  const people = columns.filter(({ kind }) => kind === 'people')
  const counts = rows.map((row) => people.map(({ key }) => countOf(row[key])))
  const marked = (flag: 'isTotal' | 'isRunning' | 'isBeside') => people.map((column) => column[flag] === true)
  const hidden = heldBack(
    counts,
    {
      ...{ isTotal: marked('isTotal'), isRunning: marked('isRunning'), isBeside: marked('isBeside') },
      groups: groupsIn(rows, columns),
    },
    limit,
  )
  return rows.map((row, r) => {
    const some = hidden[r]?.includes(true) ?? false
    const isAmong = (key: ColumnKey) => people.some((one, c) => hidden[r]?.[c] && (one.key === key || one.tells === key))
    // Days are of those counted: they tell nothing of a rest that is counted nowhere but as what it would tell.
    const counted = people.some((one, c) => hidden[r]?.[c] && !(isSilent(one) && one.tells))
    const isHidden = ({ key, kind }: ReportColumn) =>
      kind === 'people' ? isAmong(key) : (kind === 'days' ? counted : some) && measures.has(kind)
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

/** Of each column whether it is a total, counts the same people again or is no part; and which rows have a sum somewhere else. */
type Shape = { isTotal: Flags; isRunning?: Flags; isBeside?: Flags; groups?: readonly (readonly number[])[] }
type Flags = readonly boolean[]

/** Which counts are held back, row by row. */
export function heldBack(counts: readonly (readonly number[])[], shape: Shape, limit: number): boolean[][] {
  const { isTotal, isRunning = [], isBeside = [], groups = [] } = shape
  const hidden = counts.map((row) => {
    const small = row.map((count) => count > 0 && count < limit)
    return small.some((one, c) => one && isTotal[c]) ? row.map(() => true) : small
  })
  const hide = (r: number, c: number) => {
    const row = hidden[r]
    if (row) hidden[r] = isTotal[c] ? row.map(() => true) : row.with(c, true)
  }
  const parts = isTotal.flatMap((total, c) => (total || isBeside[c] ? [] : [c]))
  const lines: Place[][] = [
    ...(isTotal.includes(true) ? counts.map((_, r) => parts.map((c) => [r, c] as const)) : []),
    ...[counts.map((_, r) => r), ...groups].flatMap((rows) =>
      isTotal.flatMap((_, c) => (isRunning[c] ? [] : [rows.map((r) => [r, c] as const)])),
    ),
  ]
  // Each pass holds back at least one more, so that it ends.
  const further = () => companions(lines, { counts, hidden, limit })
  for (let found = further(); found.length > 0; found = further()) for (const [r, c] of found) hide(r, c)
  return hidden
}

type Place = readonly [row: number, column: number]
type Grid<Value> = readonly (readonly Value[])[]

type Held = { counts: Grid<number>; hidden: Grid<boolean>; limit: number }

/** For each line in which one count stands alone, or those hidden are fewer than may be told, the smallest other one that is not 0. */
function companions(lines: readonly (readonly Place[])[], { counts, hidden, limit }: Held): Place[] {
  const countAt = ([r, c]: Place) => counts[r]?.[c] ?? 0
  return lines.flatMap((line) => {
    const held = line.filter(([r, c]) => hidden[r]?.[c])
    if (held.length === 0 || (held.length > 1 && held.reduce((sum, place) => sum + countAt(place), 0) >= limit)) return []
    const open = line.filter((place) => !held.includes(place) && countAt(place) > 0)
    return open.sort((one, other) => countAt(one) - countAt(other)).slice(0, 1)
  })
}

const countOf = (value: Cell | undefined) => (typeof value === 'number' ? value : 0)

const without = (row: ReportRow, gone: readonly ColumnKey[]): ReportRow =>
  Object.fromEntries(Object.entries(row).filter(([key]) => !gone.some((one) => one === key)))
